import CCapability
import CKernel
public import NamespaceValues

/// The capabilities of this process, capabilities(7), through libcap. Nothing but this file and
/// those named Capabilities+X.swift imports it.
public enum OwnCapabilities {
  /// What failed while capabilities were changed.
  public enum Fault: Error, Equatable, Sendable {
    case get(Errno)
    case set(Errno)
    case ambient(Errno)
  }

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

  static func lastError() -> Errno { Errno(uy_errno()) }
}
