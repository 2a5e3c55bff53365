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

/// Why a word is not an option as the table knows it; the cases are those of getopt_long(3).
public enum UsageError: Error, Equatable, Sendable {
  /// The word as typed, with dashes and value.
  case unrecognized(ByteString)
  /// The word as typed, and the full names it could mean, without dashes.
  case ambiguous(ByteString, candidates: [ByteString])
  /// A long option's full name, without dashes.
  case missingValue(ByteString)
  /// A long option's full name, without dashes.
  case unwantedValue(ByteString)
  /// A letter that is no option's.
  case invalidShort(UInt8)
  /// The letter of an option that needs a value.
  case missingShortValue(UInt8)
}

extension UsageError {
  /// The sentence that follows `ARGV0: `, in the words of getopt_long(3).
  public var sentence: ByteString {
    switch self {
    case .unrecognized(let word): "unrecognized option '\(word)'"
    case .ambiguous(let word, let candidates):
      "option '\(word)' is ambiguous; possibilities: '--\(candidates.joined(by: "' '--"))'"
    case .missingValue(let name): "option '--\(name)' requires an argument"
    case .unwantedValue(let name): "option '--\(name)' doesn't allow an argument"
    case .invalidShort(let letter): "invalid option -- '\(ByteString([letter]))'"
    case .missingShortValue(let letter):
      "option requires an argument -- '\(ByteString([letter]))'"
    }
  }
}
