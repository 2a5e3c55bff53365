import CKernel
public import Namespaces

/// A system call in a form that every kernel answers in one way and that changes nothing. Another
/// answer is that of a filter, seccomp(2), or of a kernel that does not have the call.
public enum HarmlessCall: CaseIterable, Hashable, Sendable {
  /// unshare(2) of nothing.
  case unshare
  /// setns(2) of no descriptor.
  case setns
  /// mount(2) on no path.
  case mount
  /// pidfd_open(2) of no process.
  case pidfdOpen

  /// Makes the call.
  /// - Returns: what stands in its way; nil where the kernel answered as it must.
  public func refusal() -> Errno? {
    let (answer, expected): (Int32, Int32) =
      switch self {
      case .unshare: (uy_unshare(0), 0)
      case .setns: (uy_setns(-1, 0), -EBADF)
      case .mount: (uy_mount(nil, nil, nil, 0), -EFAULT)
      case .pidfdOpen: (uy_pidfd_open(-1), -EINVAL)
      }
    return answer == expected ? nil : Errno(answer < 0 ? -answer : 0)
  }
}
