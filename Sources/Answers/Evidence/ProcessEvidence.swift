public import Bytes
public import Capabilities
import Privs

/// What is known of the process that failed.
public struct ProcessEvidence: Equatable, Sendable {
  /// All five sets.
  public var capabilities: CapabilitySets?
  /// no_new_privs of prctl(2).
  public var forbidsNewPrivileges: Bool?
  /// /proc/self/status, proc_pid_status(5).
  public var status = Answer<[UInt8]>.unknown
  /// /proc/self/uid_map, user_namespaces(7).
  public var userMap = Answer<[UInt8]>.unknown
  /// /proc/self/gid_map.
  public var groupMap = Answer<[UInt8]>.unknown
  /// /proc/self/setgroups.
  public var setgroups = Answer<[UInt8]>.unknown
  /// /proc/self/mountinfo, proc_pid_mountinfo(5).
  public var mounts = Answer<[UInt8]>.unknown
  /// /proc/self/ns/user.
  public var userNamespace = Answer<ByteString>.unknown

  /// Nothing is known.
  public init() {}

  /// Looks at this process.
  public init(from source: some EvidenceSource) {
    capabilities = source.capabilities()
    forbidsNewPrivileges = source.forbidsNewPrivileges()
    status = source.content(of: "/proc/self/status")
    userMap = source.content(of: "/proc/self/uid_map")
    groupMap = source.content(of: "/proc/self/gid_map")
    setgroups = source.content(of: "/proc/self/setgroups")
    mounts = source.content(of: "/proc/self/mountinfo")
    userNamespace = source.link(at: "/proc/self/ns/user")
  }
}

// What the captured texts say.

extension ProcessEvidence {
  /// Whether it has a capability in effect; nil where that is not known.
  public func has(_ capability: Capability) -> Bool? {
    capabilities.map { $0.effective.contains(capability) }
  }

  /// Whether its bounding set lacks a capability, so that no program of its descendants has it.
  public func cannotEverHave(_ capability: Capability) -> Bool? {
    capabilities.map { !$0.bounding.contains(capability) }
  }

  /// Whether system calls go through a filter, seccomp(2).
  public var isFiltered: Bool { status.value.map { ProcessStatus($0).seccomp == .filter } ?? false }

  /// Whether it is in the first user namespace, which has the same number on every kernel.
  public var isInFirstUserNamespace: Bool? { userNamespace.value.map { $0 == "user:[4026531837]" } }
}
