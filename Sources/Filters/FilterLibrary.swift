public import Bytes

/// What the C library knows of numbers, patterns and answers.
public protocol FilterLibrary {
  /// A compiled pattern.
  associatedtype Pattern
  /// Reads a whole text as a number, strtold(3); nil where it is none.
  func float(_ text: ByteString) -> Double?
  /// A number in six significant digits, `%Lg` of printf(3).
  func text(of float: Double) -> ByteString
  /// Compiles an extended regular expression, regcomp(3); throws what regerror(3) says.
  func compile(_ pattern: ByteString) throws(PatternFault) -> Pattern
  /// Whether a pattern is found in a text, regexec(3); throws where that cannot be said in time.
  func matches(_ pattern: Pattern, _ text: ByteString) throws(PatternFault) -> Bool
  /// Whether a text is an affirmative answer, rpmatch(3).
  func isAffirmative(_ text: ByteString) -> Bool
}
