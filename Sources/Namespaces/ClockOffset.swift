/// An offset of a clock in a new time namespace, time_namespaces(7).
public struct ClockOffset: Hashable, Sendable {
  public enum Clock: Int32, Sendable {
    case monotonic = 1
    case boottime = 7
  }

  public let clock: Clock
  /// Whole seconds.
  public let seconds: Int64

  public init(_ clock: Clock, seconds: Int64) {
    self.clock = clock
    self.seconds = seconds
  }
}
