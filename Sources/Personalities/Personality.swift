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

  /// What it does, in one line.
  var purpose: StaticString {
    switch self {
    case .unshare: "start a program in new namespaces"
    case .nsenter: "start a program in namespaces that exist already"
    case .nsls: "list namespaces, or the processes in one of them"
    case .lsns: "the same as nsls, under the original's name"
    }
  }

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

  /// The page that is ours wherever unyoke is: under its own name an original's page may be
  /// util-linux's.
  var ownManual: StaticString {
    switch self {
    case .unshare: "unyoke-unshare(1)"
    case .nsenter: "unyoke-nsenter(1)"
    case .nsls, .lsns: "nsls(8)"
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
