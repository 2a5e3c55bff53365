import CKernel
public import NamespaceValues

/// A process by its pidfd, pidfd_open(2): it never comes to mean another one.
@frozen public struct ProcessHandle: ~Copyable {
  private let descriptor: OwnedDescriptor

  /// pidfd_open(2).
  public init(_ process: ProcessID) throws(Errno) {
    descriptor = try OwnedDescriptor(uy_pidfd_open(process.number))
  }

  /// The descriptor's number, for messages and for /proc/self/fdinfo.
  public func number() -> Int32 { descriptor.raw }

  /// The inode number, statx(2): where pidfds have a file system of their own (Linux 6.9) no two
  /// processes share one.
  public func inode() throws(Errno) -> UInt64 { try descriptor.inode() }

  /// fstatfs(2).
  public func fileSystemType() throws(Errno) -> FileSystemType {
    try FileSystemType(of: descriptor)
  }

  /// Whether the process has ended: poll(2) without waiting.
  public func hasEnded() throws(Errno) -> Bool { try descriptor.isReadable(within: 0) }

  /// Enters namespaces of the process, all of them or none: setns(2), Linux 5.8.
  public func enter(_ namespaces: NamespaceSet) throws(Errno) {
    try Errno.check(uy_setns(descriptor.raw, namespaces.rawValue))
  }

  /// The mount namespace of the process, ioctl(2) PIDFD_GET_MNT_NAMESPACE, Linux 6.11.
  public func mountNamespace() throws(Errno) -> NamespaceHandle {
    try NamespaceHandle(askedOf: descriptor, 0xff03)
  }

  /// The user namespace of the process, ioctl(2) PIDFD_GET_USER_NAMESPACE, Linux 6.11.
  public func userNamespace() throws(Errno) -> NamespaceHandle {
    try NamespaceHandle(askedOf: descriptor, 0xff09)
  }

  /// Copies a descriptor of the process, by its number there: pidfd_getfd(2). Needs ptrace access.
  public func copyDescriptor(_ number: Int32) throws(Errno) -> CopiedDescriptor {
    CopiedDescriptor(try OwnedDescriptor(uy_pidfd_getfd(descriptor.raw, number)))
  }
}
