import Bytes

/// Cuts a filter into tokens. At each place the longest possible one is taken.
struct FilterScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: ByteString) { rest = text.bytes }

  /// The next token.
  mutating func next(_ library: some FilterLibrary) throws(FilterError) -> FilterToken {
    while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0a {
      rest.removeFirst()
    }
    guard let byte = rest.first else { return .end }
    if decimalValue(byte) != nil { return try number(library) }
    if isLetter(byte) { return word() }
    if let string = string(byte) { return string }
    for (text, token) in operators where rest.starts(with: ByteString(stringLiteral: text).bytes) {
      rest = rest.dropFirst(text.utf8CodeUnitCount)
      return token
    }
    rest.removeFirst()
    return .invalid
  }

  /// `12`, `1.5`, `10K`, `10KiB`.
  private mutating func number(_ library: some FilterLibrary) throws(FilterError) -> FilterToken {
    let digits = rest.prefix { decimalValue($0) != nil }
    var tail = rest.dropFirst(digits.count)
    if tail.first == UInt8(ascii: ".") {
      let fraction = tail.dropFirst().prefix { decimalValue($0) != nil }
      if !fraction.isEmpty {
        let text = ByteString(rest.prefix(digits.count + 1 + fraction.count))
        rest = rest.dropFirst(digits.count + 1 + fraction.count)
        return .float(library.float(text) ?? 0)
      }
    }
    guard let letter = tail.first, let power = suffixes.firstIndex(of: letter) else {
      rest = tail
      var cursor = ByteCursor(digits)
      return .number(cursor.number()?.magnitude ?? 0)
    }
    tail = tail.dropFirst()
    if tail.starts(with: [UInt8(ascii: "i"), UInt8(ascii: "B")]) { tail = tail.dropFirst(2) }
    let token = ByteString(rest.prefix(rest.count - tail.count))
    rest = tail
    return .number(try scaled(digits, power: power + 1, token))
  }

  /// Numbers with a suffix are read as C does: a leading 0 makes them octal.
  private func scaled(
    _ digits: ArraySlice<UInt8>, power: Int, _ token: ByteString
  ) throws(FilterError) -> UInt64 {
    let base: UInt64 = digits.first == UInt8(ascii: "0") ? 8 : 10
    var value: UInt64 = 0
    for digit in digits {
      let digit = UInt64(decimalValue(digit) ?? 0)
      if digit >= base { throw .badNumber(token, .invalid) }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: base)
      let (sum, isCarried) = product.addingReportingOverflow(digit)
      if isTooLarge || isCarried { throw .badNumber(token, .outOfRange) }
      value = sum
    }
    for _ in 0..<power {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 1024)
      if isTooLarge { throw .badNumber(token, .outOfRange) }
      value = product
    }
    return value
  }

  private mutating func word() -> FilterToken {
    let word = ByteString(rest.prefix { isLetter($0) || decimalValue($0) != nil || isJoint($0) })
    rest = rest.dropFirst(word.count)
    for (lower, upper, token) in keywords where word == lower || word == upper { return token }
    return .holder(word)
  }

  /// Text in quotes of either kind, without the blanks at its ends. A quote that begins none is
  /// left to the caller.
  private mutating func string(_ quote: UInt8) -> FilterToken? {
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let text = rest.dropFirst().prefix { $0 != quote && $0 != 0x0a }
    guard rest.dropFirst(1 + text.count).first == quote else { return nil }
    rest = rest.dropFirst(text.count + 2)
    return .string(ByteString(trimmed(text)))
  }
}

/// A text without the white space at both ends.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text.drop { isWhiteSpace($0) }
  while let last = text.last, isWhiteSpace(last) { text.removeLast() }
  return text
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// What a column's name may hold besides letters and digits.
private func isJoint(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "%"), UInt8(ascii: ":"),
    UInt8(ascii: "/"), UInt8(ascii: "-"):
    true
  default: false
  }
}

private let suffixes = literalBytes("KMGTPEZY")

/// Longer ones before their beginnings.
private let operators: [(StaticString, FilterToken)] = [
  ("&&", .and), ("||", .or), ("==", .comparison(.equal)), ("!=", .comparison(.notEqual)),
  ("<=", .comparison(.lessOrEqual)), (">=", .comparison(.greaterOrEqual)),
  ("=~", .match(isNegated: false)), ("!~", .match(isNegated: true)), ("!", .not),
  ("<", .comparison(.less)), (">", .comparison(.greater)), ("(", .open), (")", .close),
]

private let keywords: [(StaticString, StaticString, FilterToken)] = [
  ("and", "AND", .and), ("or", "OR", .or), ("not", "NOT", .not),
  ("eq", "EQ", .comparison(.equal)), ("ne", "NE", .comparison(.notEqual)),
  ("le", "LE", .comparison(.lessOrEqual)), ("lt", "LT", .comparison(.less)),
  ("ge", "GE", .comparison(.greaterOrEqual)), ("gt", "GT", .comparison(.greater)),
  ("true", "TRUE", .boolean(true)), ("false", "FALSE", .boolean(false)),
]
