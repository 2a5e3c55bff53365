public import Bytes
import CNamespaces
import Kernel
public import NamespaceValues

extension NamespaceHandle {
  /// Opens the file of a namespace: /proc/PID/ns/net, or a file that one is mounted on, such as
  /// /run/netns/NAME. A FIFO or a device in its place does not block, and is refused.
  /// - Parameters:
  ///   - path: as open(2) takes it. May hold anything but NUL.
  ///   - kind: what it must be; any kind, where nil.
  /// - Throws: `.open`, `.notNamespace`, `.wrongKind`.
  public init(path: ByteString, kind: NamespaceKind? = nil) throws(NamespaceError) {
    try self.init(attempt(Kernel.NamespaceHandle(given: path)) { .open(path, $0) }, kind)
  }

  /// Opens the namespace of a process, which never comes to mean another one: ioctl(2)
  /// PIDFD_GET_*_NAMESPACE, Linux 6.11; on older kernels /proc/PID/ns.
  /// - Parameters:
  ///   - kind: the one to open. Of a PID namespace it is that in which the process is, also where its children
  ///     will be in another one.
  ///   - process: needs ptrace access, PTRACE_MODE_READ_FSCREDS of ptrace(2).
  /// - Throws: `.namespace` with EPERM or EACCES without that, ESRCH where the process has ended.
  public init(
    _ kind: NamespaceKind, of process: borrowing ProcessHandle
  ) throws(NamespaceError) {
    try self.init(process.open(kind, forChildren: false), kind)
  }

  /// Opens the PID or time namespace that the next children of a process will be in:
  /// /proc/PID/ns/pid_for_children, /proc/PID/ns/time_for_children.
  /// - Throws: as `init(_:of:)`; ENOENT of a PID namespace that has no process yet.
  public init(
    forChildren kind: NamespaceKind, of process: borrowing ProcessHandle
  ) throws(NamespaceError) {
    try self.init(process.open(kind, forChildren: true), kind)
  }

  /// Opens the namespace of the process with a number, as the PID namespace of this process has it. Whether the
  /// number has come to mean another process since you learnt it, nobody can tell; where you can have a `ProcessHandle`
  /// earlier, use that.
  public init(_ kind: NamespaceKind, of process: ProcessID) throws(NamespaceError) {
    try self.init(kind, of: ProcessHandle(process))
  }

  /// Copies a descriptor of a namespace that somebody else owns, and goes on owning: fcntl(2) F_DUPFD_CLOEXEC.
  /// - Parameters:
  ///   - descriptor: its number, such as `FileDescriptor.rawValue` of swift-system.
  ///   - kind: what it must be; any kind, where nil.
  public init(
    duplicating descriptor: Int32, kind: NamespaceKind? = nil
  ) throws(NamespaceError) {
    let copy = un_duplicate(descriptor)
    try self.init(
      attempt(Kernel.NamespaceHandle(taking: copy)) { .descriptor(descriptor, $0) }, kind)
  }

  /// Calls a function with the number of the descriptor, which is valid during the call only, and must not be
  /// closed there. To keep one, copy it: dup(2).
  public func withDescriptor<Result: ~Copyable, Failure: Error>(
    _ body: (Int32) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Open during the call, as this value is lent for as long.
    try body(file.number())
  }
}
