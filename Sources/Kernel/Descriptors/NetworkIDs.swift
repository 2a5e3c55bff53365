import CKernel
public import NamespaceValues

/// Asks the kernel for the ids of network namespaces, rtnetlink(7) RTM_GETNSID. No privilege is
/// needed.
@frozen public struct NetworkIDs: ~Copyable {
  private let socket: OwnedDescriptor

  /// Opens a netlink(7) socket.
  public init() throws(Errno) {
    socket = try OwnedDescriptor(uy_route_socket())
  }

  /// The inode number of the socket.
  public func socketInode() throws(Errno) -> UInt64 { try socket.inode() }

  /// The id of a network namespace, as the one of this process has it.
  public func id(of namespace: borrowing NamespaceHandle) throws(Errno) -> NetworkID {
    var id: Int32 = 0
    try Errno.check(uy_network_id(socket.raw, namespace.descriptor.raw, &id))
    return id < 0 ? .unassigned : .number(id)
  }
}
