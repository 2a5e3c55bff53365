import Bytes
import Testing

@testable import Host
@testable import NamespaceValues

/// Who edits /etc/passwd half, joins NIS, or makes an account with a blank in its name, must not become
/// root by it. What glibc 2.36 makes of each line was measured with getent(1).
struct AccountEntryTests {
  private func user(_ line: String) -> String? {
    AccountEntry(line: Array(line.utf8)[...], of: .users).map {
      "\(text($0.name)) \($0.id) \($0.group.number) \(text($0.shell?.bytes ?? []))"
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    ("root:x:0:0:root:/root:/bin/bash", "root 0 0 /bin/bash"),
    ("a:x:1:2:g:/h:", "a 1 2 "),
    ("a::1:2:::", "a 1 2 "),
    // As glibc: the last three fields may be missing, and white space before the name.
    ("a:x:1:2:g:/h", "a 1 2 "), ("a:x:1:2:g", "a 1 2 "), ("a:x:1:2", "a 1 2 "),
    ("  a:x:1:2:g:/h:/s", "a 1 2 /s"), ("\t\u{b}a:x:1:2:g:/h:/s", "a 1 2 /s"),
    ("a :x:1:2:g:/h:/s", "a  1 2 /s"),
    ("john smith:x:1:2:g:/h:/s", "john smith 1 2 /s"), ("bob 27:x:1:2:::", "bob 27 1 2 "),
    ("CORP\\john:x:1:2:::", "CORP\\john 1 2 "), ("a+b-:x:1:2:::", "a+b- 1 2 "),
    ("a#b:x:1:2:::", "a#b 1 2 "), ("a:x:0116:02:::", "a 116 2 "),
    ("a:x:1:2:g:/h:/s\r", "a 1 2 /s\r"),
    (
      "a:x:4294967294:4294967294:::",
      "a 4294967294 4294967294 "
    ),
  ])
  func users(line: String, expected: String) { #expect(user(line) == expected) }

  @Test(arguments: [
    "", " ", "#a:x:1:2:::", "  # a:x:1:2:::", ":x:1:2:::", " :x:1:2:::",
    "+", "-", "+:x:1:2:::", "+::::::", "-::::::", "+a:x:1:2:::", "-a:x:1:2:::", " +a:x:1:2:::",
    "+a::::::", "a", "a:x", "a:x:1", "a:x:1:", "a:x::2:::", "a:x:1::::", "a:x:::::",
    // D-33: glibc takes these.
    "a:x: 1:2:::", "a:x:1: 2:::", "a:x:+1:2:::", "a:x:-0:2:::", "a:x:4294967295:2:::",
    "a:x:1:4294967295:::", "a:x:1:2:g:/h:/s:more", "a:x:1:2:g:/h:/s\0more",
    "a\0:x:1:2:::", "a:x:1 :2:::", "a:x:-1:2:::", "a:x:0x1:2:::", "a:x:1a:2:::",
    "a:x:root:2:::", "a:x:4294967296:2:::", "a:x:4294967297:2:::",
    "a:x:18446744073709551616:2:::", "a:x:99999999999999999999999999:2:::",
  ])
  func noUsers(line: String) { #expect(user(line) == nil) }

  private func group(_ line: String, has user: String) -> Bool? {
    AccountEntry(line: Array(line.utf8)[...], of: .groups)?.hasMember(Array(user.utf8)[...])
  }

  @Test(arguments: [
    ("g:x:1:a,b", "a", true), ("g:x:1:a,b", "b", true), ("g:x:1:a,b", "a,b", false),
    ("g:x:1:ab", "a", false), ("g:x:1:", "a", false), ("g:x:1", "a", false),
    ("g:x:1:", "", false), ("g:x:1:,a,,b,", "", false), ("g:x:1: ,a", "", false),
    ("g:x:1:,a,,b,", "b", true),
    ("g:x:1:a, b", "b", true), ("g:x:1:a, b", " b", false), ("g:x:1:a ,b", "a", false),
    ("g:x:1:a ,b", "a ", true), ("g:x:1:john smith", "john smith", true),
    ("g:x:1:john smith", "john", false), ("g:x:1:a\r", "a", false), ("  g:x:1:a", "a", true),
  ])
  func members(line: String, user: String, expected: Bool) {
    #expect(group(line, has: user) == expected)
  }

  @Test(arguments: [
    "+gn:x:1:a", "-gn:x:1:a", "+:::", "+:::a", "-:::a", ":x:1:a", "#g:x:1:a", "g:x", "g:x:",
    "g:x::a",
    "g:x:-1:a", "g:x: 1:a", "g:x:1 :a", "g:x:+1:a", "g:x:4294967295:a", "g:x:4294967296:a",
    "g:x:1:a:b", "g:x:1:a\0", "g:x:one:a",
  ])
  func noGroups(line: String) { #expect(group(line, has: "a") == nil) }

  @Test func theFirstEntryCounts() {
    let file = Array("+::0:0:::\n\na:x:\na:x:1:2:::\na:x:3:4:::\nb:x:1:9:::".utf8)
    #expect(file.firstEntry(of: .users) { $0.name.elementsEqual("a".utf8) }?.id == 1)
    #expect(file.firstEntry(of: .users) { $0.id == 1 }?.group == GroupID(2))
    #expect(
      file.firstEntry(of: .users) { $0.name.elementsEqual("b".utf8) }?.group == GroupID(9))
    #expect(file.firstEntry(of: .users) { $0.id == 0 } == nil)
  }
}
