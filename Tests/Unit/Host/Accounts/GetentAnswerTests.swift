import Bytes
import Testing

@testable import Host
@testable import NamespaceValues

/// An account whose name looks like more columns of the answer must not get their numbers.
struct GetentAnswerTests {
  private func groups(_ text: String, of name: Bytes.ByteString) -> [UInt32]? {
    try? GetentAnswer(Array(text.utf8)).groups(of: name).map { $0.number }
  }

  @Test(
    arguments: [
      ("bob                   27 100\n", "bob", [27, 100]),
      ("bob                  \n", "bob", []),
      ("bob\n", "bob", []),
      ("john smith            319\n", "john smith", [319]),
      ("bob 27 0              5\n", "bob 27 0", [5]),
      ("bob 27               \n", "bob 27", []),
      ("CORP\\john smith       7\n", "CORP\\john smith", [7]),
      ("averyverylongnamethatisverylong 1 2\n", "averyverylongnamethatisverylong", [1, 2]),
      ("7                     8\n", "7", [8]),
      ("a                     0\n", "a", [0]),
      ("a                     4294967294\n", "a", [4_294_967_294]),
    ] as [(String, Bytes.ByteString, [UInt32])])
  func groupsOfAUser(text: String, name: Bytes.ByteString, expected: [UInt32]) {
    #expect(groups(text, of: name) == expected)
  }

  @Test(
    arguments: [
      ("", "bob"), ("\n", "bob"), ("bob", "bob"), ("bob   27", "bob"), ("bob   27 1", "bob"),
      ("bobby                 27\n", "bob"), ("john                  27\n", "john smith"),
      ("john smith            27\n", "john"), ("bob   27 x\n", "bob"), ("bob   -1\n", "bob"),
      ("bob   +1\n", "bob"), ("bob   4294967295\n", "bob"), ("bob   4294967296\n", "bob"),
      ("bob   27\n28\n", "bob"), ("bob   27\nbob   28\n", "bob"), ("bob\t27\n", "bob"),
      ("bob   27\t28\n", "bob"), (" bob   27\n", "bob"), ("bob   27\r\n", "bob"),
      ("bob   27,28\n", "bob"), ("bob   0x1b\n", "bob"), ("bob27\n", "bob"),
    ] as [(String, Bytes.ByteString)])
  func refusedGroups(text: String, name: Bytes.ByteString) {
    #expect(groups(text, of: name) == nil)
  }

  private func user(_ text: String) -> UInt32? {
    try? GetentAnswer(Array(text.utf8)).entry(of: .users).id
  }

  @Test func oneEntry() {
    #expect(user("far:x:4711:4712::/:/bin/sh\n") == 4711)
    for text in [
      "", "\n", "far:x:4711:4712::/:/bin/sh", "far:x:47", "+::0:0:::\n", "a:x:1:1:::\n\n",
      "a:x:1:1:::\nb:x:2:2:::\n", "\na:x:1:1:::\n", "a:x:1:1::\n:\n",
    ] {
      #expect(user(text) == nil, "\(text)")
    }
  }

  @Test func manyEntries() throws {
    var found: [UInt32] = []
    try GetentAnswer(Array("a:x:1:1:::\n\n+::::::\nb:x::2:::\nc:x:3:3:::\n".utf8))
      .forEachEntry(of: .users) { found.append($0.id) }
    #expect(found == [1, 3])
    #expect(throws: Errno.badMessage) { try GetentAnswer(Array("a:x:1:1:::\nb:x:2".utf8)) }
  }
}
