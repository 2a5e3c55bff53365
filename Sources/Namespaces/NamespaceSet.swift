/// A set of kinds; the raw value is the flags argument of unshare(2).
public struct NamespaceSet: OptionSet, Hashable, Sendable {
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  public init(_ kind: NamespaceKind) { rawValue = kind.flag }
  public init(_ kinds: [NamespaceKind]) { rawValue = kinds.reduce(0) { $0 | $1.flag } }

  public func contains(_ kind: NamespaceKind) -> Bool { contains(NamespaceSet(kind)) }

  /// The kinds of the set in the order of the table.
  public var kinds: [NamespaceKind] { NamespaceKind.allCases.filter { contains($0) } }

  public static let user = NamespaceSet(.user)
  public static let mount = NamespaceSet(.mount)
  public static let pid = NamespaceSet(.pid)
  public static let uts = NamespaceSet(.uts)
  public static let network = NamespaceSet(.network)
  public static let time = NamespaceSet(.time)
}
