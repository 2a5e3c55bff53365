public import Bytes

extension PatternError {
  /// In the words of regerror(3) of glibc, which scripts know, but for `tooSlow`, which glibc has not.
  public var sentence: ByteString {
    switch self {
    case .nothing: "Invalid regular expression"
    case .collatingElement: "Invalid collation character"
    case .className: "Invalid character class name"
    case .trailingBackslash: "Trailing backslash"
    case .noSuchGroup: "Invalid back reference"
    case .openBracket: "Unmatched [, [^, [:, [., or [="
    case .openGroup: "Unmatched ( or \\("
    case .openInterval: "Unmatched \\{"
    case .interval: "Invalid content of \\{\\}"
    case .rangeEnd: "Invalid range end"
    case .nothingToRepeat: "Invalid preceding regular expression"
    case .countTooLarge: "Regular expression too big"
    case .tooLarge: "Memory exhausted"
    case .tooSlow: "Regular expression takes too long"
    }
  }
}
