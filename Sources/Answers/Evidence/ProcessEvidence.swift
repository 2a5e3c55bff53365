public import Bytes
public import Capabilities
public import Kernel
public import NamespaceValues
import Privs
public import Survey

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
  /// /proc/self/ns/pid.
  public var pidNamespace = Answer<ByteString>.unknown
  /// /proc/self/ns/pid_for_children.
  public var childPIDNamespace = Answer<ByteString>.unknown
  /// /proc/self/cwd.
  public var workingDirectory = Answer<ByteString>.unknown
  /// PR_GET_DUMPABLE of prctl(2).
  public var allowsDumping: Bool?
  /// The directory /proc.
  public var proc = Answer<FileLook>.unknown

  /// Nothing is known.
  public init() {}

  /// Looks at this process.
  public mutating func gather(from source: some EvidenceSource) {
    capabilities = source.capabilities()
    forbidsNewPrivileges = source.forbidsNewPrivileges()
    status = source.content(of: "/proc/self/status")
    userMap = source.content(of: "/proc/self/uid_map")
    groupMap = source.content(of: "/proc/self/gid_map")
    setgroups = source.content(of: "/proc/self/setgroups")
    mounts = source.content(of: "/proc/self/mountinfo")
    userNamespace = source.link(at: "/proc/self/ns/user")
    pidNamespace = source.link(at: "/proc/self/ns/pid")
    childPIDNamespace = source.link(at: "/proc/self/ns/pid_for_children")
    workingDirectory = source.link(at: "/proc/self/cwd")
    allowsDumping = source.allowsDumping()
    proc = source.look(at: "/proc")
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

  /// Whether it is certain that no filter is in the way.
  public var isUnfiltered: Bool {
    status.value.map { ProcessStatus($0).seccomp == ProcessStatus.SeccompMode.none } ?? false
  }

  /// Whether an id exists in its user namespace; nil where that is not known.
  public func maps(_ id: UInt32, _ kind: IDMapKind) -> Bool? {
    guard let text = (kind == .users ? userMap : groupMap).value else { return nil }
    return IDMapping.parse(map: text[...]).contains { $0.hasInner(id) }
  }

  /// All mounts that it can see; nil where that is not known.
  public var mountEntries: [MountEntry]? { mounts.value.map { MountTable.entries(of: $0) } }

  /// Whether its root directory is no mount point, so that it is in a chroot; nil where that is not
  /// known. One whose root is a mount point looks as if there were none.
  public var isInDirectoryRoot: Bool? {
    guard let mountEntries, !mountEntries.isEmpty else { return nil }
    return !mountEntries.contains { $0.mountPoint == "/" }
  }

  /// Whether there is something else than proc(5) at /proc; nil where that is not known.
  public var lacksProc: Bool? {
    switch proc {
    case .known(let look): look.fileSystem.map { $0 != .proc }
    default: proc.isAbsent ? true : nil
    }
  }

  /// Whether its next child is to be in another PID namespace than itself; nil where that is not known.
  public var hasPendingPIDNamespace: Bool? {
    guard let own = pidNamespace.value else { return nil }
    switch childPIDNamespace {
    case .unknown: return nil
    // There is no link while the other one has no process.
    case .refused(let errno): return errno == .noEntry ? true : nil
    case .known(let other): return other != own
    }
  }

  /// A path that begins at the root.
  public func absolute(_ path: ByteString) -> ByteString? {
    if path.hasPrefix("/") { return path }
    return workingDirectory.value.map { directory in "\(directory)/\(path)" }
  }

  /// Whether it is in the first PID namespace; nil where that is not known.
  public var isInFirstPIDNamespace: Bool? { pidNamespace.isFirst(.pid) }

  /// In how many PID namespaces it has a number, from that of /proc on.
  public var pidLevels: Int? {
    guard let text = status.value else { return nil }
    let numbers = ProcessStatus(text).processNumbers
    return numbers.isEmpty ? nil : numbers.count
  }

  /// Whether the numbers of processes in /proc are those of its own PID namespace; nil where that is
  /// not known. In a /proc of a namespace above it has a number for each level.
  public var numbersAreOfProc: Bool? { pidLevels.map { $0 == 1 } }

  /// Whether /proc shows a user his own processes only, hidepid of proc(5); nil where that is not known.
  public var procHides: Bool? {
    mountEntries?.last { $0.mountPoint == "/proc" }.map { mount in
      [
        "hidepid=1", "hidepid=2", "hidepid=4", "hidepid=noaccess", "hidepid=invisible",
        "hidepid=ptraceable",
      ]
      .contains { mount.fileSystemHas($0) }
    }
  }

  /// Whether it is in the first user namespace; nil where that is not known.
  public var isInFirstUserNamespace: Bool? { userNamespace.isFirst(.user) }
}
