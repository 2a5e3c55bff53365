import CKernel
public import NamespaceValues

/// Opens namespaces by their 64-bit ids alone, through the file handles of nsfs. Linux 6.18 has such
/// handles, but opens none without type and inode number (ESTALE); Linux 6.19 does.
@frozen public struct NamespaceIDOpener: ~Copyable {
  /// Any namespace file: handles are opened relative to its file system.
  private let file: NamespaceHandle
  private let handleType: Int32

  /// Throws where the kernel has no such handles: name_to_handle_at(2).
  public init() throws(Errno) {
    let namespace = try ProcessHandle(Calls.ownProcess).namespace(.mount)
    var type: Int32 = 0
    try Errno.check(uy_handle_type(namespace.descriptor.raw, &type))
    file = namespace
    handleType = type
  }

  /// open_by_handle_at(2).
  public func open(_ id: UInt64) throws(Errno) -> NamespaceHandle {
    NamespaceHandle(
      try OwnedDescriptor(uy_open_namespace_id(file.descriptor.raw, handleType, id)))
  }
}
