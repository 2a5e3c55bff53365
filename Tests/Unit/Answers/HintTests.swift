import Answers
import Bytes
import Testing

@Suite struct HintTests {
  @Test func aLineHasAtMost160Columns() {
    let word = ByteString([UInt8](repeating: UInt8(ascii: "a"), count: 500))
    let line = Hint("topic", "\(word) is long").line(of: "unshare")
    #expect(line.count == 160)
    #expect(line.hasPrefix("unshare: hint: aaa"))
  }

  @Test(
    arguments: [
      (nil, false, false, false), (nil, true, false, true), (nil, false, true, true),
      ("always", false, false, true), ("never", true, true, false), ("junk", false, false, false),
      ("", false, true, true), ("Always", false, false, false),
    ] as [(String?, Bool, Bool, Bool)])
  func thePolicyIsTheVariables(
    _ value: String?, _ byOwnName: Bool, _ isTerminal: Bool, _ shown: Bool
  ) {
    let policy = HintPolicy(value.map { ByteString(Array($0.utf8)) })
    #expect(policy.allows(byOwnName: byOwnName, isTerminal: isTerminal) == shown)
  }
}
