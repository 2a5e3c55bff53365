/// A kind of namespace, namespaces(7). The one table of kinds.
public enum NamespaceKind: CaseIterable, Hashable, Sendable {
  // The order in which the original binds namespaces to files; it is visible when one fails.
  case user, cgroup, ipc, uts, network, pid, mount, time

  /// The CLONE_NEW* flag, as the kernel has it on every architecture.
  public var flag: Int32 {
    switch self {
    case .user: 0x1000_0000
    case .cgroup: 0x0200_0000
    case .ipc: 0x0800_0000
    case .uts: 0x0400_0000
    case .network: 0x4000_0000
    case .pid: 0x2000_0000
    case .mount: 0x0002_0000
    // It takes a bit that clone(2) uses otherwise.
    case .time: 0x80
    }
  }

  /// The CLONE_NEW* flag's name, for people.
  public var flagName: StaticString {
    switch self {
    case .user: "CLONE_NEWUSER"
    case .cgroup: "CLONE_NEWCGROUP"
    case .ipc: "CLONE_NEWIPC"
    case .uts: "CLONE_NEWUTS"
    case .network: "CLONE_NEWNET"
    case .pid: "CLONE_NEWPID"
    case .mount: "CLONE_NEWNS"
    case .time: "CLONE_NEWTIME"
    }
  }

  /// The file below /proc/PID/ns of the namespace that a process is in.
  public var name: StaticString {
    switch self {
    case .pid: "pid"
    case .time: "time"
    default: persistentName
    }
  }

  /// The file below /proc/PID/ns that stands for the namespace this process made. A new PID or
  /// time namespace holds its children, not the process itself.
  public var persistentName: StaticString {
    switch self {
    case .user: "user"
    case .cgroup: "cgroup"
    case .ipc: "ipc"
    case .uts: "uts"
    case .network: "net"
    case .pid: "pid_for_children"
    case .mount: "mnt"
    case .time: "time_for_children"
    }
  }

  /// The number of the first namespace of a kind, with which the kernel starts; nil for those that
  /// get one when they are made.
  package var firstNumber: UInt64? {
    switch self {
    case .ipc: 4_026_531_839
    case .uts: 4_026_531_838
    case .user: 4_026_531_837
    case .pid: 4_026_531_836
    case .cgroup: 4_026_531_835
    case .time: 4_026_531_834
    case .network, .mount: nil
    }
  }
}
