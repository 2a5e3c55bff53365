/// Why a text is not a number of the wanted kind.
public enum NumberFault: Error, Equatable, Sendable {
  /// Not a number, or something follows it.
  case invalid
  /// A number, but too large or negative: what strerror(3) calls ERANGE.
  case outOfRange
}

/// The number grammars of the originals. Always base 10; a leading 0 has no meaning.
package enum NumberGrammar {
  /// The "strict unsigned" grammar (strtoul(3), then nothing): white space, one sign, digits to
  /// the end. A negative number is out of range, except -0. A value that is out of range is so
  /// whatever follows the digits.
  public static func strictUnsigned(_ text: ByteString) throws(NumberFault) -> UInt64 {
    let (number, isWhole) = try leadingNumber(text)
    if number.isNegative && number.magnitude != 0 { throw .outOfRange }
    if number.isSaturated { throw .outOfRange }
    if !isWhole { throw .invalid }
    return number.magnitude
  }

  /// The strict unsigned grammar for user and group ids, which are 32 bits wide.
  public static func strictID(_ text: ByteString) throws(NumberFault) -> UInt32 {
    guard let id = UInt32(exactly: try strictUnsigned(text)) else { throw .outOfRange }
    return id
  }

  /// The "strict signed" grammar (strtoll(3), then nothing).
  public static func strictSigned(_ text: ByteString) throws(NumberFault) -> Int64 {
    let (number, isWhole) = try leadingNumber(text)
    let limit = UInt64(Int64.max) + (number.isNegative ? 1 : 0)
    if number.isSaturated || number.magnitude > limit { throw .outOfRange }
    if !isWhole { throw .invalid }
    return Int64(truncatingIfNeeded: number.isNegative ? 0 &- number.magnitude : number.magnitude)
  }

  private static func leadingNumber(_ text: ByteString) throws(NumberFault) -> (DecimalNumber, Bool)
  {
    var cursor = ByteCursor(text)
    guard let number = cursor.number() else { throw .invalid }
    return (number, cursor.isAtEnd)
  }
}

/// Digits with a sign, as they stand in a text.
public struct DecimalNumber: Equatable, Sendable {
  /// The digits' value, at most 2^64-1.
  public var magnitude: UInt64
  /// Whether a minus stood in front, of a zero too.
  public var isNegative: Bool
  /// Whether the digits mean more than 2^64-1.
  public var isSaturated: Bool
}

extension DecimalNumber {
  /// The number as an id or a count of 32 bits; nil where it does not fit, so that nothing great
  /// becomes something small.
  public var unsigned32: UInt32? {
    isSaturated || isNegative && magnitude != 0 ? nil : UInt32(exactly: magnitude)
  }

  /// The number in 32 bits with a sign; nil where it does not fit.
  public var signed32: Int32? {
    if isSaturated { return nil }
    if !isNegative { return Int32(exactly: magnitude) }
    // The lowest number has no counterpart above zero.
    return magnitude <= 1 << 31 ? Int32(truncatingIfNeeded: 0 &- magnitude) : nil
  }
}

/// A position in a text that numbers and separators are read from.
package struct ByteCursor {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// At the beginning of a text.
  public init(_ text: ByteString) { self.init(text.bytes) }

  /// At the beginning of some bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether every byte has been read.
  public var isAtEnd: Bool { position == bytes.endIndex }

  /// Passes over one byte if it is the next one.
  public mutating func skip(_ byte: UInt8) -> Bool {
    guard !isAtEnd, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Reads white space, one sign and digits as far as they go; nil when there are no digits.
  public mutating func number() -> DecimalNumber? {
    while !isAtEnd, isWhiteSpace(bytes[position]) { position += 1 }
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    var result: DecimalNumber?
    while !isAtEnd, let digit = decimalValue(bytes[position]) {
      var number = result ?? DecimalNumber(magnitude: 0, isNegative: isNegative, isSaturated: false)
      let (ten, overflowed) = number.magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carried) = ten.addingReportingOverflow(UInt64(digit))
      number.isSaturated = number.isSaturated || overflowed || carried
      number.magnitude = number.isSaturated ? .max : sum
      result = number
      position += 1
    }
    return result
  }
}

/// isspace(3) in the C locale.
package func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (9...13).contains(byte)
}

/// The value of a decimal digit, nil for any other byte.
package func decimalValue(_ byte: UInt8) -> UInt8? {
  let value = byte &- UInt8(ascii: "0")
  return value < 10 ? value : nil
}
