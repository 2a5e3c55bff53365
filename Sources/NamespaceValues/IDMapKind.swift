package import Bytes

/// Which of the two id maps of a user namespace, user_namespaces(7).
public enum IDMapKind: Hashable, Sendable {
  /// /proc/PID/uid_map.
  case users
  /// /proc/PID/gid_map.
  case groups

  /// The file below /proc/PID.
  public var fileName: StaticString {
    switch self {
    case .users: "uid_map"
    case .groups: "gid_map"
    }
  }

  /// The file that holds the id shown for one that a user namespace does not know.
  package var overflowFile: ByteString {
    switch self {
    case .users: "/proc/sys/kernel/overflowuid"
    case .groups: "/proc/sys/kernel/overflowgid"
    }
  }

  /// The set-uid program that writes the map for a plain user.
  package var helperName: ByteString {
    switch self {
    case .users: "newuidmap"
    case .groups: "newgidmap"
    }
  }

  /// The file with the subordinate ids, subuid(5) and subgid(5).
  package var subordinateFile: ByteString {
    switch self {
    case .users: "/etc/subuid"
    case .groups: "/etc/subgid"
    }
  }
}
