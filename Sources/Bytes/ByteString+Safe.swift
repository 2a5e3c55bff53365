extension ByteString {
  /// The bytes as a message may show them to a terminal when somebody else chose them: the program
  /// inside, or another user. As a table prints them in the C locale, which messages are in:
  /// whatever is no printable ASCII character, and the beginning of `\x`, becomes `\xHH`.
  /// What the caller typed is never changed.
  package var safe: ByteString {
    var shown: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isEscapeLike = byte == UInt8(ascii: "\\") && self.byte(at: index + 1) == UInt8(ascii: "x")
      if (0x20..<0x7f).contains(byte), !isEscapeLike {
        shown.append(byte)
      } else {
        shown += escapedByte(byte)
      }
    }
    return ByteString(shown)
  }
}

/// `\xHH` in lower-case digits.
package func escapedByte(_ byte: UInt8) -> [UInt8] {
  let digits = literalBytes("0123456789abcdef")
  return [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}
