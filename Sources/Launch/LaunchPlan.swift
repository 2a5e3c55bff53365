public import Bytes
public import NamespaceValues

/// Everything a launch will do, as a value: it can be compared, printed and carried out. It
/// holds names, never open descriptors.
///
/// Without a fork one process does it all: `setup`, `persistence`, `runner`, then the program.
/// With a fork the process that was started does `setup` and `persistence` and waits, while its
/// child does `runner` and becomes the program. With an init between them that does `initial`.
public struct LaunchPlan: Equatable, Sendable {
  /// In the process that was started.
  public var setup: [LaunchStep] = []
  /// Whether, and how, the program gets a process of its own.
  public var fork: ForkMode?
  /// In the process that was started; with a fork after it, because a PID namespace can only be
  /// bound to a file when it has its first process.
  public var persistence: [LaunchStep] = []
  /// In the init of a new PID namespace, where there is one: what the program finds there.
  public var initial: [LaunchStep] = []
  /// In the process that becomes the program.
  public var runner: [LaunchStep] = []
  /// What runs in the end.
  public var program: LaunchProgram
  /// What that sees of the environment.
  public var environment: EnvironmentPolicy = .inherit
  /// Comes before `setup`, and ends this process's part of the plan where it is needed.
  public var protection = BinaryProtection.unneeded

  /// A plan that only starts a program.
  public init(program: LaunchProgram) { self.program = program }

  /// What the init asks for at the death of the process that was started.
  var deathSignal: SignalNumber? {
    for step in initial { if case .dieWithParent(let signal) = step { return signal } }
    return nil
  }
}

/// How a forked child and the process that waits for it are tied together.
public struct ForkMode: Equatable, Sendable {
  /// What the waiting process does with signals.
  public var manner: WaitingManner
  /// SIGTERM and SIGINT are passed on to the child.
  public var forwardsSignals = false
  /// A `dieWithParent` step follows in the child: it needs a descriptor of its parent to find
  /// out whether that is dead already.
  public var watchesParent = false
  /// What is done for the program beyond waiting for it; nil where only the above is.
  public var supervision: Supervision?

  /// Says how the process that was started waits, and what it does with signals.
  public init(
    _ manner: WaitingManner, forwardsSignals: Bool = false, watchesParent: Bool = false,
    supervision: Supervision? = nil
  ) {
    self.manner = manner
    self.forwardsSignals = forwardsSignals
    self.watchesParent = watchesParent
    self.supervision = supervision
  }

  /// Whether SIGINT and SIGTERM are blocked around the fork.
  var blocksTermination: Bool { manner == .shielded || forwardsSignals }
}

/// How a process waits for its child.
public enum WaitingManner: Equatable, Sendable {
  /// As unshare does: SIGINT and SIGTERM are for the child alone, and the child's fatal signal is
  /// made to work here too.
  case shielded
  /// As nsenter does: signals are left as they are, a child that stops stops its parent, and the
  /// child's fatal signal is sent to this process, with whatever effect it has here.
  case mirroring
}

/// What runs in the end.
public enum LaunchProgram: Equatable, Sendable {
  /// A name that is searched for in PATH, and its arguments.
  case command(ByteString, arguments: [ByteString])
  /// The held program, whatever is called so where it runs: its name as it was given, and its arguments.
  case outer(ByteString, arguments: [ByteString])
  /// The user's login shell. Whether its process may fork to ask for the account: the first
  /// child of a new PID namespace is its init, and must not be a short-lived helper.
  case loginShell(mayFork: Bool)
}

/// Work for a helper: a child that stays behind in the old namespaces, with the caller's ids,
/// and acts on the launching process from there when it is told to.
public enum HelperJob: Equatable, Sendable {
  /// Bind the process's new namespaces to files that the process itself cannot reach any more.
  case bindNamespaces([NamespaceBinding])
  /// Write the process's id maps.
  case writeMaps(users: [IDMapping], groups: [IDMapping], by: MapWriter)
}

/// Who writes id maps with ranges.
public enum MapWriter: Equatable, Sendable {
  /// The helper itself: the caller is root.
  case helper
  /// newuidmap(1) and newgidmap(1), which may write what /etc/subuid and /etc/subgid allow.
  case setUserIDPrograms
}

/// A namespace kept alive by a bind mount, namespaces(7).
public struct NamespaceBinding: Equatable, Sendable {
  /// The kind of the namespace of the launching process.
  public let kind: NamespaceKind
  /// The file that it is mounted on.
  public let file: ByteString

  /// Keeps the namespace of a kind alive at a file.
  public init(_ kind: NamespaceKind, to file: ByteString) {
    self.kind = kind
    self.file = file
  }
}
