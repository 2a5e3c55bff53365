import Bytes

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
