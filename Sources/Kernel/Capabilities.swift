import CCapability
import CKernel

/// The capabilities of this process, capabilities(7), through libcap. Nothing but this file and
/// those named Capabilities+X.swift imports it.
public enum Capabilities {
  /// What failed while capabilities were changed.
  public enum Fault: Error, Equatable, Sendable {
    case get(Errno)
    case set(Errno)
    case ambient(Errno)
  }

  /// How many capabilities the running kernel knows, cap_max_bits(3).
  public static var count: Int32 { cap_max_bits() }

  /// The capabilities that the running kernel knows.
  public static var known: CapabilitySet { CapabilitySet(first: count) }

  /// Makes every permitted capability inheritable and raises every effective one into the
  /// ambient set, so that the next program has them although it is not root:
  /// cap_get_proc(3), cap_fill(3), cap_set_proc(3), cap_set_ambient(3).
  /// - Parameter except: those that are left out.
  public static func keepAcrossExec(except: CapabilitySet = []) throws(Fault) {
    guard let state = cap_get_proc() else { throw .get(lastError()) }
    defer { cap_free(UnsafeMutableRawPointer(state)) }
    // The kernel lets only capabilities into the ambient set that are permitted and inheritable.
    guard cap_fill(state, CAP_INHERITABLE, CAP_PERMITTED) == 0,
      put(except, state, CAP_INHERITABLE, CAP_CLEAR), cap_set_proc(state) == 0
    else {
      throw .set(lastError())
    }
    for capability in known.subtracting(except).capabilities {
      var flag = CAP_CLEAR
      let number = cap_value_t(capability.number)
      guard cap_get_flag(state, number, CAP_EFFECTIVE, &flag) == 0 else { throw .get(lastError()) }
      if flag == CAP_SET, cap_set_ambient(number, CAP_SET) != 0 { throw .ambient(lastError()) }
    }
  }

  /// Sets or clears a flag of capabilities in libcap's own state, cap_set_flag(3).
  static func put(
    _ capabilities: CapabilitySet, _ state: cap_t, _ flag: cap_flag_t, _ value: cap_flag_value_t
  ) -> Bool {
    for capability in capabilities.capabilities {
      var number = cap_value_t(capability.number)
      if cap_set_flag(state, flag, 1, &number, value) != 0 { return false }
    }
    return true
  }

  static func lastError() -> Errno { Errno(ck_errno()) }
}
