import Answers
import Bytes
import Host
import Kernel
import Nsls
import Options
import Targets

/// nsls(8), which is also lsns(8).
enum NslsCommand {
  /// - Parameter manual: its page under the name it was called by.
  /// - Returns: the exit status.
  static func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString
  ) -> Int32 {
    // Before the first file is opened: it must not become a standard stream.
    Calls.fillStandardDescriptors()
    Locale.adopt()
    let environment = { (name: ByteString) in Environment.value(of: name) }
    let isPOSIX = environment("POSIXLY_CORRECT") != nil
    var known = Circumstances()
    do throws(NslsError) {
      switch try NslsAction.read(words, operands: isPOSIX ? .afterOptions : .anywhere) {
      case .help: return diagnostic.writeHelp(of: nslsOptions, manual: manual)
      case .version: return diagnostic.writeVersion()
      case .listColumns(let intent):
        return diagnostic.writeListing {
          NslsReport.writeColumnList(intent, environment: environment, $0)
        }
      case .list(let intent):
        known.discoversAll = intent.discoversAll
        let width = StandardStream.output.width
        let report = try NslsReport(
          try intent.takeInventory(), intent, environment: environment,
          groupNames: { GroupNames(TargetSearch.live(for: Calls.effectiveUser)) }, width: width)
        for warning in report.warnings { diagnostic.complain(warning) }
        return diagnostic.writeListing { report.write($0) }
      }
    } catch {
      if case .usage(let fault) = error { return diagnostic.refuse(fault, in: nslsOptions) }
      for sentence in error.sentences { diagnostic.complain(sentence) }
      diagnostic.advise(Trouble(.nsls(error), known))
      return error.status
    }
  }
}
