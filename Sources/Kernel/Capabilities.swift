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

  /// The capabilities that the running kernel knows, as libcap found out when the program started,
  /// cap_max_bits(3). For names, lists and what is said to people; where one failed answer made it
  /// too small nothing may depend on it, so what drops or verifies goes by number instead.
  public static var known: CapabilitySet { CapabilitySet(first: cap_max_bits()) }

  /// Makes every permitted capability inheritable and raises every effective one into the
  /// ambient set, so that the next program has them although it is not root:
  /// capget(2), capset(2), cap_set_ambient(3).
  /// - Parameter except: those that are left out.
  public static func keepAcrossExec(except: CapabilitySet = []) throws(Fault) {
    var state: CapabilityState
    do throws(Errno) { state = try Self.state() } catch { throw .get(error) }
    // The kernel lets only capabilities into the ambient set that are permitted and inheritable.
    state.inheritable = state.permitted.subtracting(except)
    do throws(Errno) { try setState(state) } catch { throw .set(error) }
    for capability in state.effective.subtracting(except).capabilities {
      do throws(Errno) { try setAmbient(capability, isRaised: true) } catch {
        throw .ambient(error)
      }
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

  static func lastError() -> Errno { Errno(uy_errno()) }
}
