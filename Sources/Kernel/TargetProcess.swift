public import Bytes
import CKernel
public import Namespaces

// What is asked of another process through a pidfd, and of namespace files.

extension Calls {
  /// PIDFD_GET_MNT_NAMESPACE, Linux 6.11.
  private static var getMountNamespace: UInt { 0xff03 }
  /// PIDFD_GET_USER_NAMESPACE, Linux 6.11.
  private static var getUserNamespace: UInt { 0xff09 }
  /// NS_GET_USERNS, ioctl_nsfs(2).
  private static var getOwner: UInt { 0xb701 }
  /// NS_GET_PARENT, ioctl_nsfs(2).
  private static var getParent: UInt { 0xb702 }
  /// NS_GET_NSTYPE, ioctl_nsfs(2).
  private static var getKind: UInt { 0xb703 }
  /// SIOCGSKNS.
  private static var getSocketNamespace: UInt { 0x894c }

  /// The user namespace of the process that a pidfd stands for, ioctl(2) PIDFD_GET_USER_NAMESPACE.
  public static func userNamespace(
    of process: borrowing OwnedDescriptor
  ) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_ioctl_open(process.raw, getUserNamespace)))
  }

  /// The mount namespace of the process that a pidfd stands for, ioctl(2) PIDFD_GET_MNT_NAMESPACE.
  public static func mountNamespace(
    of process: borrowing OwnedDescriptor
  ) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_ioctl_open(process.raw, getMountNamespace)))
  }

  /// The user namespace that owns a namespace; the parent of a user namespace. ioctl_nsfs(2)
  /// NS_GET_USERNS.
  public static func owner(
    of namespace: borrowing OwnedDescriptor
  ) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_ioctl_open(namespace.raw, getOwner)))
  }

  /// The namespace above a PID or user namespace, ioctl_nsfs(2) NS_GET_PARENT.
  public static func parent(
    of namespace: borrowing OwnedDescriptor
  ) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_ioctl_open(namespace.raw, getParent)))
  }

  /// The kind of a namespace, ioctl_nsfs(2) NS_GET_NSTYPE; nil for one we do not know.
  public static func kind(
    of namespace: borrowing OwnedDescriptor
  ) throws(Errno) -> NamespaceKind? {
    let flag = try Errno.check(uy_ioctl_open(namespace.raw, getKind))
    return NamespaceKind.allCases.first { $0.flag == flag }
  }

  /// Who made a user namespace, ioctl_nsfs(2) NS_GET_OWNER_UID; other kinds have no such answer.
  public static func creator(
    of namespace: borrowing OwnedDescriptor
  ) throws(Errno) -> UserID {
    var user: UInt32 = 0
    try Errno.check(uy_owner_uid(namespace.raw, &user))
    return UserID(user)
  }

  /// The network namespace of a socket, ioctl(2) SIOCGSKNS.
  public static func networkNamespace(
    of socket: borrowing OwnedDescriptor
  ) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_ioctl_open(socket.raw, getSocketNamespace)))
  }

  /// pidfd_getfd(2).
  public static func copyDescriptor(
    _ number: Int32, of process: borrowing OwnedDescriptor
  ) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_pidfd_getfd(process.raw, number)))
  }

  /// The release of the running kernel, uname(2).
  public static func kernelRelease() throws(Errno) -> ByteString {
    var bytes = [CChar](repeating: 0, count: 256)
    try Errno.check(uy_kernel_release(&bytes, bytes.count))
    return bytes.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
  }
}

extension OwnedDescriptor {
  /// The descriptor's number, for messages and for /proc/self/fdinfo.
  public var number: Int32 { raw }

  /// The inode number, statx(2).
  public func inode() throws(Errno) -> UInt64 {
    var inode: UInt64 = 0
    try Errno.check(uy_inode(raw, &inode))
    return inode
  }

  /// fstat(2).
  public func facts() throws(Errno) -> FileFacts { try FileFacts(of: "", below: raw) }
}

/// Opens namespaces by their 64-bit ids, through the file handles of nsfs (Linux 6.18).
public struct NamespaceIDOpener: ~Copyable {
  /// Any namespace file: handles are opened relative to its file system.
  private let file: OwnedDescriptor
  private let handleType: Int32

  /// Throws where the kernel has no such handles.
  public init() throws(Errno) {
    let namespace = try Calls.mountNamespace(of: Calls.openProcess(Calls.ownProcess))
    var type: Int32 = 0
    try Errno.check(uy_handle_type(namespace.raw, &type))
    file = namespace
    handleType = type
  }

  /// open_by_handle_at(2).
  public func open(_ id: UInt64) throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(raw: try Errno.check(uy_open_namespace_id(file.raw, handleType, id)))
  }
}
