public import Namespaces

/// How a child ended, wait(2).
public enum ChildStatus: Equatable, Sendable {
  case exited(Int32)
  case killed(SignalNumber)
}

/// What a child did that its parent waits for.
public enum ChildChange: Equatable, Sendable {
  case stopped
  case ended
}
