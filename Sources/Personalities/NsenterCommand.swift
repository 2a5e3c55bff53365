import Bytes
import Host
import Kernel
import Launch
import LaunchOptions
import Nsenter
import Options

/// nsenter(1): words to events, events to intent and open files, these to a plan, plan to deeds.
enum NsenterCommand {
  /// - Parameter manual: the page that the help names, where it is another than usual.
  static func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString?
  ) -> Int32 {
    // Before the first file is opened: it must not become a standard stream
    // (docs/deviations.md D-139).
    Calls.fillStandardDescriptors()
    let scan = OptionScanner.scan(words, table: nsenterOptions)
    var named = LiveEntryFiles()
    let host = LiveHost()
    var intent = NsenterIntent()

    for event in scan.events {
      switch event.id {
      case .help:
        return diagnostic.writeOutput(
          nsenterOptions.usageText(
            program: diagnostic.program, manual: manual, version: Version.unyoke))
      case .version:
        return diagnostic.writeOutput(Version.compatibilityLine(program: diagnostic.program))
      case .privilege(.listCapabilities):
        return diagnostic.writeOutput(PrivilegesCommand.capabilityList)
      default:
        do throws(NsenterError) { try intent.apply(event, opening: &named, on: host) } catch {
          diagnostic.complain(error.sentence)
          return 1
        }
      }
    }
    // Only now: a wrong value before the wrong option is the one that is reported.
    guard let operands = diagnostic.operands(of: scan, in: nsenterOptions) else { return 1 }
    do throws(NsenterError) { try intent.complete(on: host) } catch {
      diagnostic.complain(error.sentence)
      return 1
    }

    var preparation = Preparation(intent, files: named.take())
    let plan: LaunchPlan
    do throws(NsenterError) {
      plan = intent.plan(try preparation.run(), running: operands)
    } catch {
      diagnostic.complain(error.sentence)
      return 1
    }
    if intent.isDryRun { return diagnostic.writeOutput(plan.describedLines) }
    do throws(LaunchFailure) {
      try plan.protection.apply(
        as: "nsenter", diagnostic.commandLine, context: preparation.programContext)
    } catch {
      diagnostic.complain(error)
      return 1
    }
    var executor = Executor(
      files: preparation.take(), report: { diagnostic.complain($0) },
      finish: { diagnostic.finish($0) })
    return executor.run(plan)
  }
}
