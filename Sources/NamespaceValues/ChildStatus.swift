/// How a child ended, wait(2).
public enum ChildStatus: Equatable, Sendable {
  /// By itself, with this status.
  case exited(Int32)
  /// By this signal.
  case killed(SignalNumber)
}

extension ChildStatus {
  /// Reads what waitpid(2) answers of a child that has ended: the lowest seven bits are its signal, the
  /// second byte its status.
  package init(waitStatus status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited(status >> 8 & 0xff) : .killed(SignalNumber(signal))
  }
}

/// What a child did that its parent waits for.
public enum ChildChange: Equatable, Sendable {
  /// It was stopped, and lives.
  case stopped
  /// It is a zombie.
  case ended
}
