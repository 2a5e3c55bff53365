extension ByteString {
  /// The bytes as a word of a shell's command line: as they are where the shell would take them for
  /// nothing else, in single quotes otherwise. Where one is no printable ASCII character it is
  /// `$'...'`, as in POSIX.1-2024: a line stays one line, and nothing reaches a terminal as a command.
  package var shellWord: ByteString {
    if !bytes.allSatisfy({ (0x20..<0x7f).contains($0) }) { return escapedWord }
    if isPlainWord { return self }
    var quoted: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: "'") {
        quoted += literalBytes("'\\''")
      } else {
        quoted.append(byte)
      }
    }
    return "'\(ByteString(quoted))'"
  }

  private var isPlainWord: Bool {
    // One that ends in a comma would end the list or sentence that it stands in.
    guard let last = bytes.last, last != UInt8(ascii: ",") else { return false }
    // NAME=VALUE is an assignment, =NAME a path in zsh.
    let mayHaveEquals = hasPrefix("-")
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"),
        UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: ","):
        true
      case UInt8(ascii: "="): mayHaveEquals
      default: false
      }
    }
  }

  private var escapedWord: ByteString {
    let backslash = UInt8(ascii: "\\")
    var escaped: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"): escaped += [backslash, UInt8(ascii: "n")]
      case UInt8(ascii: "\t"): escaped += [backslash, UInt8(ascii: "t")]
      case UInt8(ascii: "'"), backslash: escaped += [backslash, byte]
      case 0x20..<0x7f: escaped.append(byte)
      // Always three digits, so that one which follows is not taken for a fourth.
      default:
        escaped.append(backslash)
        for shift: UInt8 in [6, 3, 0] { escaped.append(UInt8(ascii: "0") + byte >> shift & 7) }
      }
    }
    return "$'\(ByteString(escaped))'"
  }
}
