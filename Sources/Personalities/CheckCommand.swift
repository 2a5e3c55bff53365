import Answers
import Bytes
import Check
import Kernel
import Launch

/// `unyoke check`: which namespaces the caller can make here.
enum CheckCommand {
  /// - Parameter words: the command line after `check`.
  /// - Returns: the exit status.
  static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    do throws(CheckError) {
      switch try CheckAction.read(words) {
      case .help: return diagnostic.writeHelp(of: checkOptions)
      case .report(let kinds, let isJSON):
        // No pipe to a child may take the place of a closed stream.
        Calls.fillStandardDescriptors()
        do throws(CheckFailure) {
          let report = try CheckReport(of: kinds)
          let status = diagnostic.writeOutput(isJSON ? report.json : report.text)
          return status == 0 && !report.isAllPossible ? 1 : status
        } catch {
          diagnostic.complain(error.sentence)
          if case .fork(let errno) = error { diagnostic.advise(Trouble(.launch(.fork(errno)))) }
          return 1
        }
      }
    } catch {
      switch error {
      case .usage(let fault): return diagnostic.refuse(fault, in: checkOptions)
      case .unknownKind: return diagnostic.refuseUse(error.sentence, meant: error.suggestion)
      }
    }
  }
}
