public import Bytes

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
