import Bytes
import Kernel
public import NamespaceValues
import Survey

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

extension NamespaceLook {
  /// The kernel lets user and PID namespaces nest 32 deep, user_namespaces(7).
  private static var deepest: Int { 33 }

  /// Asks the kernel.
  init(_ namespace: consuming NamespaceHandle) throws(Errno) {
    self.init(try namespace.inode(), try namespace.kind())
    owner = try? namespace.owner().inode()
    if kind == .user { creator = try? namespace.creator() }
    guard kind == .user || kind == .pid else { return }
    var place = namespace
    while ancestors.count < Self.deepest {
      // Ends where what is above may not be seen, or nothing is.
      guard let above = try? place.parent(), let number = try? above.inode() else { return }
      ancestors.append(number)
      place = above
    }
  }
}

// What /proc/PID/ns/KIND says: `net:[4026532180]`.

extension Answer<ByteString> {
  /// Whether a link names the namespace of a number; nil where it is not known.
  func isNumber(_ number: UInt64) -> Bool? { value.map { bracketedNumber($0.bytes) == number } }

  /// Whether a link names the namespace of a kind with which the kernel starts; nil where it is not known,
  /// or where there is none with a number of its own.
  func isFirst(_ kind: NamespaceKind) -> Bool? { kind.firstNumber.flatMap { isNumber($0) } }
}
