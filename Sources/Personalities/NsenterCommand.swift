import Answers
import Bytes
import Capabilities
import Host
import Kernel
import Launch
import LaunchOptions
import Nsenter

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
    // What is known of the command line by the time that something fails.
    var entry: NsenterIntent?
    var program: [ByteString] = []
    do throws(NsenterError) {
      switch try NsenterAction.read(words, opening: &named, on: host) {
      case .help: return diagnostic.writeHelp(of: nsenterOptions, manual: manual)
      case .version: return diagnostic.writeVersion()
      case .listCapabilities: return diagnostic.writeOutput(CapabilitySet.known.lines)
      case .enter(let intent, let operands):
        (entry, program) = (intent, operands)
        diagnostic.explains = intent.launch.explains
        var preparation = Preparation(intent, files: named.take())
        let findings = try preparation.run()
        let plan = intent.plan(findings, running: operands)
        let trouble = { (failure: LaunchFailure) in
          var trouble = Trouble(.launch(failure))
          (trouble.plan, trouble.entry, trouble.operands) = (plan, intent, operands)
          trouble.targetRoot = findings.targetRoot
          (trouble.callerUser, trouble.callerGroup) = (host.effectiveUser, host.effectiveGroup)
          return trouble
        }
        if intent.launch.isDryRun { return diagnostic.describe(plan, trouble) }
        let context = preparation.programContext
        return diagnostic.launch(
          plan, as: "nsenter", files: preparation.take(), context: context, trouble: trouble)
      }
    } catch {
      if case .usage(let fault) = error { return diagnostic.refuse(fault, in: nsenterOptions) }
      diagnostic.complain(error.sentence)
      var trouble = Trouble(.nsenter(error))
      (trouble.entry, trouble.operands) = (entry, program)
      (trouble.callerUser, trouble.callerGroup) = (host.effectiveUser, host.effectiveGroup)
      diagnostic.advise(trouble)
      return 1
    }
  }
}
