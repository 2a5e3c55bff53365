import Testing

@testable import Bytes

/// Words as a shell takes them.
struct ShellWordTests {
  @Test(
    arguments: [
      ("echo", "echo"), ("/a/b.c_d-e", "/a/b.c_d-e"),
      ("--net=/run/x,y:z@%+", "--net=/run/x,y:z@%+"),
      ("", "''"), ("a b", "'a b'"), ("x'y", #"'x'\''y'"#), ("a=b", "'a=b'"), ("=ls", "'=ls'"),
      ("a,", "'a,'"), (",a", ",a"), ("~/x", "'~/x'"), ("$(id)", "'$(id)'"), (#"a\b"#, #"'a\b'"#),
      ("*", "'*'"), ("#", "'#'"), ("!", "'!'"), ("\"", "'\"'"), (";", "';'"),
      ("a\nb", #"$'a\nb'"#), ("\t'\\ x\n", #"$'\t\'\\ x\n'"#), ("\u{1b}[2J", #"$'\033[2J'"#),
      ("\u{7f}1", #"$'\1771'"#), ("ä", #"$'\303\244'"#), ("\u{85}", #"$'\302\205'"#),
    ] as [(ByteString, ByteString)])
  func words(text: ByteString, wanted: ByteString) {
    #expect(text.shellWord == wanted)
  }

  @Test func noByteEndsALine() {
    for byte in UInt8(1)...255 {
      let word = ByteString([byte, UInt8(ascii: "1")]).shellWord
      #expect(word.bytes.allSatisfy { (0x20..<0x7f).contains($0) }, "\(byte)")
    }
  }
}
