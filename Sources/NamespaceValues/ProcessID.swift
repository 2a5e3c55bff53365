/// A process id, pid_t.
public struct ProcessID: Hashable, Sendable {
  /// The number, as the PID namespace of this process has it.
  public let number: Int32
  /// The process with a number.
  public init(_ number: Int32) { self.number = number }
}
