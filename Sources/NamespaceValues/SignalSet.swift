/// A set of signals, signal(7): bit 0 is signal 1, as the kernel has it.
public struct SignalSet: Hashable, Sendable {
  /// A bit for each signal.
  public var rawValue: UInt64

  /// The set with these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// No signal.
  public static let none = SignalSet(rawValue: 0)

  /// The signals that a process may pass on to another: all but those that cannot be caught, those that a
  /// libc keeps for itself, and those that mean whoever gets them and nobody else. SIGCHLD is about
  /// one's own children, SIGTTIN and SIGTTOU about who touched the terminal.
  public static let forwardable = SignalSet(rawValue: .max)
    .subtracting(
      SignalSet([.kill, .stop, .childEnded, .terminalInput, .terminalOutput])
    )
    .subtracting(SignalSet([SignalNumber(32), SignalNumber(33)]))

  /// What the kernel sends to the whole foreground group of a terminal: the keys for SIGINT, SIGQUIT and
  /// SIGTSTP, SIGWINCH when its size changes, SIGHUP and SIGCONT when it is closed.
  public static let ofTerminal = SignalSet([
    .hangup, .interrupt, .quit, .terminalStop, .windowChanged, .continue,
  ])

  /// What stops whoever is a job: the key for SIGTSTP, and touching the terminal from the background.
  public static let ofJobControl = SignalSet([.terminalStop, .terminalInput, .terminalOutput])

  /// The set of these signals.
  public init(_ signals: [SignalNumber]) {
    rawValue = 0
    for signal in signals { insert(signal) }
  }

  /// Adds a signal; a number that no signal has is passed over.
  public mutating func insert(_ signal: SignalNumber) {
    if let bit = Self.bit(signal) { rawValue |= bit }
  }

  /// Whether a signal is in the set.
  public func contains(_ signal: SignalNumber) -> Bool {
    guard let bit = Self.bit(signal) else { return false }
    return rawValue & bit != 0
  }

  /// What is in either set.
  public func union(_ other: SignalSet) -> SignalSet {
    SignalSet(rawValue: rawValue | other.rawValue)
  }

  /// What is in this set and not in the other one.
  public func subtracting(_ other: SignalSet) -> SignalSet {
    SignalSet(rawValue: rawValue & ~other.rawValue)
  }

  /// The signals of the set in the order of their numbers.
  public var signals: [SignalNumber] {
    (Int32(1)...64).map { SignalNumber($0) }.filter { contains($0) }
  }

  private static func bit(_ signal: SignalNumber) -> UInt64? {
    guard (1...64).contains(signal.number) else { return nil }
    return 1 << UInt64(signal.number - 1)
  }
}
