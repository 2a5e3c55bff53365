import CKernel

/// How mounts and unmounts travel between mount namespaces, mount_namespaces(7).
public enum MountPropagation: Hashable, Sendable {
  case `private`, shared, slave
  /// As the parent namespace has it: nothing is called.
  case unchanged

  /// The MS_* flag for mount(2); nil for `.unchanged`.
  var flag: Int? {
    switch self {
    case .private: MS_PRIVATE
    case .shared: MS_SHARED
    case .slave: MS_SLAVE
    case .unchanged: nil
    }
  }

  /// The word on the command line.
  public var word: StaticString {
    switch self {
    case .private: "private"
    case .shared: "shared"
    case .slave: "slave"
    case .unchanged: "unchanged"
    }
  }
}

/// What is written to /proc/PID/setgroups, user_namespaces(7).
public enum SetgroupsPolicy: Hashable, Sendable {
  case allow, deny

  public var word: StaticString {
    switch self {
    case .allow: "allow"
    case .deny: "deny"
    }
  }
}

/// An offset of a clock in a new time namespace, time_namespaces(7).
public struct ClockOffset: Hashable, Sendable {
  public enum Clock: Int32, Sendable {
    case monotonic = 1
    case boottime = 7
  }

  public let clock: Clock
  /// Whole seconds.
  public let seconds: Int64

  public init(_ clock: Clock, seconds: Int64) {
    self.clock = clock
    self.seconds = seconds
  }
}
