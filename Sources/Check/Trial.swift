import Bytes
public import Launch
public import NamespaceValues
public import Unshare

/// Something that is tried: what unshare(1) does for a certain command line, up to its program.
public enum Trial: Equatable, Sendable {
  /// One new namespace; with a user namespace whose ids are mapped as by `--map-root-user`, or alone.
  case kind(NamespaceKind, withUser: Bool)
  /// A new /proc, as by `--mount-proc`.
  case proc(withUser: Bool)
  /// Ranges in an id map of a new user namespace, as by `--map-users`.
  case ranges(IDMapKind, [IDRange])

  /// What is carried out.
  public func plan(for caller: UnshareIntent.Caller) -> LaunchPlan {
    var intent = UnshareIntent(caller: caller)
    switch self {
    case .kind(let kind, let withUser):
      intent.namespaces = NamespaceSet(kind)
      // Whether mounts can be made private is another question.
      intent.propagation = .unchanged
      if withUser { Self.addUser(&intent) }
    case .proc(let withUser):
      intent.namespaces = [.mount, .pid]
      intent.forks = true
      intent.procDirectory = "/proc"
      if withUser { Self.addUser(&intent) }
    case .ranges(.users, let ranges):
      intent.namespaces = .user
      intent.userRanges = ranges
    case .ranges(.groups, let ranges):
      intent.namespaces = .user
      intent.groupRanges = ranges
    }
    return intent.plan(running: ["true"])
  }

  private static func addUser(_ intent: inout UnshareIntent) {
    intent.namespaces.insert(.user)
    intent.innerUser = .root
    intent.innerGroup = .root
  }
}
