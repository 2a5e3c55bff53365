public import Namespaces

/// What the kernel says of a namespace, ioctl_nsfs(2). It was opened for that and closed again.
public struct NamespaceLook: Equatable, Sendable {
  /// Its inode number.
  public var number: UInt64
  /// Nil for one that we do not know.
  public var kind: NamespaceKind?
  /// The number of the user namespace that owns it; nil where that is outside of what may be seen.
  public var owner: UInt64?
  /// Of a PID or user namespace: the numbers of those above it, as far up as may be seen.
  public var ancestors: [UInt64] = []
  /// Who made a user namespace.
  public var creator: UserID?

  /// What a test makes up.
  public init(_ number: UInt64, _ kind: NamespaceKind?) {
    (self.number, self.kind) = (number, kind)
  }
}
