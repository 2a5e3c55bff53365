/// Bytes that would not survive an editor, written as `\n`, `\t`, `\\` and `\xHH`.
enum Escapes {
  /// Whether a line can be written as it is: printable UTF-8 without blanks at its end.
  static func isPlain(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.last != UInt8(ascii: " ") else { return false }
    guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 9 }) else { return false }
    return String(validating: line, as: UTF8.self) != nil && line.last != 9
  }

  static func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\n"): return Array("\\n".utf8)
      case UInt8(ascii: "\t"): return Array("\\t".utf8)
      case UInt8(ascii: "\\"): return Array("\\\\".utf8)
      case 0x20..<0x7f: return [byte]
      default:
        let digits = Array("0123456789abcdef".utf8)
        return Array("\\x".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  /// Nil for an escape that is none.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n"): output.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): output.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\\"): output.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
        output.append(value)
        rest = rest.dropFirst(2)
      default: return nil
      }
    }
    return output
  }
}
