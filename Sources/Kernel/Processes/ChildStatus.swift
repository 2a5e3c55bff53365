import CKernel
public import Namespaces

/// How a child ended, wait(2).
public enum ChildStatus: Equatable, Sendable {
  /// By itself, with this status.
  case exited(Int32)
  /// By this signal.
  case killed(SignalNumber)
}

extension ChildStatus {
  /// Reads what waitpid(2) answers.
  init(_ status: Int32) {
    self =
      uy_exited(status)
      ? .exited(uy_exit_status(status))
      : .killed(SignalNumber(uy_termination_signal(status)))
  }
}

/// What a child did that its parent waits for.
public enum ChildChange: Equatable, Sendable {
  /// It was stopped, and lives.
  case stopped
  /// It is a zombie.
  case ended
}
