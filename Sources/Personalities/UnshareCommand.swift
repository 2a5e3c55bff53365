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
    do throws(UnshareError) {
      switch try UnshareAction.read(words, on: host) {
      case .help: return diagnostic.writeHelp(of: unshareOptions, manual: manual)
      case .version: return diagnostic.writeVersion()
      case .listCapabilities: return diagnostic.writeOutput(CapabilitySet.known.lines)
      case .launch(let intent, let operands):
        let plan = intent.plan(running: operands)
        let trouble = { (failure: LaunchFailure) in
          var trouble = Trouble(.launch(failure))
          (trouble.plan, trouble.operands) = (plan, operands)
          (trouble.callerUser, trouble.callerGroup) = (host.effectiveUser, host.effectiveGroup)
          return trouble
        }
        diagnostic.explains = intent.launch.explains
        if intent.launch.isDryRun { return diagnostic.describe(plan, trouble) }
        return diagnostic.launch(plan, as: "unshare", trouble: trouble)
      }
    } catch {
      if case .usage(let fault) = error { return diagnostic.refuse(fault, in: unshareOptions) }
      diagnostic.complain(error.sentence)
      var trouble = Trouble(.unshare(error))
      (trouble.callerUser, trouble.callerGroup) = (host.effectiveUser, host.effectiveGroup)
      diagnostic.advise(trouble)
      return 1
    }
  }
}
