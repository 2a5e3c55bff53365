public import Bytes
public import NamespaceValues

/// A container, machine or unit that a control group belongs to. A class, so that it is handed on at little cost.
public final class CgroupOwner: Sendable {
  /// Who made the container; `.unknown` for a machine or unit too.
  public let engine: ContainerEngine
  /// The container's id, or the name of the LXC container, machine or unit.
  public let name: ByteString
  /// The path of the control group, up to and with the component that says so.
  public let path: ByteString
  /// Whether only root, or the user himself, can have named the group: it is in no group of another user,
  /// and in no group of another container.
  public let isTrusted: Bool
  /// Whose manager has the unit, nil where it is the system's; of a container, another user below whose groups
  /// it is.
  public let user: UserID?

  init(
    _ engine: ContainerEngine, _ name: ArraySlice<UInt8>, _ path: ByteString, isTrusted: Bool,
    user: UserID? = nil
  ) {
    (self.engine, self.name, self.path) = (engine, ByteString(name), path)
    (self.isTrusted, self.user) = (isTrusted, user)
  }

  /// Whether both are one: a name alone may have been chosen by anybody, at another place.
  func isSame(as other: CgroupOwner) -> Bool {
    engine == other.engine && name == other.name && path == other.path
  }
}
