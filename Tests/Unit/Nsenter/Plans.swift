import Bytes
import Fixtures
import Launch
import NamespaceValues
import Nsenter
import Testing

func text(_ bytes: ByteString) -> String { String(decoding: bytes.bytes, as: UTF8.self) }

/// The intent behind a command line that starts something, and the files it opened.
func intent(_ words: [ByteString]) throws -> (NsenterIntent, FixtureFiles) {
  var files = FixtureFiles(isMissing: { $0 == "/missing" })
  let action = try NsenterAction.read(words, opening: &files, on: FixtureHost())
  guard case .enter(let intent, operands: _) = action else {
    throw OtherAction(action: action)
  }
  return (intent, files)
}

/// A command line does something else than a test wants.
struct OtherAction: Error {
  let action: NsenterAction
}

/// The sentence with which a command line is refused.
func refusal(_ words: [ByteString]) -> String? {
  do {
    _ = try intent(words)
    return nil
  } catch let error as NsenterError {
    return text(error.sentence)
  } catch {
    return "\(error)"
  }
}

/// The steps of a command line's plan that are neither a close nor the program nor the first one,
/// where a target has everything, and files are held for the kinds named.
func steps(
  _ words: [ByteString], held: NamespaceSet = [],
  environment: EntryFindings.TargetEnvironment? = nil
) throws -> (setup: [LaunchStep], fork: ForkMode?, runner: [LaunchStep]) {
  let plan = try plan(words, held: held, environment: environment)
  // Nothing comes before it: from the first namespace on the target's processes may look.
  if case .hideFromTarget = plan.setup.first {} else { Issue.record("nothing hides first") }
  func counts(_ step: LaunchStep) -> Bool {
    switch step {
    case .close, .hideFromTarget: return false
    default: return true
    }
  }
  return (plan.setup.filter(counts), plan.fork, plan.runner.filter(counts))
}

/// A command line's plan, where a target has everything.
func plan(
  _ words: [ByteString], held: NamespaceSet = [],
  environment: EntryFindings.TargetEnvironment? = nil
) throws -> LaunchPlan {
  let (intent, files) = try intent(words)
  var findings = EntryFindings()
  findings.namespaces = intent.namespaces
  if intent.entersUserParent { findings.namespaces.insert(.user) }
  findings.heldKinds = held
  findings.holdsRoot = intent.takesRoot || files.holdsRoot
  findings.holdsWorkingDirectory = intent.takesWorkingDirectory || files.holdsWorkingDirectory
  findings.environment = environment
  if intent.user == .ofTarget || intent.group == .ofTarget { findings.followed = followed }
  return intent.plan(findings, running: ["true"])
}

let followed = FollowedIdentity(takesUser: true, takesGroup: true, isStranger: false)

/// Steps that change the identity, and the one behind them that reads it back.
func verified(_ steps: [LaunchStep]) -> [LaunchStep] { steps + [.verify(after: steps)] }
