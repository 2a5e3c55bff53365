import Bytes
import Testing

/// What somebody else chose is shown, and moves no cursor.
struct SafeTests {
  @Test(
    arguments: [
      ("", ""), ("/bin/sh", "/bin/sh"), (" ~", " ~"), ("a\u{1b}[2Jb", "a\\x1b[2Jb"),
      ("\u{7f}\r\n\t", "\\x7f\\x0d\\x0a\\x09"), ("\\x1b", "\\x5cx1b"), ("\\y\\", "\\y\\"),
      ("é", "\\xc3\\xa9"), ("\u{9b}", "\\xc2\\x9b"),
    ] as [(String, String)])
  func bytes(text: String, shown: String) {
    #expect(String(decoding: ByteString(text.utf8).safe.bytes, as: UTF8.self) == shown)
  }

  @Test func everyByteIsPrintable() {
    let all = ByteString((1...255).map { UInt8($0) })
    #expect(all.safe.bytes.allSatisfy { (0x20..<0x7f).contains($0) })
  }
}
