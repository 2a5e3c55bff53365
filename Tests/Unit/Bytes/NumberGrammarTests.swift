import Testing

@testable import Bytes

/// The tables of the specification's number primitives.
struct NumberGrammarTests {
  @Test(
    arguments: [
      ("5", 5), (" 5", 5), ("+7", 7), ("010", 10), ("-0", 0), ("\t\n\u{b}\u{c}\r9", 9),
      ("18446744073709551615", .max),
    ] as [(ByteString, UInt64)])
  func strictUnsigned(text: ByteString, value: UInt64) throws {
    #expect(try NumberGrammar.strictUnsigned(text) == value)
  }

  @Test(arguments: ["", " ", "abc", "5x", "5 ", "0x5", "+", "-", "+-5", "- 5", "-0x", "5\u{ff}"])
  func strictUnsignedInvalid(text: String) {
    #expect(throws: NumberFault.invalid) {
      try NumberGrammar.strictUnsigned(ByteString(text.utf8))
    }
  }

  // A value out of range is so whatever follows the digits.
  @Test(arguments: ["-1", "-5abc", "18446744073709551616", "99999999999999999999x"])
  func strictUnsignedOutOfRange(text: String) {
    #expect(throws: NumberFault.outOfRange) {
      try NumberGrammar.strictUnsigned(ByteString(text.utf8))
    }
  }

  @Test func ids() throws {
    #expect(try NumberGrammar.strictID("4294967295") == .max)
    #expect(throws: NumberFault.outOfRange) { try NumberGrammar.strictID("4294967296") }
  }

  @Test(
    arguments: [
      (" 12", 12), ("-5", -5), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("-0", 0),
    ] as [(ByteString, Int64)])
  func strictSigned(text: ByteString, value: Int64) throws {
    #expect(try NumberGrammar.strictSigned(text) == value)
  }

  @Test(arguments: ["9223372036854775808", "-9223372036854775809", "99999999999999999999"])
  func strictSignedOutOfRange(text: String) {
    #expect(throws: NumberFault.outOfRange) {
      try NumberGrammar.strictSigned(ByteString(text.utf8))
    }
  }

  @Test(arguments: ["", "abc", "5x", "0x10", "1.5", "5 "])
  func strictSignedInvalid(text: String) {
    #expect(throws: NumberFault.invalid) {
      try NumberGrammar.strictSigned(ByteString(text.utf8))
    }
  }

  @Test func cursorStopsWhereTheNumberEnds() {
    var cursor = ByteCursor(" -12:+3" as ByteString)
    let first = cursor.number()
    let skips = [cursor.skip(UInt8(ascii: ":")), cursor.skip(UInt8(ascii: ":"))]
    let second = cursor.number()
    let third = cursor.number()
    #expect(first == DecimalNumber(magnitude: 12, isNegative: true, isSaturated: false))
    #expect(skips == [true, false])
    #expect(second == DecimalNumber(magnitude: 3, isNegative: false, isSaturated: false))
    #expect(cursor.isAtEnd)
    #expect(third == nil)
  }

  @Test func cursorSaturates() {
    var cursor = ByteCursor("99999999999999999999999" as ByteString)
    let number = cursor.number()
    #expect(number == DecimalNumber(magnitude: .max, isNegative: false, isSaturated: true))
  }

  @Test(
    arguments: [
      ("0", 0, 0), ("-0", 0, 0), ("2147483647", 2_147_483_647, 2_147_483_647),
      ("2147483648", 2_147_483_648, nil), ("-2147483648", nil, -2_147_483_648),
      ("-2147483649", nil, nil), ("-1", nil, -1), ("4294967295", 4_294_967_295, nil),
      ("4294967296", nil, nil), ("-4294967295", nil, nil), ("-4294967296", nil, nil),
      ("18446744073709551615", nil, nil), ("18446744073709551616", nil, nil),
      ("-18446744073709551615", nil, nil), ("-18446744073709551616", nil, nil),
    ] as [(String, UInt32?, Int32?)])
  func numbersOf32Bits(text: String, unsigned: UInt32?, signed: Int32?) throws {
    var cursor = ByteCursor(Array(text.utf8)[...])
    let read = cursor.number()
    let number = try #require(read)
    #expect(number.unsigned32 == unsigned)
    #expect(number.signed32 == signed)
  }
}
