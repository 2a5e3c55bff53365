public import Bytes

/// A value while a filter is applied.
struct FilterValue {
  enum Content {
    case number(UInt64)
    case float(Double)
    case string(ByteString)
    case boolean(Bool)
  }
  enum Kind {
    case number, float, string, boolean
  }

  var content: Content
  /// A cell without any text, for as long as it is not converted to another type.
  var isEmpty = false
  /// A cell of a column, not something computed.
  var isColumn = false

  static func number(_ value: UInt64) -> FilterValue { FilterValue(content: .number(value)) }
  static func float(_ value: Double) -> FilterValue { FilterValue(content: .float(value)) }
  static func string(_ value: ByteString) -> FilterValue { FilterValue(content: .string(value)) }
  static func boolean(_ value: Bool) -> FilterValue { FilterValue(content: .boolean(value)) }

  var kind: Kind {
    switch content {
    case .number: .number
    case .float: .float
    case .string: .string
    case .boolean: .boolean
    }
  }

  /// Its truth as a condition of its own.
  var truth: Bool {
    if isEmpty { return false }
    return switch content {
    case .number(let value): value != 0
    case .float(let value): value != 0
    case .string(let value): !value.isEmpty
    case .boolean(let value): value
    }
  }
}

/// Why a filter cannot be applied to a row.
public enum FilterApplyError: Error, Equatable, Sendable {
  /// A text is no number, or none that fits.
  case badNumber(NumberFault)
  /// A pattern is applied to something that is no text.
  case patternNeedsText
  /// Whether a pattern is found in a text cannot be said in time, in the library's words.
  case patternFailed(ByteString)
}

extension FilterValue {
  /// The same value as another type. Only text keeps the mark of an empty cell.
  func converted(
    to kind: Kind, _ library: some FilterLibrary
  ) throws(FilterApplyError) -> FilterValue {
    if kind == self.kind { return self }
    var result: FilterValue
    switch kind {
    case .number: result = .number(try asNumber())
    case .float: result = .float(try asFloat(library))
    case .string: result = .string(asString(library))
    case .boolean: result = .boolean(asBoolean(library))
    }
    if case .string = content { result.isEmpty = isEmpty }
    return result
  }

  private func asNumber() throws(FilterApplyError) -> UInt64 {
    switch content {
    case .number(let value): return value
    case .float(let value):
      // Cut off; 2^64 and more, and what is no number, is the largest one.
      return value >= 0 && value < 0x1p64 ? UInt64(value) : value < 0 ? 0 : .max
    case .boolean(let value): return value ? 1 : 0
    case .string(let text):
      if isEmpty { return 0 }
      do throws(NumberFault) { return try NumberGrammar.strictUnsigned(text) } catch {
        throw .badNumber(error)
      }
    }
  }

  private func asFloat(_ library: some FilterLibrary) throws(FilterApplyError) -> Double {
    switch content {
    case .number(let value): return Double(value)
    case .float(let value): return value
    case .boolean(let value): return value ? 1 : 0
    case .string(let text):
      if isEmpty { return 0 }
      guard let value = library.float(text) else { throw .badNumber(.invalid) }
      return value
    }
  }

  private func asString(_ library: some FilterLibrary) -> ByteString {
    switch content {
    case .number(let value): "\(value)"
    case .float(let value): library.text(of: value)
    case .string(let text): text
    case .boolean(let value): value ? "true" : "false"
    }
  }

  private func asBoolean(_ library: some FilterLibrary) -> Bool {
    switch content {
    case .number(let value): value > 0
    case .float(let value): value > 0
    case .boolean(let value): value
    case .string(let text): text == "1" || text.lowercased == "true" || library.isAffirmative(text)
    }
  }
}
