import Bytes
import Host
import Kernel
import Nsls
import Options

/// nsls(8), which is also lsns(8): words to events, events to intent, intent to a listing.
enum NslsCommand {
  /// - Parameter manual: its page under the name it was called by.
  static func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString
  ) -> Int32 {
    // Before the first file is opened: it must not become a standard stream.
    Calls.fillStandardDescriptors()
    Locale.adopt()
    let isPOSIX = Environment.value(of: "POSIXLY_CORRECT") != nil
    let scan = OptionScanner.scan(
      words, table: nslsOptions, operands: isPOSIX ? .behindOptions : .anywhere)
    var intent = NslsIntent()

    for event in scan.events {
      switch event.id {
      case .help:
        return diagnostic.writeOutput(
          nslsOptions.usageText(
            program: diagnostic.program, manual: manual, version: Version.unyoke))
      case .version:
        return diagnostic.writeOutput(Version.compatibilityLine(program: diagnostic.program))
      default:
        do throws(NslsError) { try intent.apply(event) } catch {
          return complain(error, diagnostic)
        }
      }
    }
    // Only now: a wrong value before the wrong option is the one that is reported.
    guard let operands = diagnostic.operands(of: scan, in: nslsOptions) else { return 1 }

    if intent.listsColumns {
      return diagnostic.writeListing {
        NslsReport.writeColumnList(intent, environment: { Environment.value(of: $0) }, $0)
      }
    }
    do throws(NslsError) {
      try intent.finish(operands: operands)
      let width = StandardStream.output.width
      let report = try NslsReport(
        try intent.takeInventory(), intent, environment: { Environment.value(of: $0) },
        width: width)
      for warning in report.warnings { diagnostic.complain(warning) }
      return diagnostic.writeListing { report.write($0) }
    } catch {
      return complain(error, diagnostic)
    }
  }

  private static func complain(_ error: NslsError, _ diagnostic: Diagnostic) -> Int32 {
    for sentence in error.sentences { diagnostic.complain(sentence) }
    return error.status
  }
}
