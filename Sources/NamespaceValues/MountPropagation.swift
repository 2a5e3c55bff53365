/// How mounts and unmounts travel between mount namespaces, mount_namespaces(7).
public enum MountPropagation: Hashable, Sendable {
  case `private`, shared, slave
  /// As the parent namespace has it: nothing is called.
  case unchanged

  /// The word on the command line.
  package var word: StaticString {
    switch self {
    case .private: "private"
    case .shared: "shared"
    case .slave: "slave"
    case .unchanged: "unchanged"
    }
  }
}
