import CKernel

/// A kind of namespace, namespaces(7). The one table of kinds.
public enum NamespaceKind: CaseIterable, Hashable, Sendable {
  // The order in which the original binds namespaces to files; it is visible when one fails.
  case user, cgroup, ipc, uts, network, pid, mount, time

  /// The CLONE_NEW* flag.
  public var flag: Int32 {
    switch self {
    case .user: CLONE_NEWUSER
    case .cgroup: CLONE_NEWCGROUP
    case .ipc: CLONE_NEWIPC
    case .uts: CLONE_NEWUTS
    case .network: CLONE_NEWNET
    case .pid: CLONE_NEWPID
    case .mount: CLONE_NEWNS
    // CLONE_NEWTIME, which older headers lack; it takes a bit that clone(2) uses otherwise.
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
}

/// A set of kinds; the raw value is the flags argument of unshare(2).
public struct NamespaceSet: OptionSet, Hashable, Sendable {
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  public init(_ kind: NamespaceKind) { rawValue = kind.flag }
  public init(_ kinds: [NamespaceKind]) { rawValue = kinds.reduce(0) { $0 | $1.flag } }

  public func contains(_ kind: NamespaceKind) -> Bool { contains(NamespaceSet(kind)) }

  /// The kinds of the set in the order of the table.
  public var kinds: [NamespaceKind] { NamespaceKind.allCases.filter { contains($0) } }

  public static let user = NamespaceSet(.user)
  public static let mount = NamespaceSet(.mount)
  public static let pid = NamespaceSet(.pid)
  public static let uts = NamespaceSet(.uts)
  public static let network = NamespaceSet(.network)
  public static let time = NamespaceSet(.time)
}
