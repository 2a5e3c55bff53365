import Bytes
import MultiCall

extension Personality {
  /// Runs it.
  /// - Parameters:
  ///   - words: the command line after the program's name.
  ///   - diagnostic: speaks under the name it was called by.
  ///   - manual: the page that its help names; by default that of its name.
  /// - Returns: the exit status.
  func run(
    _ words: [ByteString], _ diagnostic: Diagnostic, manual: StaticString? = nil
  ) -> Int32 {
    switch self {
    case .unshare: UnshareCommand.run(words, diagnostic, manual: manual)
    case .nsenter: NsenterCommand.run(words, diagnostic, manual: manual)
    case .nsls: NslsCommand.run(words, diagnostic, manual: manual ?? "nsls(8)")
    case .lsns: NslsCommand.run(words, diagnostic, manual: manual ?? "lsns(8)")
    }
  }
}
