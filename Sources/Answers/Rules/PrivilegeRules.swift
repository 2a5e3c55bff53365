import Bytes
import Capabilities
import Launch
import LaunchOptions
import NamespaceValues

// Privileges were to change.

func privilegeHints(
  _ failure: PrivilegeFailure, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  let process = evidence.process
  switch failure {
  case .setGroups(let errno): return dropGroupsHints(errno, trouble, evidence)
  case .dropBounding(_, .notPermitted) where process.has(.setpcap) == false:
    return [
      Hint(
        "bounding-needs-setpcap",
        "dropping from the bounding set needs CAP_SETPCAP, which this process lacks; \(trouble.runAsRoot), or add --map-root-user to unshare"
      )
    ]
  case .securebits(.notPermitted) where process.has(.setpcap) == false:
    return [
      Hint(
        "securebits-need-setpcap",
        "securebits are set with CAP_SETPCAP, which this process lacks; \(trouble.runAsRoot)")
    ]
  case .notBounding(let capability):
    return [
      Hint(
        "capability-not-bounding",
        "whoever started this took \(capability.name) away for good; a container gets it by --cap-add, a service by CapabilityBoundingSet="
      )
    ]
  case .notPermitted(let capability), .ambient(let capability, isRaised: true, .notPermitted):
    guard let sets = process.capabilities else { return [] }
    if !sets.permitted.contains(capability) {
      return [
        Hint(
          "capability-not-permitted",
          "only capabilities that one has can be handed on, and \(capability.name) is not permitted here; \(trouble.runAsRoot)"
        )
      ]
    }
    return []
  default: return []
  }
}

/// A value of an option that both launchers have.
func launchOptionHints(_ error: LaunchOptionError) -> [Hint] {
  switch error {
  case .userNumber(let text, .invalid) where text.isName:
    return [
      Hint(
        "identity-is-name",
        "--setuid and --setgid take numbers: id -u \(text.shortened) prints the one of a user")
    ]
  case .groupNumber(let text, .invalid) where text.isName:
    return [
      Hint(
        "identity-is-name",
        "--setuid and --setgid take numbers: getent group \(text.shortened) prints the one of a group"
      )
    ]
  case .unknownCapability:
    return [
      Hint(
        "capability-names",
        "names are those of capabilities(7), such as CAP_NET_ADMIN; --list-caps shows those of this kernel"
      )
    ]
  default: return []
  }
}

extension ByteString {
  /// Whether it may be the name of an account: letters, digits, dashes, and no digit at the beginning.
  fileprivate var isName: Bool {
    guard let first = byte(at: 0), decimalValue(first) == nil, first != UInt8(ascii: "-") else {
      return false
    }
    return bytes.allSatisfy { byte in
      decimalValue(byte) != nil || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}
