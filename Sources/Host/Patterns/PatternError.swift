/// What is wrong with an extended regular expression, regex(7).
public enum PatternError: Error, Equatable, Sendable {
  /// A bracket of which there is nothing.
  case nothing
  case collatingElement
  case className
  case trailingBackslash
  /// A number without a group that is complete before it.
  case noSuchGroup
  case openBracket
  case openGroup
  case openInterval
  case interval
  case rangeEnd
  case nothingToRepeat
  case countTooLarge
  /// It would take too much memory.
  case tooLarge
  /// In this text, references can be followed in too many ways.
  case tooSlow
}
