public import NamespaceValues

/// How a program is supervised, beyond being waited for.
public struct Supervision: Equatable, Sendable {
  /// Who reaps orphans.
  public var reaper = Reaper.nobody
  /// The signals that are passed on.
  public var signals: SignalSelection
  /// The program leads a process group, which gets the signals.
  public var leadsGroup = false
  /// The program leads a session, without the terminal.
  public var startsSession = false
  /// What is told of the program; nil where nothing is.
  public var status: StatusRequest?

  /// Who reaps the orphans among what the program starts.
  public enum Reaper: Equatable, Sendable {
    /// Whoever does so anyway.
    case nobody
    /// The process that was started, PR_SET_CHILD_SUBREAPER(2const).
    case waiter
    /// An init of the new PID namespace, between that process and the program: until the program has
    /// ended, or until nobody is left in the namespace.
    case `init`(waitsForAll: Bool)
  }

  /// Says which signals are passed on, and nothing else.
  public init(passing signals: SignalSelection) { self.signals = signals }

  /// Whether a process of ours is between the one that was started and the program.
  public var hasInit: Bool {
    if case .`init` = reaper { return true }
    return false
  }

  /// Whether the init goes on when the program has ended.
  var waitsForAll: Bool { reaper == .`init`(waitsForAll: true) }

  /// Whether the program's parent makes it the leader of its group too. Not where it starts a session, which has a
  /// group: setsid(2) is refused to whoever leads one already.
  var isMadeLeader: Bool { leadsGroup && !startsSession }

  /// Whether the program is in another process group than this process.
  var hasOwnGroup: Bool { leadsGroup || startsSession }
}

/// Which signals are passed on to a program.
public enum SignalSelection: Equatable, Sendable {
  /// All that can be, but those that were ignored at the start.
  case all
  /// These.
  case named(SignalSet)

  /// SIGTERM and SIGINT, as `--forward-signals` by itself has it.
  public static let usual = SignalSelection.named(SignalSet([.terminate, .interrupt]))

  /// The signals themselves.
  /// - Parameter ignored: what was ignored at the start.
  func signals(ignored: SignalSet) -> SignalSet {
    switch self {
    case .all: SignalSet.forwardable.subtracting(ignored)
    case .named(let signals): signals
    }
  }
}
