public import Bytes

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
