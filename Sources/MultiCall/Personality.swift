public import Bytes

/// The programs that the one binary can be by its name.
public enum Personality: CaseIterable, Equatable, Sendable {
  case unshare
  case nsenter
  case nsls
  /// nsls under the name of the original.
  case lsns

  /// The name it is called by.
  public var name: StaticString {
    switch self {
    case .unshare: "unshare"
    case .nsenter: "nsenter"
    case .nsls: "nsls"
    case .lsns: "lsns"
    }
  }

  /// What it does, in one line.
  public var purpose: StaticString {
    switch self {
    case .unshare: "start a program in new namespaces"
    case .nsenter: "start a program in namespaces that exist already"
    case .nsls: "list namespaces, or the processes in one of them"
    case .lsns: "the same as nsls, under the original's name"
    }
  }

  /// The page that is ours wherever unyoke is: under its own name an original's page may be
  /// util-linux's.
  public var ownManual: StaticString {
    switch self {
    case .unshare: "unyoke-unshare(1)"
    case .nsenter: "unyoke-nsenter(1)"
    case .nsls, .lsns: "nsls(8)"
    }
  }

  /// All names, one a line.
  public static var lines: [UInt8] {
    allCases.reduce(into: []) { lines, personality in
      let line: ByteString = "\(personality.name)\n"
      lines += line.bytes
    }
  }

  /// The personality of an exact name; a name that merely contains one is none.
  public init?(name: ByteString) {
    for personality in Self.allCases where name == personality.name {
      self = personality
      return
    }
    return nil
  }
}
