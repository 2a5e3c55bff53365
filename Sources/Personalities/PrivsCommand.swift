import Bytes
import Privs

/// `unyoke privs`: what a process may do.
enum PrivsCommand {
  /// - Parameter words: the command line after `privs`.
  /// - Returns: the exit status.
  static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    do throws(PrivsError) {
      switch try PrivsAction.read(words) {
      case .help: return diagnostic.writeHelp(of: privsOptions)
      case .report(let process, let isJSON):
        do throws(PrivsFailure) {
          let report = try PrivilegeReport(of: process)
          return diagnostic.writeOutput(isJSON ? report.json : report.text)
        } catch {
          return diagnostic.refuse(error.sentence)
        }
      }
    } catch {
      switch error {
      case .usage(let fault): return diagnostic.refuse(fault, in: privsOptions)
      case .notAProcess: return diagnostic.refuse(error.sentence)
      case .secondProcess: return diagnostic.refuseUse(error.sentence)
      }
    }
  }
}
