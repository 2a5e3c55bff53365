import Answers
import Bytes
import Nsenter
import Testing

/// `-t` was given something that is no process.
@Suite struct TargetValueRuleTests {
  private func topics(_ value: ByteString) -> [String] {
    Situation(.nsenter(.process(value))).topics
  }

  @Test(
    arguments: [
      ("", "target-is-empty"), ("-n", "target-is-option"), ("--net", "target-is-option"),
      ("=12", "target-has-equals"), ("/proc/12", "target-is-path"), ("0", "target-is-zero"),
      ("000", "target-is-zero"), ("12 13", "target-is-several"), ("12\n13", "target-is-several"),
      ("nginx", "target-is-name"), ("3f2a1b0c", "target-is-name"),
      ("4026531840", "target-is-namespace"), ("-5", "target-out-of-range"),
      ("4026531831", "target-out-of-range"), ("99999999999", "target-out-of-range"),
      ("2147483648", "target-out-of-range"), ("99999999999999999999999", "target-out-of-range"),
      ("net:[4026531840]", "target-has-no-process"), ("net:[1]", "target-has-no-process"),
      ("inode:4026531840", "target-has-no-process"), ("net:[0]", "target-namespace-form"),
      ("[4026531840]", "target-namespace-form"), (":[4026531840]", "target-namespace-form"),
      ("mnt:[ 1]", "target-namespace-form"), ("nett:[1]", "target-namespace-form"),
      ("inode:0", "target-namespace-form"), ("inode:", "target-namespace-form"),
      (":12", "target-namespace-form"), (":", "target-is-name"), (":x", "target-is-name"),
      ("1[2", "target-is-name"),
      ("web[1]", "target-is-name"), ("12,13", "target-is-several"), ("12,x", "target-is-name"),
    ] as [(ByteString, String)])
  func whatTheValueWas(_ value: ByteString, _ topic: String) {
    #expect(topics(value) == [topic])
  }

  @Test func whatIsSaidOfANumber() {
    func sentences(_ value: ByteString) -> [ByteString] {
      hints(for: Situation(.nsenter(.process(value))).trouble, Evidence()).map { $0.sentence }
    }
    #expect(sentences("net:[1]") == ["'net:[1]': no process that you may look at is in it"])
    #expect(
      sentences(":12") == [
        "':12': of namespaces -t takes numbers only, written KIND:[NUMBER] or inode:NUMBER"
      ])
  }

  @Test(arguments: ["12:x", "12 "] as [ByteString])
  func whatNobodyKnows(_ value: ByteString) { #expect(topics(value) == []) }

  /// Attacker: whoever names a container or a file, whose name a script hands to -t.
  @Test func aValueCannotWriteToTheTerminal() {
    let evil: ByteString = "\u{1b}]0;owned\n\u{7}nginx"
    for hint in hints(for: Situation(.nsenter(.process(evil))).trouble, Evidence()) {
      #expect(hint.sentence.bytes.allSatisfy { (0x20..<0x7f).contains($0) })
    }
    #expect(topics(evil) == ["target-is-name"])
  }
}
