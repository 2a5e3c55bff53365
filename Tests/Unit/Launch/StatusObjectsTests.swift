import Bytes
import NamespaceValues
import Testing

@testable import Launch

/// The objects of `--json-status-fd`: who chooses a word in them cannot end a text, a line or an object.
struct StatusObjectsTests {
  @Test func firstInBothForms() {
    let members: [ByteString] = ["\"child-pid\": 7", "\"net-namespace\": 4026531840"]
    #expect(
      StatusObjects.first(members, isLong: false)
        == "{ \"child-pid\": 7, \"net-namespace\": 4026531840 }\n")
    #expect(
      StatusObjects.first(members, isLong: true)
        == "{\n    \"child-pid\": 7,\n    \"net-namespace\": 4026531840\n}\n")
  }

  @Test func othersInOneLine() {
    #expect(StatusObjects.running(ProcessID(9)) == "{ \"command-pid\": 9 }\n")
    #expect(StatusObjects.ended(.exited(7)) == "{ \"exit-code\": 7 }\n")
    #expect(
      StatusObjects.ended(.killed(SignalNumber(15)))
        == "{ \"exit-code\": 143, \"signal\": \"TERM\" }\n")
    #expect(
      StatusObjects.failed(
        StatusObjects.failure("s", step: "t", errno: Errno(2), hint: "h"), status: 127)
        == "{ \"error\": \"s\", \"step\": \"t\", \"errno\": \"ENOENT\", \"errno-number\": 2, \"hint\": \"h\", \"status\": 127 }\n"
    )
    #expect(
      StatusObjects.early(.killed(SignalNumber(9)))
        == "\"error\": \"killed by signal KILL before the program started\"")
  }

  @Test(
    arguments: [
      ([0x61, 0x22, 0x5c, 0x0a, 0x1b], #""a\"\\\u000a\u001b""#),
      // Characters of two, three and four bytes, the last one there is.
      ([0xc3, 0xa4, 0xe2, 0x82, 0xac, 0xf4, 0x8f, 0xbf, 0xbf], "\"ä€\u{10ffff}\""),
      // Cut, too long for what it says, a surrogate, beyond the last, no beginning.
      ([0xc3], #""\\xc3""#), ([0xc0, 0xaf], #""\\xc0\\xaf""#),
      ([0xe0, 0x80, 0xaf], #""\\xe0\\x80\\xaf""#),
      ([0xed, 0xa0, 0x80], #""\\xed\\xa0\\x80""#),
      ([0xf4, 0x90, 0x80, 0x80], #""\\xf4\\x90\\x80\\x80""#),
      ([0x80, 0x41], #""\\x80A""#),
    ] as [([UInt8], String)])
  func texts(bytes: [UInt8], shown: String) {
    #expect(Array(StatusObjects.text(ByteString(bytes)).bytes) == Array(shown.utf8))
  }

  /// A pipe takes 4096 bytes as a whole; three texts of the worst bytes fit.
  @Test func nothingIsTooLong() {
    for byte: UInt8 in [0x61, 0xff, 0x01, 0x22] {
      let worst = ByteString(Array(repeating: byte, count: 5000))
      let members = StatusObjects.failure(worst, step: worst, errno: Errno(131), hint: worst)
      let object = StatusObjects.failed(members, status: -1)
      #expect(object.count < 4096 && object.bytes.last == UInt8(ascii: "\n"))
    }
  }
}
