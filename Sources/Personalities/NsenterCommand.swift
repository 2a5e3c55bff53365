import Answers
import Bytes
import Capabilities
import Host
import Kernel
import Launch
import LaunchOptions
import NamespaceValues
import Nsenter
import Targets

/// nsenter(1).
enum NsenterCommand {
  /// - Parameter manual: the page that the help names, where it is another than usual.
  /// - Returns: the exit status.
  static func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString?
  ) -> Int32 {
    // Before the first file is opened: it must not become a standard stream
    // (docs/deviations.md D-139).
    Calls.fillStandardDescriptors()
    var named = LiveEntryFiles()
    let host = LiveHost()
    var status = StatusRequest()
    var known = Circumstances(of: host.effectiveUser, host.effectiveGroup)
    known.words = words
    do throws(NsenterError) {
      switch try NsenterAction.read(words, opening: &named, on: host, noting: &status) {
      case .help: return diagnostic.writeHelp(of: nsenterOptions, manual: manual)
      case .version: return diagnostic.writeVersion()
      case .listCapabilities: return diagnostic.writeOutput(CapabilitySet.known.lines)
      case .enter(let intent, let operands):
        (known.entry, known.operands) = (intent, operands)
        diagnostic.explains = intent.launch.explains
        let (choice, kinds) = (named.choice, named.namedKinds)
        var preparation = Preparation(intent, files: named.take())
        var findings = try preparation.run(
          for: operands.first, .live(for: host.effectiveUser))
        if let choice {
          let entered = findings.namespaces.subtracting(kinds)
          try choice.compare(in: entered)
          // With --all its user namespace may be left out, by what the target said of it at the moment.
          let meant = intent.entersAll ? NamespaceSet.all.subtracting(intent.excepted) : entered
          findings.chosenBy = choice.expected(in: meant.subtracting(kinds), intent)
        }
        known.entry = preparation.intent
        let plan = intent.plan(findings, running: operands)
        (known.plan, known.targetRoot) = (plan, findings.targetRoot)
        known.loader = findings.loader
        if intent.launch.isDryRun { return diagnostic.describe(plan, known) }
        let context = preparation.programContext
        return diagnostic.launch(
          plan, as: "nsenter", files: preparation.take(), context: context, known)
      }
    } catch {
      if case .usage(let fault) = error {
        return diagnostic.refuse(fault, in: nsenterOptions, telling: status)
      }
      return diagnostic.refuse(
        error.sentence, Trouble(.nsenter(error), known), lines: error.lines, telling: status,
        ending: error.exitStatus)
    }
  }
}
