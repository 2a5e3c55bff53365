import Bytes
import Fixtures
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Options

/// Command lines of nsenter, with files that open or do not.
struct NsenterFuzzer: Fuzzer {
  var broken: [String] = []
  private let words = RandomWords(of: nsenterOptions)
  private var planned = 0
  private var refused = 0

  var summary: String { "nsenter: \(planned) planned, \(refused) refused" }

  mutating func run(_ random: inout SplitMix) {
    let words = words.commandLine(&random)
    let host = RandomHost(&random)
    let result = OptionScanner.scan(words, table: nsenterOptions)
    broken += faults(of: result, words)
    let intent: NsenterIntent
    // One name in eight is not there.
    var files = FixtureFiles(
      isMissing: { $0.count % 8 == 7 }, hasEnded: { $0.number % 8 == 7 })
    do throws(NsenterError) {
      let action = try NsenterAction.read(words, opening: &files, on: host)
      guard case .enter(let found, _) = action else { return }
      intent = found
    } catch {
      if error.sentence.isEmpty { broken.append("a refusal without a sentence: \(words)") }
      refused += 1
      return
    }
    var findings = EntryFindings()
    findings.namespaces = intent.namespaces
    findings.heldKinds = files.heldKinds
    findings.holdsRoot = Bool.random(using: &random)
    findings.holdsWorkingDirectory = Bool.random(using: &random)
    if intent.takesEnvironment {
      findings.environment =
        Bool.random(using: &random)
        ? .refused(path: "/p", .accessDenied) : .read(EnvironmentBlock([]))
    }
    let plan = intent.plan(findings, running: words)
    if plan != intent.plan(findings, running: words) { broken.append("two plans for \(words)") }
    if plan.lines.isEmpty { broken.append("a plan without steps: \(words)") }
    if !entersAll(findings.namespaces, plan) { broken.append("not all entered: \(words)") }
    planned += 1
  }

  /// Whether every kind is entered by a step that must succeed.
  private func entersAll(_ namespaces: NamespaceSet, _ plan: LaunchPlan) -> Bool {
    var entered: NamespaceSet = []
    for step in plan.setup {
      switch step {
      case .enterTarget(let kinds, ifAllowed: false): entered.formUnion(kinds)
      case .enterFile(let kind, ifAllowed: false): entered.insert(NamespaceSet(kind))
      default: break
      }
    }
    return entered == namespaces
  }
}
