import Bytes
import Host
import Launch
import LaunchOptions
import Options
import Unshare

/// unshare(1): words to events, events to intent, intent to plan, plan to deeds.
enum UnshareCommand {
  /// - Parameter manual: the page that the help names, where it is another than usual.
  static func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString?
  ) -> Int32 {
    let scan = OptionScanner.scan(words, table: unshareOptions)
    let host = LiveHost()
    var intent = UnshareIntent(
      caller: UnshareIntent.Caller(user: host.effectiveUser, group: host.effectiveGroup))

    for event in scan.events {
      switch event.id {
      case .help:
        return diagnostic.writeOutput(
          unshareOptions.usageText(
            program: diagnostic.program, manual: manual, version: Version.unyoke))
      case .version:
        return diagnostic.writeOutput(Version.compatibilityLine(program: diagnostic.program))
      case .privilege(.listCapabilities):
        return diagnostic.writeOutput(PrivilegesCommand.capabilityList)
      default:
        do throws(ArgumentError) { try intent.apply(event, on: host) } catch {
          diagnostic.complain(error.sentence)
          return 1
        }
      }
    }
    // Only now: a wrong value before the wrong option is the one that is reported.
    guard let operands = diagnostic.operands(of: scan, in: unshareOptions) else { return 1 }
    do throws(ArgumentError) { try intent.check(on: host) } catch {
      diagnostic.complain(error.sentence)
      return 1
    }

    let plan = intent.plan(running: operands)
    if intent.isDryRun { return diagnostic.writeOutput(plan.describedLines) }
    do throws(LaunchFailure) {
      try plan.protection.apply(as: "unshare", diagnostic.commandLine)
    } catch {
      diagnostic.complain(error)
      return 1
    }
    var executor = Executor(
      report: { diagnostic.complain($0) }, finish: { diagnostic.finish($0) })
    return executor.run(plan)
  }
}
