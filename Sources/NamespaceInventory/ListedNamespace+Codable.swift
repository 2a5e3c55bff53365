import Bytes
import NamespaceValues

/// JSON: `number`, `kind` as the file below /proc/PID/ns is called, `memberCount`, `members`,
/// `representative`, `parent`, `owner`, `creator`, `networkID`, which is a number or `"unassigned"`,
/// `mountPoints`, `holders`, and `discovery` in the order of `NamespaceDiscovery`.
extension ListedNamespace: Codable {
  private enum CodingKeys: String, CodingKey {
    case number, kind, memberCount, members, representative, parent, owner, creator, networkID
    case mountPoints, holders, discovery
  }

  private static let unassigned = "unassigned"

  /// Reads what `encode(to:)` writes. Throws `DecodingError` for a kind or a word that it does not know.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    number = try container.decode(UInt64.self, forKey: .number)
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = NamespaceKind.allCases.first(where: { "\($0.name)" == name }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container, debugDescription: "no kind of namespace")
    }
    self.kind = kind
    memberCount = try container.decode(Int.self, forKey: .memberCount)
    members = try container.decodeIfPresent([ListedProcess].self, forKey: .members)
    representative = try container.decodeIfPresent(ListedProcess.self, forKey: .representative)
    parent = try container.decodeIfPresent(UInt64.self, forKey: .parent)
    owner = try container.decodeIfPresent(UInt64.self, forKey: .owner)
    creator = try container.decodeIfPresent(UInt32.self, forKey: .creator).map { UserID($0) }
    networkID = try Self.networkID(in: container)
    mountPoints = try container.decode([ByteString].self, forKey: .mountPoints)
    holders = try container.decode([NamespaceHolder].self, forKey: .holders)
    discovery = Set(try container.decode([NamespaceDiscovery].self, forKey: .discovery))
  }

  private static func networkID(
    in container: KeyedDecodingContainer<CodingKeys>
  ) throws -> NetworkID? {
    guard container.contains(.networkID) else { return nil }
    if let number = try? container.decode(Int32.self, forKey: .networkID) {
      return .number(number)
    }
    guard try container.decode(String.self, forKey: .networkID) == unassigned else {
      throw DecodingError.dataCorruptedError(
        forKey: .networkID, in: container, debugDescription: "no network namespace id")
    }
    return .unassigned
  }

  /// Writes an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode("\(kind.name)", forKey: .kind)
    try container.encode(memberCount, forKey: .memberCount)
    try container.encodeIfPresent(members, forKey: .members)
    try container.encodeIfPresent(representative, forKey: .representative)
    try container.encodeIfPresent(parent, forKey: .parent)
    try container.encodeIfPresent(owner, forKey: .owner)
    try container.encodeIfPresent(creator?.number, forKey: .creator)
    switch networkID {
    case nil: break
    case .number(let number): try container.encode(number, forKey: .networkID)
    case .unassigned: try container.encode(Self.unassigned, forKey: .networkID)
    }
    try container.encode(mountPoints, forKey: .mountPoints)
    try container.encode(holders, forKey: .holders)
    try container.encode(
      NamespaceDiscovery.allCases.filter { discovery.contains($0) }, forKey: .discovery)
  }
}
