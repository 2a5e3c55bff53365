import CKernel
public import NamespaceValues

/// A system call in a form that every kernel answers in one way and that changes nothing. Another
/// answer is that of a filter, seccomp(2), or of a kernel that does not have the call. A filter may also end
/// the process: only a call that was just answered may be tried.
public enum HarmlessCall: Hashable, Sendable {
  /// unshare(2) of nothing.
  case unshare
  /// setns(2) of no descriptor.
  case setns
  /// mount(2) on no path.
  case mount

  /// Makes the call.
  /// - Returns: what stands in its way; nil where the kernel answered as it must.
  public func refusal() -> Errno? {
    let (answer, expected): (Int32, Int32) =
      switch self {
      case .unshare: (uy_unshare(0), 0)
      case .setns: (uy_setns(-1, 0), -EBADF)
      case .mount: (uy_mount(nil, nil, nil, 0), -EFAULT)
      }
    return answer == expected ? nil : Errno(answer < 0 ? -answer : 0)
  }
}
