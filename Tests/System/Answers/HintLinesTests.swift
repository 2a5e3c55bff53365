import Harness
import Testing

/// What the golden run takes off, and what it leaves so that a case fails.
@Suite struct HintLinesTests {
  private func removed(_ text: String) -> String {
    String(decoding: HintLines.removed(from: Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("unshare: failed\nunshare: hint: why\n", "unshare: failed\n"),
    ("unshare: failed\nunshare: hint: a\nunshare: hint: b\nmore\n", "unshare: failed\nmore\n"),
    ("newuidmap: failed\nunshare: hint: a\n", "newuidmap: failed\n"),
    ("a\nlsns: x\nlsns: hint: a\nlsns: x\nlsns: hint: a\n", "a\nlsns: x\nlsns: x\n"),
    ("1 unshare: x unshare: hint: a\nb\n", "1 unshare: x\nb\n"),
  ])
  func hintsAreTakenOff(_ text: String, _ rest: String) { #expect(removed(text) == rest) }

  @Test(arguments: [
    "unshare: hint: why\nunshare: failed\n", "unshare: hint: in its place\n",
    "nsenter: failed\nunshare: hint: why\n",
    "unshare: bad\nunshare: hint: why\nTry 'unshare --help' for more information.\n",
    "unshare: x\nunshare: hint: \u{1b}[2J\n", "unshare: x\nunshare: hint: cut",
    "unshare: x\nunshare: hint: \(String(repeating: "a", count: 160))\n",
    "1 unshare: hint: a\n",
  ])
  func whatDoesNotStandWhereItMustStays(_ text: String) { #expect(removed(text) == text) }

  @Test func thereAreTwoAtMost() {
    let hint = "lsns: hint: a\n"
    #expect(removed("lsns: x\n\(hint)\(hint)\(hint)").contains(hint))
  }
}
