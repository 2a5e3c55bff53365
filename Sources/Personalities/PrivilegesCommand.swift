import Bytes
import Kernel

/// `unyoke privs [--json] [PID]`, and what the programs say about privileges.
enum PrivilegesCommand {
  /// The capabilities that the running kernel knows, one a line.
  static var capabilityList: [UInt8] {
    Capabilities.known.capabilities.flatMap {
      Capabilities.name(of: $0).bytes + [UInt8(ascii: "\n")]
    }
  }
}
