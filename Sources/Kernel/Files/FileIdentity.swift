import Bytes
import CKernel
public import NamespaceValues

/// Which file something is: what the kernel remembers of it. A file system whose server is dead or
/// hostile (NFS, FUSE) is not asked, so finding it out never waits.
public struct FileIdentity: Equatable, Sendable {
  /// The number of the file system it is on.
  public let device: UInt64
  /// The number it has there.
  public let inode: UInt64
  /// Whether it is a socket.
  public let isSocket: Bool

  init(of name: UnsafePointer<CChar>, below directory: Int32) throws(Errno) {
    var found = uy_file_identity()
    try Errno.check(uy_file_identity(directory, name, &found))
    (device, inode, isSocket) = (found.device, found.inode, found.is_socket)
  }
}

extension Errno {
  /// What `DirectoryHandle.namingCached` throws where it says nothing about the file: EAGAIN, or EINVAL, ENOSYS or
  /// EPERM where the kernel or a filter has no such call.
  public var isNoCachedAnswer: Bool {
    code == EAGAIN || code == EINVAL || code == ENOSYS || code == EPERM
  }
}
