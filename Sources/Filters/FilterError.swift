public import Bytes

/// Why a filter is not accepted.
public enum FilterError: Error, Equatable, Sendable {
  /// A token in the wrong place, by the name that messages use. `isAfterAll` where it follows a
  /// complete expression.
  case unexpected(ByteString, isAfterAll: Bool)
  /// A number with a suffix that cannot be read.
  case badNumber(ByteString, NumberFault)
  /// A pattern that cannot be compiled, and what the library says of it.
  case badPattern(ByteString)
  /// The right side of `=~` or `!~` is no string but this token.
  case patternIsNoString(ByteString)
}

/// Why a pattern cannot be compiled, or cannot be looked for in a text.
public struct PatternFault: Error, Equatable, Sendable {
  /// What the C library says of it.
  public let text: ByteString
  /// A fault with this text.
  public init(_ text: ByteString) { self.text = text }
}
