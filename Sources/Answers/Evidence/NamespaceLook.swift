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
  /// The user namespace that owns it, and those above; of a user namespace, itself. Nothing where that is
  /// outside of what may be seen.
  public var owner = NamespaceChain()
  /// Of a PID namespace: itself and those above it.
  public var levels = NamespaceChain()

  /// What a test makes up.
  public init(_ number: UInt64, _ kind: NamespaceKind?) {
    (self.number, self.kind) = (number, kind)
  }
}

extension NamespaceLook {
  /// Asks the kernel.
  init(_ namespace: consuming NamespaceHandle) throws(Errno) {
    self.init(try namespace.inode(), try namespace.kind())
    owner = namespace.owners(as: kind)
    if kind == .pid { levels = namespace.chain() }
  }

  /// Whether a PID namespace is the one that a link names, or below it; nil where that is not known.
  func isBelow(_ link: Answer<ByteString>) -> Bool? {
    link.value.flatMap { bracketedNumber($0.bytes) }.map {
      // A file of another kind is not asked for its levels.
      number == $0 || levels.contains($0)
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
