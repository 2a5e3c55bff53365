import Bytes

/// The programs that the one binary can be.
enum Personality: CaseIterable {
  case unshare
  case nsenter
  case nsls
  /// nsls under the name of the original.
  case lsns

  /// The name it is called by.
  var name: StaticString {
    switch self {
    case .unshare: "unshare"
    case .nsenter: "nsenter"
    case .nsls: "nsls"
    case .lsns: "lsns"
    }
  }

  /// Runs it.
  /// - Parameters:
  ///   - words: the command line behind the program's name.
  ///   - diagnostic: speaks under the name it was called by.
  /// - Returns: the exit status.
  func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    switch self {
    case .unshare: UnshareCommand.run(words, diagnostic)
    case .nsenter: NsenterCommand.run(words, diagnostic)
    case .nsls: NslsCommand.run(words, diagnostic, manual: "nsls(8)")
    case .lsns: NslsCommand.run(words, diagnostic, manual: "lsns(8)")
    }
  }

  /// The personality of an exact name; a name that merely contains one is none.
  init?(name: ByteString) {
    for personality in Self.allCases where name == personality.name {
      self = personality
      return
    }
    return nil
  }
}
