/// A process id, pid_t.
public struct ProcessID: Hashable, Sendable {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }
}
