public import Bytes

/// An offset of a clock in a new time namespace, time_namespaces(7).
public struct ClockOffset: Hashable, Sendable {
  /// The clocks that a time namespace has of its own; the number of each is clock_gettime(2)'s.
  public enum Clock: Int32, Sendable {
    case monotonic = 1
    case boottime = 7
  }

  /// Which clock.
  public let clock: Clock
  /// Whole seconds.
  public let seconds: Int64

  /// An offset in whole seconds.
  public init(_ clock: Clock, seconds: Int64) {
    self.clock = clock
    self.seconds = seconds
  }

  /// The line for /proc/PID/timens_offsets, without its newline.
  public var line: ByteString { "\(clock.rawValue) \(seconds) 0" }
}
