import Bytes
import Foundation
import Testing

/// Bytes as text: a stranger may have chosen them, on the way to a terminal, or in a file that is read again.
@Suite struct ByteStringTextTests {
  /// No UTF-8: a lone byte, a half character, a surrogate, an overlong slash.
  static let broken: [ByteString] = [
    ByteString([0xff]), ByteString([0x61, 0xc3]), ByteString([0xed, 0xa0, 0x80]),
    ByteString([0xc0, 0xaf]),
  ]

  @Test func aNameThatTheKernelWouldCutIsNone() throws {
    #expect(ByteString(String("/etc/passwd\0.txt")) == nil)
    let name = String("/etc/\u{f6}")
    #expect(try #require(ByteString(name)).bytes.elementsEqual(name.utf8))
    #expect(ByteString(String()) == "")
  }

  @Test func whatIsNoTextIsNotTakenForSome() {
    #expect(String(validating: "gr\u{fc}n" as ByteString) == "gr\u{fc}n")
    for bytes in Self.broken {
      #expect(String(validating: bytes) == nil)
      #expect(String(decoding: bytes).contains("\u{fffd}"))
    }
  }

  @Test(arguments: [
    ("plain \\ text", "plain \\ text"), ("gr\u{fc}n \u{65e5}", "gr\u{fc}n \u{65e5}"),
    // An order to a terminal, as C0 and as C1, one that turns the rest of a line round, a new line.
    ("\u{1b}[2J", "\\x1b[2J"), ("\u{9b}2J", "\\xc2\\x9b2J"),
    ("a\u{202e}b", "a\\xe2\\x80\\xaeb"), ("a\nb", "a\\x0ab"), ("a\u{2028}b", "a\\xe2\\x80\\xa8b"),
    // What looks like an escape is told from one.
    ("\\x41", "\\x5cx41"),
  ])
  func aDescriptionGivesNoOrders(_ text: String, _ shown: String) throws {
    #expect(try #require(ByteString(text)).description == shown)
  }

  @Test func aDescriptionShowsEachByteThatIsNoText() {
    #expect(Self.broken.map(\.description) == ["\\xff", "a\\xc3", "\\xed\\xa0\\x80", "\\xc0\\xaf"])
  }

  @Test func everyValueComesBackFromJSON() throws {
    var values = Self.broken + ["", "gr\u{fc}n", "\u{1b}\u{7f}\"\\/"]
    for byte in UInt8(1)...255 { values.append(ByteString([0x2f, byte, byte])) }
    // Of two ways to write one character neither becomes the other.
    values += [ByteString("e\u{301}".utf8), ByteString("\u{e9}".utf8)]
    let read = try JSONDecoder().decode([ByteString].self, from: JSONEncoder().encode(values))
    #expect(read == values)
  }

  @Test func theFormIsKnown() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let values: [ByteString] = ["/run/a", ByteString([0x2f, 0xff])]
    let text = String(decoding: try encoder.encode(values), as: UTF8.self)
    #expect(text == #"["/run/a",{"bytes":[47,255]}]"#)
  }

  @Test(arguments: [#"["a\u0000b"]"#, #"[{"bytes":[97,0,98]}]"#])
  func aNULIsRefusedWhereItIsRead(_ text: String) throws {
    #expect {
      try JSONDecoder().decode([ByteString].self, from: Data(text.utf8))
    } throws: { error in
      if case DecodingError.dataCorrupted = error { true } else { false }
    }
  }
}
