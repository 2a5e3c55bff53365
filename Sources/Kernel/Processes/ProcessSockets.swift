public import NamespaceValues

/// The sockets of another process, which are copied to be looked at: pidfd_getfd(2). Needs ptrace
/// access to the process.
public final class ProcessSockets {
  private let process: ProcessHandle?
  private var fault: Errno?

  /// pidfd_open(2); where that fails no socket can be looked at.
  public init(of process: ProcessID) {
    do throws(Errno) { self.process = try ProcessHandle(process) } catch {
      self.process = nil
      fault = error
    }
  }

  /// Why this process may not even copy a descriptor of its own: a filter (seccomp(2)) forbids it, or
  /// the kernel lacks the call. Nil where it may.
  public static func refusal(tryingWith own: borrowing DirectoryHandle) -> Errno? {
    do throws(Errno) {
      _ = try ProcessHandle(Calls.ownProcess).copyDescriptor(own.descriptor.raw)
      return nil
    } catch {
      return error
    }
  }

  /// The network namespace of a socket, by its number in that process: pidfd_getfd(2), ioctl(2)
  /// SIOCGSKNS. Throws EBADF where the number means no socket by now.
  public func networkNamespace(of socket: Int32) throws(Errno) -> NamespaceHandle {
    if let fault { throw fault }
    let copy: CopiedDescriptor?
    do throws(Errno) { copy = try process?.copyDescriptor(socket) } catch {
      // Access is to the process as a whole: the other sockets need not be tried.
      if error == .notPermitted { fault = error }
      throw error
    }
    // By now the number may stand for a device or a file of a hostile server, which would get the
    // request, made with our rights.
    guard let socket = copy?.socketByOption() else { throw .badDescriptor }
    return try socket.networkNamespace()
  }
}
