public import Bytes
import CKernel
public import Namespaces

/// Which file something is: what the kernel remembers of it. A file system whose server is dead or
/// hostile (NFS, FUSE) is not asked, so finding it out never waits.
public struct FileIdentity: Equatable, Sendable {
  public let device: UInt64
  public let inode: UInt64
  public let isSocket: Bool

  init(of name: UnsafePointer<CChar>, below directory: Int32) throws(Errno) {
    var found = uy_file_identity()
    try Errno.check(uy_file_identity(directory, name, &found))
    (device, inode, isSocket) = (found.device, found.inode, found.is_socket)
  }
}

extension OwnedDescriptor {
  /// Which file this is, statx(2) with AT_STATX_DONT_SYNC.
  public func identity() throws(Errno) -> FileIdentity { try FileIdentity(of: "", below: raw) }

  /// Whether this is a socket, which is asked of sockets only: getsockopt(2).
  public var isSocket: Bool { uy_is_socket(raw) }

  /// Names what is at a path below this directory, as far as that takes no question to a file
  /// system: openat2(2) with RESOLVE_CACHED. Throws EAGAIN where one would have to be asked, EINVAL
  /// or ENOSYS where the kernel is too old.
  public func namingCached(_ path: ByteString) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(path.withCString { uy_open_cached(raw, $0) }))
  }

  /// Names what is at a path below this directory, openat(2) with O_PATH.
  public func naming(_ path: ByteString) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(path.withCString { uy_openat(raw, $0, O_PATH) }))
  }
}

extension Errno {
  /// What `namingCached` throws where it says nothing about the file: EAGAIN, or EINVAL, ENOSYS or
  /// EPERM where the kernel or a filter has no such call.
  public var isNoCachedAnswer: Bool {
    code == EAGAIN || code == EINVAL || code == ENOSYS || code == EPERM
  }
}
