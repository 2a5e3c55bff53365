public import Bytes
import Host
public import Kernel
import Launch
public import NamespaceValues
public import Unshare

/// What is known of who may map which ids, and by which programs.
public struct DelegationEvidence: Equatable, Sendable {
  /// /etc/subuid, subuid(5).
  public var users = Answer<[UInt8]>.unknown
  /// /etc/subgid, subgid(5).
  public var groups = Answer<[UInt8]>.unknown
  /// /etc/passwd, passwd(5).
  public var accounts = Answer<[UInt8]>.unknown
  /// /etc/nsswitch.conf, nsswitch.conf(5).
  public var services = Answer<[UInt8]>.unknown
  /// newuidmap(1) and newgidmap(1), as PATH leads to them.
  public var programs: [Program] = []

  /// A program that maps ids for plain users.
  public struct Program: Equatable, Sendable {
    /// Which map it writes.
    public let kind: IDMapKind
    /// Where it is.
    public let path: ByteString
    /// What it is.
    public let look: FileLook
    /// Whether its file gives it capabilities; nil where that is not known.
    public let givesCapabilities: Bool?

    /// - Parameter path: where PATH leads to.
    public init(_ kind: IDMapKind, at path: ByteString, _ look: FileLook, givesCapabilities: Bool?)
    {
      (self.kind, self.path, self.look) = (kind, path, look)
      self.givesCapabilities = givesCapabilities
    }
  }

  /// Nothing is known.
  public init() {}

  /// Looks at the files, and for a map that was not written at the programs.
  public mutating func gather(about trouble: Trouble, from source: some EvidenceSource) {
    switch trouble.failure {
    case .launch(.helperExited) where trouble.mapsByPrograms: break
    case .unshare(.subordinateNumber), .unshare(.noSubordinateLine), .unshare(.open): break
    default: return
    }
    users = source.content(of: IDMapKind.users.subordinateFile)
    groups = source.content(of: IDMapKind.groups.subordinateFile)
    accounts = source.content(of: "/etc/passwd")
    services = source.content(of: "/etc/nsswitch.conf")
    guard case .launch = trouble.failure else { return }
    for kind in [IDMapKind.users, .groups] where !trouble.mappings(kind).isEmpty {
      if let program = Self.program(kind, in: source) { programs.append(program) }
    }
  }

  private static func program(_ kind: IDMapKind, in source: some EvidenceSource) -> Program? {
    guard let list = source.variable(named: "PATH") else { return nil }
    for folder in list.bytes.split(separator: UInt8(ascii: ":")).prefix(64) {
      let path: ByteString = "\(ByteString(folder))/\(kind.helperName)"
      switch source.look(at: path) {
      case .known(let look):
        guard look.isRegular, look.isExecutable else { continue }
        return Program(
          kind, at: path, look, givesCapabilities: source.givesCapabilities(path))
      case .unknown: return nil
      case .refused: continue
      }
    }
    return nil
  }
}

// What the captured texts say.

extension DelegationEvidence {
  /// The file of a kind.
  public func file(_ kind: IDMapKind) -> Answer<[UInt8]> { kind == .users ? users : groups }

  /// The name of a user in /etc/passwd; nil where there is none.
  public func login(of user: UserID) -> ByteString? {
    accounts.value?.firstEntry(of: .users) { $0.id == user.number }.map { ByteString($0.name) }
  }

  /// Who is asked for subordinate ids besides the files: the services of `subid:`; nil where nobody is.
  public var otherService: ByteString? {
    guard let text = services.value else { return nil }
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard ByteString(line).hasPrefix("subid:") else { continue }
      let words = line.dropFirst(6).split { isWhiteSpace($0) }
      return words.map { ByteString($0) }.first { $0 != "files" }
    }
    return nil
  }

  /// All ranges that a file gives to a user.
  public func ranges(_ kind: IDMapKind, of user: UserID) -> [IDRange]? {
    guard otherService == nil, services != .unknown, let text = file(kind).value else { return nil }
    return SubordinateIDs.ranges(in: text, login: login(of: user), user: user)
  }
}
