import Bytes
import Testing

@testable import Host

/// Random lines against a second statement of the grammar, a regular expression.
struct AccountPropertyTests {
  private static let pieces = [
    ":", ":", ":", ":", "x", "a", "bob 27", "+", "-", "#", " ", "\t", "0", "1", "42", "007",
    "4294967294", "4294967295", "4294967296", "-1", "+1", "0x1", ",", "", "\r", "\u{b}", "é",
    "/bin/sh",
    ":x:1:2:", "root:x:",
  ]

  private func line(_ random: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random)!
    }.joined()
  }

  private static func isID(_ text: Substring) -> Bool {
    text.wholeMatch(of: /[0-9]+/) != nil && UInt32(text).map { $0 != .max } == true
  }

  @Test func users() throws {
    var random = SystemRandomNumberGenerator()
    // Scalars, since \r and what follows may be one character.
    let form = try Regex(
      "[ \\t\\v\\f\\r]*([^ \\t\\v\\f\\r+#:-][^:]*):[^:]*:([^:]*):([^:]*)(:[^:]*){0,3}",
      as: (Substring, Substring, Substring, Substring, Substring?).self
    ).matchingSemantics(.unicodeScalar)
    var accepted = 0
    for _ in 0..<20000 {
      let line = line(&random)
      let entry = AccountEntry(line: Array(line.utf8)[...], of: .users)
      guard let match = line.wholeMatch(of: form), Self.isID(match.2), Self.isID(match.3) else {
        #expect(entry == nil, "\(line.debugDescription)")
        continue
      }
      accepted += 1
      #expect(entry?.name.elementsEqual(match.1.utf8) == true, "\(line.debugDescription)")
      #expect(entry?.id == UInt32(match.2), "\(line.debugDescription)")
      #expect(entry?.group.number == UInt32(match.3), "\(line.debugDescription)")
    }
    #expect(accepted > 20)
  }

  /// What getent(1) prints for any name and any ids is read back; what is cut off anywhere is not.
  @Test func answers() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let name = String(line(&random).filter { $0 != ":" })
      let ids = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        UInt32.random(in: 0..<UInt32.max, using: &random)
      }
      let padding = String(repeating: " ", count: max(0, 21 - name.utf8.count))
      let text = Array((name + padding + ids.map { " \($0)" }.joined() + "\n").utf8)
      let asked = Bytes.ByteString(Array(name.utf8))
      #expect((try? GetentAnswer(text).groups(of: asked))?.map { $0.number } == ids)
      let cut = text.prefix(Int.random(in: 0..<text.count, using: &random))
      #expect((try? GetentAnswer(Array(cut)).groups(of: asked)) == nil)
      // Whoever is called NAME and a number is not NAME with a group more.
      let other = Bytes.ByteString(Array((name + "!").utf8))
      #expect((try? GetentAnswer(text).groups(of: other)) == nil)
    }
  }
}
