import Survey

/// A way in which namespaces are found. The raw value is the word of `nsls --discover`, and what stands in
/// JSON.
public enum NamespaceDiscovery: String, CaseIterable, Hashable, Sendable, Codable {
  /// Processes that are in it, /proc/PID/ns.
  case process = "proc"
  /// Open descriptors of namespace files, /proc/PID/fd.
  case descriptor = "fd"
  /// Sockets, which keep their network namespace: ioctl(2) SIOCGSKNS of a copy, pidfd_getfd(2).
  case socket
  /// Bind mounts of namespace files in the mount namespace of the calling thread.
  case mount
  /// Threads that are not where their process is, /proc/PID/task/TID/ns.
  case thread = "task"
  /// Processes whose children will be in it, `pid_for_children` and `time_for_children`.
  case children
  /// Bind mounts in other mount namespaces that a process is in, /proc/PID/mountinfo.
  case foreignMount = "mount-all"
  /// Namespaces below it, whose parent or owner it is: ioctl_nsfs(2).
  case ancestor

  var way: Discovery {
    switch self {
    case .process: .process
    case .descriptor: .descriptor
    case .socket: .socket
    case .mount: .mount
    case .thread: .task
    case .children: .children
    case .foreignMount: .foreignMount
    case .ancestor: .ancestor
    }
  }
}

extension Discovery {
  init(_ ways: Set<NamespaceDiscovery>) { self.init(ways.map { $0.way }) }

  /// The ways of the set.
  var ways: Set<NamespaceDiscovery> {
    Set(NamespaceDiscovery.allCases.filter { contains($0.way) })
  }
}
