public import Bytes

/// A token of the filter language.
enum FilterToken: Equatable {
  case number(UInt64)
  case float(Double)
  case string(ByteString)
  /// The name of a column.
  case holder(ByteString)
  case boolean(Bool)
  case open, close
  case not, and, or
  case comparison(FilterComparison)
  /// `=~`, or `!~` where it is negated.
  case match(isNegated: Bool)
  /// A byte that belongs to no token.
  case invalid
  case end

  /// What messages call it.
  var name: StaticString {
    switch self {
    case .number: "NUMBER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .holder: "HOLDER"
    case .boolean(true): "TRUE"
    case .boolean(false): "FALSE"
    case .open: "'('"
    case .close: "')'"
    case .not: "NEG"
    case .and: "AND"
    case .or: "OR"
    case .comparison(let comparison): comparison.name
    case .match(false): "REG"
    case .match(true): "NREG"
    case .invalid: "invalid token"
    case .end: "end of file"
    }
  }
}

/// A comparison of two values.
enum FilterComparison: Equatable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  var name: StaticString {
    switch self {
    case .equal: "EQ"
    case .notEqual: "NE"
    case .less: "LT"
    case .lessOrEqual: "LE"
    case .greater: "GT"
    case .greaterOrEqual: "GE"
    }
  }

  /// Whether it holds for two values.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// Why a filter is not accepted.
public enum FilterError: Error, Equatable, Sendable {
  /// A token in the wrong place, by the name that messages use. `isBehindAll` where it follows a
  /// complete expression.
  case unexpected(ByteString, isBehindAll: Bool)
  /// A number with a suffix that cannot be read.
  case badNumber(ByteString, NumberFault)
  /// A pattern that cannot be compiled, and what the library says of it.
  case badPattern(ByteString)
  /// The right side of `=~` or `!~` is no string but this token.
  case patternIsNoString(ByteString)
}

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
  /// Whether a pattern is found in a text, regexec(3).
  func matches(_ pattern: Pattern, _ text: ByteString) -> Bool
  /// Whether a text is an affirmative answer, rpmatch(3).
  func isAffirmative(_ text: ByteString) -> Bool
}

/// Why a pattern cannot be compiled.
public struct PatternFault: Error, Equatable, Sendable {
  /// What the C library says of it.
  public let text: ByteString
  /// A fault with this text.
  public init(_ text: ByteString) { self.text = text }
}
