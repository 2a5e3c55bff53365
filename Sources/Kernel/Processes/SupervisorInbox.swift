import CKernel
public import NamespaceValues

/// What reaches a process that supervises others: signals as messages, signalfd(2), and, where there are
/// two such processes, one the parent of the other, what the inner one says to the outer one, unix(7).
///
/// It is made before the fork. Until its owner says which of the two it is, it has both ends.
@frozen public struct SupervisorInbox: ~Copyable {
  private var signals: OwnedDescriptor
  private var outer: OwnedDescriptor?
  private var inner: OwnedDescriptor?

  /// signalfd(2), for signals that are blocked already.
  public init(of set: SignalSet) throws(Errno) {
    signals = try OwnedDescriptor(uy_signal_queue(set.rawValue))
  }

  // Of its own, so that all is closed in one place of the binary.
  deinit {}

  /// socketpair(2): the way from the inner process to the outer one.
  /// - Parameter knowsSenders: whether the kernel says who sent each record, as `leads` needs it.
  public mutating func openChannel(knowsSenders: Bool) throws(Errno) {
    let ends = try OwnedDescriptor.pair(knowsSenders ? uy_gate : uy_channel)
    outer = try OwnedDescriptor(ends.0)
    inner = try OwnedDescriptor(ends.1)
  }

  /// After the fork, in the parent: close(2) of the child's end.
  public mutating func becomeOuter() { inner = nil }

  /// After the fork, in the child: close(2) of the parent's end, and signalfd(2) once more, for what is
  /// read from one is what its reader was sent.
  public mutating func becomeInner(receiving set: SignalSet) throws(Errno) {
    outer = nil
    signals = try OwnedDescriptor(uy_signal_queue(set.rawValue))
  }

  /// poll(2): waits for a signal, or for a record of the inner process. It may return without either.
  /// - Parameters:
  ///   - gate: another descriptor at which something may come; -1 for none.
  ///   - output: one to which something is to be written; -1 for none.
  public mutating func wait(orAt gate: Int32 = -1, orForRoomIn output: Int32 = -1) {
    uy_wait_any(signals.raw, outer?.raw ?? -1, gate, output)
  }

  /// The next signal, read(2); nil where there is none by now.
  public func nextSignal() throws(Errno) -> ReceivedSignal? {
    var found = uy_signal()
    guard try Errno.check(uy_next_signal(signals.raw, &found)) != 0 else { return nil }
    return ReceivedSignal(
      SignalNumber(found.number), code: found.code, sender: ProcessID(found.sender),
      value: found.value)
  }

  /// Says something to the outer process, send(2): also from the program's process until exec(3). Nobody may be
  /// there any more. While that one is stopped there may be no room for more stops of the program; the init does not
  /// wait for it then.
  /// - Returns: whether it was said.
  @discardableResult
  public mutating func tell(_ record: SupervisorRecord) -> Bool {
    guard let raw = inner?.raw else { return false }
    let (kind, value) = record.numbers
    let isLast = if case .ended = record { true } else { false }
    return uy_send_record(raw, kind, value, isLast) == 0
  }

  /// In the program's process, after it has said that it leads a group: waits until the outer process has seen to
  /// that, or is gone.
  public mutating func awaitAnswer() {
    // While this process had that end too, the other one's death could not be seen.
    outer = nil
    guard let raw = inner?.raw else { return }
    var (kind, value, sender): (Int32, Int32, Int32) = (0, 0, 0)
    while uy_next_record(raw, &kind, &value, &sender) == 0 { uy_wait_any(raw, -1, -1, -1) }
  }

  /// Lets that process go on, send(2). Where that is refused it sees that nothing will come: close(2).
  public mutating func answer() {
    if let raw = outer?.raw, uy_send_record(raw, 0, 0, false) < 0 { outer = nil }
  }

  /// The next that the inner process said, recv(2) without waiting; nil where there is nothing. Once the
  /// other end is closed there never will be, and `wait` no longer looks at it.
  public mutating func nextRecord() -> SupervisorRecord? {
    guard let raw = outer?.raw else { return nil }
    var (kind, value, sender): (Int32, Int32, Int32) = (0, 0, 0)
    while true {
      let result = uy_next_record(raw, &kind, &value, &sender)
      if result < 0 { outer = nil }
      if result != 1 { return nil }
      // What means nothing must not hide what comes after it.
      if let record = SupervisorRecord(kind: kind, value: value, sender: ProcessID(sender)) {
        return record
      }
      // Nor keep whoever says that he leads, and of whom the kernel does not say who he is, waiting.
      answer()
    }
  }
}

/// A signal that was read rather than delivered, signalfd(2).
public struct ReceivedSignal: Equatable, Sendable {
  /// Which one.
  public let signal: SignalNumber
  /// The `si_code` of sigaction(2): where it comes from.
  public let code: Int32
  /// Who sent it, in the PID namespace of this process; 0 where it has no number there.
  public let sender: ProcessID
  /// What sigqueue(3) gave it along.
  public let value: UInt64

  /// A signal as it was received.
  public init(_ signal: SignalNumber, code: Int32, sender: ProcessID, value: UInt64 = 0) {
    (self.signal, self.code, self.sender, self.value) = (signal, code, sender, value)
  }

  /// The `si_code` of kill(2), SI_USER.
  public static let fromProcess: Int32 = 0
  /// That of the kernel, SI_KERNEL.
  public static let fromKernel: Int32 = 0x80
  /// That of sigqueue(3), SI_QUEUE.
  public static let queued: Int32 = -1
}

/// What the inner of two supervising processes, or the program's before it starts, says to the outer one.
public enum SupervisorRecord: Equatable, Sendable {
  /// The program was stopped by a signal; whether its group was in the foreground of the terminal.
  case stopped(SignalNumber, isForeground: Bool)
  /// All is over, and the program ended with this status of wait(2).
  case ended(ChildStatus)
  /// The program has ended, and others of the PID namespace have not.
  case othersRemain
  /// Who says this leads a process group and becomes the program; by the number that the outer process has
  /// for it, which comes from the kernel.
  case leads(ProcessID)

  /// Reads what was sent; nil for what no process of ours sends.
  public init?(kind: Int32, value: Int32, sender: ProcessID) {
    switch kind {
    case 1: self = .stopped(SignalNumber(value & 0x7f), isForeground: value & 0x100 != 0)
    case 2: self = .ended(.exited(value))
    case 3: self = .ended(.killed(SignalNumber(value)))
    case 4: self = .othersRemain
    case 5 where sender.number > 0: self = .leads(sender)
    default: return nil
    }
  }

  /// The two numbers that are sent.
  public var numbers: (kind: Int32, value: Int32) {
    switch self {
    case .stopped(let signal, let isForeground): (1, signal.number | (isForeground ? 0x100 : 0))
    case .ended(.exited(let status)): (2, status)
    case .ended(.killed(let signal)): (3, signal.number)
    case .othersRemain: (4, 0)
    case .leads: (5, 0)
    }
  }
}
