import CCapability
import CKernel

/// The capabilities of this process, capabilities(7), through libcap: the only file that
/// imports it.
public enum Capabilities {
  /// What failed while capabilities were changed.
  public enum Fault: Error, Equatable, Sendable {
    case get(Errno)
    case set(Errno)
    case ambient(Errno)
  }

  /// How many capabilities the running kernel knows, cap_max_bits(3).
  public static var count: Int32 { cap_max_bits() }

  /// Makes every permitted capability inheritable and raises every effective one into the
  /// ambient set, so that the next program has them although it is not root:
  /// cap_get_proc(3), cap_fill(3), cap_set_proc(3), cap_set_ambient(3).
  public static func keepAcrossExec() throws(Fault) {
    guard let state = cap_get_proc() else { throw .get(lastError()) }
    defer { cap_free(UnsafeMutableRawPointer(state)) }
    // The kernel lets only capabilities into the ambient set that are permitted and inheritable.
    guard cap_fill(state, CAP_INHERITABLE, CAP_PERMITTED) == 0, cap_set_proc(state) == 0 else {
      throw .set(lastError())
    }
    for capability in 0..<count {
      var flag = CAP_CLEAR
      guard cap_get_flag(state, capability, CAP_EFFECTIVE, &flag) == 0 else {
        throw .get(lastError())
      }
      if flag == CAP_SET, cap_set_ambient(capability, CAP_SET) != 0 {
        throw .ambient(lastError())
      }
    }
  }

  private static func lastError() -> Errno { Errno(ck_errno()) }
}
