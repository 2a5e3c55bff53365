public import Bytes

extension ByteString {
  /// A string of JSON, with its quotes: quotes, backslashes and control characters are escaped, those of
  /// C1 and DEL too, which drive a terminal as well (docs/deviations.md D-260); other bytes are kept, be
  /// they UTF-8 or not.
  public var jsonString: ByteString {
    var text: [UInt8] = []
    appendJSON(to: &text)
    return ByteString(text)
  }

  /// The same, at the end of a text.
  func appendJSON(to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    // The first byte of a C1 control character in UTF-8, which waits for its second.
    var isHeld = false
    for byte in bytes {
      if isHeld {
        isHeld = false
        if (0x80..<0xa0).contains(byte) {
          text += unicodeEscape(byte)
          continue
        }
        text.append(0xc2)
      }
      switch byte {
      case 0xc2: isHeld = true
      case UInt8(ascii: "\""): text += literalBytes("\\\"")
      case UInt8(ascii: "\\"): text += literalBytes("\\\\")
      case 0x08: text += literalBytes("\\b")
      case 0x09: text += literalBytes("\\t")
      case 0x0a: text += literalBytes("\\n")
      case 0x0c: text += literalBytes("\\f")
      case 0x0d: text += literalBytes("\\r")
      case 0..<0x20, 0x7f: text += unicodeEscape(byte)
      default: text.append(byte)
      }
    }
    if isHeld { text.append(0xc2) }
    text.append(UInt8(ascii: "\""))
  }
}

private func unicodeEscape(_ byte: UInt8) -> [UInt8] {
  literalBytes("\\u00") + escapedByte(byte).dropFirst(2)
}
