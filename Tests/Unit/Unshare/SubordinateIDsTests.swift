import Bytes
import Fixtures
import NamespaceValues
import Testing

@testable import Unshare

/// The table of the specification's subid file rules.
struct SubordinateIDsTests {
  private func range(_ content: String, user: UInt32 = 1001) throws -> [UInt32] {
    let range = try SubordinateIDs.range(
      in: Array(content.utf8), login: user == 0 ? "root" : "tester", user: UserID(user),
      file: "/etc/subuid")
    return [range.outer, range.count]
  }

  private func refusal(_ content: String) -> String {
    do {
      _ = try range(content)
      return ""
    } catch let error as UnshareError {
      return String(decoding: error.sentence.bytes, as: UTF8.self)
    } catch {
      return "\(error)"
    }
  }

  @Test(
    arguments: [
      ("other:1:2\ntester:300000:10\n", [300000, 10]),
      ("other:1:2\n1001:300000:10\n", [300000, 10]),
      ("1001:300000:10\ntester:400000:20\n", [300000, 10]),
      ("1001abc:300000:10\n", [300000, 10]),
      (" 1001:300000:10\n", [300000, 10]),
      ("tester:300000:10", [300000, 10]),
      ("tester:300000\ntester:400000:20\n", [400000, 20]),
      ("tester\ntester:400000:20\n", [400000, 20]),
      ("# tester:1:2\ntester:400000:20\n", [400000, 20]),
      ("\n\ntester:400000:20\n", [400000, 20]),
      ("tester: 300000: 10\n", [300000, 10]),
      ("tester:300000:0\n", [300000, 0]),
      // D-04: the loose match of the original counts only when no line is exactly the user's.
      ("1001abc:1:2\ntester:400000:20\n", [400000, 20]),
    ] as [(String, [UInt32])])
  func found(content: String, expected: [UInt32]) throws {
    #expect(try range(content) == expected)
  }

  @Test func anyLineIsRootsWhenNoneIs() throws {
    #expect(try range("other:300000:10\n", user: 0) == [300000, 10])
    #expect(try range("other:300000:10\nroot:400000:20\n", user: 0) == [400000, 20])
    #expect(try range("other:300000:10\n0:400000:20\n", user: 0) == [400000, 20])
  }

  @Test(arguments: [
    ("other:1:2\n", "no line matching user \"tester\" in /etc/subuid"),
    ("", "no line matching user \"tester\" in /etc/subuid"),
    ("tester:300000:10\r\n", "failed to parse subid map: '10\r'"),
    ("tester:abc:10\n", "failed to parse subid map: 'abc'"),
    ("tester::10\n", "failed to parse subid map: ''"),
    ("tester:300000:10:5\n", "failed to parse subid map: '10:5'"),
    ("tester:-5:10\n", "failed to parse subid map: '-5': Numerical result out of range"),
    (
      "tester:4294967301:10\n",
      "failed to parse subid map: '4294967301': Numerical result out of range"
    ),
    ("tester:4294967290:10\n", "failed to parse subid map: '10': Numerical result out of range"),
  ])
  func refused(content: String, sentence: String) {
    #expect(refusal(content) == sentence)
  }

  @Test func anUnknownCallerIsPrintedWithASign() {
    let host = FixtureHost(effectiveUser: UserID(4_294_967_290))
    #expect(Bytes.ByteString("you (user -6) don't exist.") == "you (user -6) don't exist.")
    #expect(UnshareTests.refusal(["--map-auto"], on: host) == "you (user -6) don't exist.")
  }
}
