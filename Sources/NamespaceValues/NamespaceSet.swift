/// A set of kinds; the raw value is the flags argument of unshare(2).
public struct NamespaceSet: OptionSet, Hashable, Sendable {
  /// The CLONE_NEW* flags.
  public let rawValue: Int32
  /// The set that stands for these flags.
  public init(rawValue: Int32) { self.rawValue = rawValue }
  /// One kind.
  public init(_ kind: NamespaceKind) { rawValue = kind.flag }
  /// Several kinds.
  public init(_ kinds: [NamespaceKind]) { rawValue = kinds.reduce(0) { $0 | $1.flag } }

  /// Whether there is nothing in it but kinds: what else a raw value may hold means other things to clone(2).
  package var holdsKindsOnly: Bool {
    rawValue & ~NamespaceSet.all.rawValue == 0
  }

  /// Whether a kind is in the set.
  public func contains(_ kind: NamespaceKind) -> Bool { contains(NamespaceSet(kind)) }

  /// The kinds of the set in the order of the table.
  public var kinds: [NamespaceKind] { NamespaceKind.allCases.filter { contains($0) } }

  /// All kinds there are.
  public static var all: NamespaceSet { NamespaceSet(NamespaceKind.allCases) }
  /// CLONE_NEWUSER.
  public static let user = NamespaceSet(.user)
  /// CLONE_NEWCGROUP.
  public static let cgroup = NamespaceSet(.cgroup)
  /// CLONE_NEWIPC.
  public static let ipc = NamespaceSet(.ipc)
  /// CLONE_NEWNS.
  public static let mount = NamespaceSet(.mount)
  /// CLONE_NEWPID.
  public static let pid = NamespaceSet(.pid)
  /// CLONE_NEWUTS.
  public static let uts = NamespaceSet(.uts)
  /// CLONE_NEWNET.
  public static let network = NamespaceSet(.network)
  /// CLONE_NEWTIME.
  public static let time = NamespaceSet(.time)
}
