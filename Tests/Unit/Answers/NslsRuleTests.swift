import Answers
import Bytes
import Kernel
import NamespaceValues
import Nsls
import Testing

/// There is no listing.
@Suite struct NslsRuleTests {
  private func topics(_ error: NslsError) -> [String] { Situation(.nsls(error)).topics }

  @Test(
    arguments: [
      (.unknownKind("network"), "kind-names"), (.unknownTree("x"), "tree-words"),
      (.unknownDiscovery("x"), "discovery-words"), (.unknownColumn("x"), "column-names"),
      (.unknownFilterColumns(["x"]), "filter-words"),
      (.process("nginx", .invalid), "target-is-name"),
      (.namespace("net", .invalid), "operand-is-kind"),
      (.namespace("net:[4026531840]", .invalid), "operand-is-no-number"),
      (.namespace("/proc/1/ns/net", .invalid), "operand-is-no-number"),
    ] as [(NslsError, String)])
  func whatAWordWas(_ error: NslsError, _ topic: String) { #expect(topics(error) == [topic]) }

  /// -H shows what the original has, so the hint names the others.
  @Test func columnsOfOurs() {
    let said = hints(for: Situation(.nsls(.unknownColumn("+ACESS"))).trouble, Evidence())
    guard let sentence = said.first?.sentence,
      let mark = sentence.bytes.lastIndex(of: UInt8(ascii: ":"))
    else {
      Issue.record("no hint")
      return
    }
    let named = sentence.bytes[(mark + 1)...].split(separator: UInt8(ascii: ",")).map {
      ByteString($0.drop { $0 == UInt8(ascii: " ") })
    }
    let ours = NslsColumn.allCases.filter { !NslsColumn.original.contains($0) }
      .map { ByteString("\($0.name)") }
    #expect(Set(named) == Set(ours) && named.count == ours.count)
    #expect(said.first.map { $0.line(of: "nsls").bytes.count <= Hint.longestLine } == true)
  }

  @Test(
    arguments: [
      .process("12x", .invalid), .process("-1", .outOfRange), .process("", .invalid), .noColumns,
      .tooManyColumns(5), .inventory(.mountTable(.accessDenied)), .taskAndNamespace,
    ] as [NslsError])
  func whatNeedsNoMore(_ error: NslsError) { #expect(topics(error) == []) }

  @Test func aNumberThatIsNoNamespace() {
    let small = Situation(.nsls(.noSuchNamespace(4711)))
    #expect(small.topics == ["operand-is-id"])
    #expect(small.with { $0.evidence.target.exists = .known(true) }.topics == ["operand-is-pid"])
  }

  @Test func aNamespaceThatIsNotFound() {
    let missing = Situation(.nsls(.noSuchNamespace(4_026_532_000)))
    #expect(missing.topics == ["namespace-not-seen"])
    #expect(
      missing.with { $0.evidence.process.capabilities?.effective = .all }.topics
        == ["namespace-not-found"])
    #expect(
      missing.with {
        $0.evidence.process.capabilities?.effective = .all
        $0.trouble.circumstances.discoversAll = true
      }.topics == [])
    #expect(topics(.noSuchNamespace(4_026_531_840_123)) == ["operand-too-large"])
    #expect(topics(.noSuchNamespace(4_294_967_296)) == ["operand-too-large"])
    #expect(topics(.noSuchNamespace(4_294_967_295)) == ["namespace-not-seen"])
  }

  @Test func aNamespaceWithoutHolders() {
    let missing = Situation(.nsls(.noSuchHeld("net:[4026532180]")))
    #expect(missing.topics == ["namespace-not-seen"])
    #expect(
      missing.with { $0.evidence.process.capabilities?.effective = .all }.topics == [])
  }

  @Test func procIsMissing() {
    let missing = Situation(.nsls(.inventory(.mountTable(.noEntry))))
    #expect(
      missing.with { $0.evidence.process.proc = .refused(.noEntry) }.topics == ["proc-not-mounted"])
    #expect(missing.topics == [])
  }
}
