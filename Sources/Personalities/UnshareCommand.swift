import Answers
import Bytes
import Capabilities
import Host
import Launch
import LaunchOptions
import Unshare

/// unshare(1).
enum UnshareCommand {
  /// - Parameter manual: the page that the help names, where it is another than usual.
  /// - Returns: the exit status.
  static func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString?
  ) -> Int32 {
    let host = LiveHost()
    var status = StatusRequest()
    var known = Circumstances(of: host.effectiveUser, host.effectiveGroup)
    do throws(UnshareError) {
      switch try UnshareAction.read(words, on: host, noting: &status) {
      case .help: return diagnostic.writeHelp(of: unshareOptions, manual: manual)
      case .version: return diagnostic.writeVersion()
      case .listCapabilities: return diagnostic.writeOutput(CapabilitySet.known.lines)
      case .launch(let intent, let operands):
        let plan = intent.plan(running: operands)
        (known.plan, known.operands, known.words) = (plan, operands, words)
        diagnostic.explains = intent.launch.explains
        if intent.launch.isDryRun { return diagnostic.describe(plan, known) }
        return diagnostic.launch(plan, as: "unshare", known)
      }
    } catch {
      if case .usage(let fault) = error {
        return diagnostic.refuse(fault, in: unshareOptions, telling: status)
      }
      return diagnostic.refuse(error.sentence, Trouble(.unshare(error), known), telling: status)
    }
  }
}
