import CKernel
public import Namespaces

/// The sockets of another process, which are copied to be looked at: pidfd_getfd(2). Needs ptrace
/// access to the process.
public final class ProcessSockets {
  private let descriptor: Int32
  private var fault: Errno?

  /// pidfd_open(2); where that fails no socket can be looked at.
  public init(of process: ProcessID) {
    descriptor = uy_pidfd_open(process.number)
    if descriptor < 0 { fault = Errno(-descriptor) }
  }

  /// Why this process may not even copy a descriptor of its own: a filter (seccomp(2)) forbids it, or
  /// the kernel lacks the call. Nil where it may.
  public static func refusal(tryingWith own: borrowing OwnedDescriptor) -> Errno? {
    do throws(Errno) {
      _ = try Calls.copyDescriptor(own.raw, of: try Calls.openProcess(Calls.ownProcess))
      return nil
    } catch {
      return error
    }
  }

  deinit { if descriptor >= 0 { _ = uy_close(descriptor) } }

  /// The network namespace of a socket, by its number in that process: pidfd_getfd(2), ioctl(2)
  /// SIOCGSKNS.
  public func networkNamespace(of socket: Int32) throws(Errno) -> OwnedDescriptor {
    if let fault { throw fault }
    let copy = uy_pidfd_getfd(descriptor, socket)
    if copy < 0 {
      // Access is to the process as a whole: the other sockets need not be tried.
      if copy == -EPERM { fault = .notPermitted }
      throw Errno(-copy)
    }
    let socket = OwnedDescriptor(raw: copy)
    // By now the number may stand for a device or a file of a hostile server, which would get the
    // request, made with our rights.
    guard socket.isSocket else { throw .badDescriptor }
    return try Calls.networkNamespace(of: socket)
  }
}
