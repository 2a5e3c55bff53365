public import Bytes

/// One option as it was met on the command line.
public struct OptionEvent<ID: Equatable & Sendable>: Equatable, Sendable {
  /// Which option.
  public let id: ID
  /// The value; nil when none was given.
  public let value: ByteString?

  /// An option that was met.
  public init(_ id: ID, value: ByteString? = nil) {
    self.id = id
    self.value = value
  }
}

/// A command line, scanned up to the first word that is no option or the first fault.
public struct ScanResult<ID: Equatable & Sendable>: Equatable, Sendable {
  /// The options in the order of the command line.
  public let events: [OptionEvent<ID>]
  /// How it ends.
  public let ending: ScanEnding
}

/// What follows the options of a command line.
public enum ScanEnding: Equatable, Sendable {
  /// The words that are left: a program and its arguments.
  case operands([ByteString])
  /// A word that is no option as the table knows it.
  case fault(UsageError)
}
