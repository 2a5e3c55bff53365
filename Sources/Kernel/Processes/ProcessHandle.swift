import Bytes
import CKernel
public import NamespaceValues

/// A process by its pidfd, pidfd_open(2): it never comes to mean another one.
@frozen public struct ProcessHandle: ~Copyable {
  private let descriptor: OwnedDescriptor

  /// pidfd_open(2).
  public init(_ process: ProcessID) throws(Errno) {
    descriptor = try OwnedDescriptor(uy_pidfd_open(process.number))
  }

  /// Takes over a pidfd by its number.
  public init(taking number: Int32) throws(Errno) { descriptor = try OwnedDescriptor(number) }

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

  /// What /proc/self/fdinfo says: the number of the process in the PID namespace of that /proc, 0 where it
  /// has none there, -1 when it is gone. Nil where there is no such file.
  public func numberInProc() -> Int32? {
    guard let file = try? OpenFile(reading: "/proc/self/fdinfo/\(descriptor.raw)"),
      let content = try? file.readAll(limit: 4096)
    else { return nil }
    return processNumber(in: content)
  }

  /// Enters namespaces of the process, all of them or none: setns(2), Linux 5.8.
  public func enter(_ namespaces: NamespaceSet) throws(Errno) {
    try Errno.check(uy_setns(descriptor.raw, namespaces.rawValue))
  }

  /// A namespace of the process, ioctl(2) PIDFD_GET_CGROUP_NAMESPACE and the ten after it, Linux 6.11.
  /// - Parameter ofChildren: the one that its children are in, where that is another.
  public func namespace(
    _ kind: NamespaceKind, ofChildren: Bool = false
  ) throws(Errno) -> NamespaceHandle {
    let request: UInt =
      switch kind {
      case .cgroup: 0xff01
      case .ipc: 0xff02
      case .mount: 0xff03
      case .network: 0xff04
      case .pid: ofChildren ? 0xff06 : 0xff05
      case .time: ofChildren ? 0xff08 : 0xff07
      case .user: 0xff09
      case .uts: 0xff0a
      }
    return try NamespaceHandle(askedOf: descriptor, request)
  }

  /// Copies a descriptor of the process, by its number there: pidfd_getfd(2). Needs ptrace access.
  public func copyDescriptor(_ number: Int32) throws(Errno) -> CopiedDescriptor {
    CopiedDescriptor(try OwnedDescriptor(uy_pidfd_getfd(descriptor.raw, number)))
  }
}

/// The `Pid:` line of a pidfd's /proc/self/fdinfo, pidfd_open(2): the process's number in the PID
/// namespace of that /proc, 0 when it has none there, -1 when it is gone. Nil where there is no such
/// line, or no such number in it.
public func processNumber(in content: [UInt8]) -> Int32? {
  let mark = literalBytes("Pid:")
  for line in content.split(separator: UInt8(ascii: "\n")) where line.starts(with: mark) {
    var cursor = ByteCursor(line.dropFirst(mark.count))
    return cursor.number()?.signed32
  }
  return nil
}
