import Bytes
import Testing

@testable import Options

struct OptionScannerTests {
  private func scan(_ words: [ByteString]) -> ScanResult<SampleOption> {
    OptionScanner.scan(words, table: sampleTable)
  }

  private func events(_ words: [ByteString]) -> [OptionEvent<SampleOption>] { scan(words).events }

  private func fault(_ words: [ByteString]) -> UsageError? {
    guard case .fault(let error) = scan(words).ending else { return nil }
    return error
  }

  @Test func stopsAtTheFirstOperand() {
    let result = scan(["-m", "true", "--fork", "-x"])
    #expect(result.events == [OptionEvent(.mount)])
    #expect(result.ending == .operands(["true", "--fork", "-x"]))
  }

  @Test func doubleDashEndsAndIsRemoved() {
    #expect(scan(["-f", "--", "-x"]).ending == .operands(["-x"]))
    #expect(scan(["--"]).ending == .operands([]))
  }

  @Test func aSingleDashIsAnOperand() {
    #expect(scan(["-", "a"]).ending == .operands(["-", "a"]))
  }

  @Test func anEmptyWordIsAnOperand() {
    #expect(scan(["", "-f"]).ending == .operands(["", "-f"]))
  }

  @Test func valuesAttachedOrNext() {
    let five = [OptionEvent(SampleOption.setuid, value: "5")]
    #expect(events(["-S5"]) == five)
    #expect(events(["-S", "5"]) == five)
    #expect(events(["--setuid=5"]) == five)
    #expect(events(["--setuid", "5"]) == five)
    #expect(events(["-fS5"]) == [OptionEvent(.fork)] + five)
    #expect(events(["-S=5"]) == [OptionEvent(.setuid, value: "=5")])
    #expect(events(["--setuid="]) == [OptionEvent(.setuid, value: "")])
    // The next word is taken whatever it looks like.
    #expect(events(["-S", "--"]) == [OptionEvent(.setuid, value: "--")])
    #expect(events(["--setuid", "-f"]) == [OptionEvent(.setuid, value: "-f")])
  }

  @Test func optionalValuesOnlyBehindEquals() {
    #expect(events(["--mount=/x"]) == [OptionEvent(.mount, value: "/x")])
    #expect(events(["--mount="]) == [OptionEvent(.mount, value: "")])
    #expect(scan(["--mount", "/x"]).ending == .operands(["/x"]))
    #expect(fault(["-m/x"]) == .invalidShort(UInt8(ascii: "/")))
  }

  /// The short form takes the rest of its word, be it letters of options.
  @Test func attachedValuesInBothForms() {
    #expect(events(["-n/x"]) == [OptionEvent(.net, value: "/x")])
    #expect(events(["-n=/x"]) == [OptionEvent(.net, value: "=/x")])
    #expect(events(["-fnf"]) == [OptionEvent(.fork), OptionEvent(.net, value: "f")])
    #expect(events(["-fn", "-f"]) == [.init(.fork), .init(.net), .init(.fork)])
    #expect(events(["--net=/x"]) == [OptionEvent(.net, value: "/x")])
    #expect(events(["--net="]) == [OptionEvent(.net, value: "")])
    #expect(scan(["-n", "/x"]).ending == .operands(["/x"]))
    #expect(scan(["--net", "/x"]).ending == .operands(["/x"]))
  }

  @Test func optionsBehindOperands() {
    func scan(_ words: [ByteString]) -> ScanResult<SampleOption> {
      OptionScanner.scan(words, table: sampleTable, operands: .anywhere)
    }
    let mixed = scan(["a", "-f", "-", "--setuid", "5", "", "b", "-m"])
    #expect(mixed.events == [.init(.fork), .init(.setuid, value: "5"), .init(.mount)])
    #expect(mixed.ending == .operands(["a", "-", "", "b"]))
    // Two dashes end the options for good.
    let ended = scan(["a", "-f", "--", "-m", "--"])
    #expect(ended.events == [OptionEvent(.fork)])
    #expect(ended.ending == .operands(["a", "-m", "--"]))
    #expect(scan(["a", "-x"]).ending == .fault(.invalidShort(UInt8(ascii: "x"))))
  }

  @Test func exactNamesWinOverLongerOnes() {
    #expect(events(["--mount"]) == [OptionEvent(.mount)])
    #expect(events(["--mount-"]) == [OptionEvent(.mountProc)])
    #expect(events(["--mount-p=/x"]) == [OptionEvent(.mountProc, value: "/x")])
  }

  @Test func ambiguousPrefixesListTheTableInItsOrder() {
    #expect(fault(["--mo=x"]) == .ambiguous("--mo=x", candidates: ["mount", "mount-proc"]))
    #expect(
      fault(["--=x"])
        == .ambiguous("--=x", candidates: ["help", "mount", "mount-proc", "net", "setuid", "fork"]))
  }

  @Test func extensionsNeedTheirExactName() {
    #expect(
      events(["--mount-everything-there-is=1"]) == [OptionEvent(.extra, value: "1")])
    #expect(fault(["--mount-everything-there-i"]) == .unrecognized("--mount-everything-there-i"))
    // An abbreviation that an extension shares with the original still means the original.
    #expect(events(["--mount-"]) == [OptionEvent(.mountProc)])
  }

  @Test func faults() {
    #expect(fault(["--nonsense=3"]) == .unrecognized("--nonsense=3"))
    #expect(fault(["---"]) == .unrecognized("---"))
    #expect(fault(["--setu"]) == .missingValue("setuid"))
    #expect(fault(["--fo=1"]) == .unwantedValue("fork"))
    #expect(fault(["-S"]) == .missingShortValue(UInt8(ascii: "S")))
    #expect(fault(["-fx"]) == .invalidShort(UInt8(ascii: "x")))
    #expect(fault(["-f-"]) == .invalidShort(UInt8(ascii: "-")))
    #expect(fault(["-:"]) == .invalidShort(UInt8(ascii: ":")))
  }

  @Test func whatCameBeforeAFaultIsKept() {
    let result = scan(["-f", "-m", "--bogus", "-h"])
    #expect(result.events == [OptionEvent(.fork), OptionEvent(.mount)])
    #expect(result.ending == .fault(.unrecognized("--bogus")))
  }

  @Test func bytesThatAreNoTextStayAsTheyAre() {
    let word = ByteString([45, 45, 0xff, 0xfe])
    #expect(fault([word]) == .unrecognized(word))
    #expect(fault([ByteString([45, 0xff])]) == .invalidShort(0xff))
    #expect(
      Array(UsageError.invalidShort(0xff).sentence.bytes)
        == Array("invalid option -- '".utf8) + [0xff, 39])
  }

  @Test func sentences() {
    #expect(UsageError.unrecognized("--x=1").sentence == "unrecognized option '--x=1'")
    #expect(
      UsageError.ambiguous("--m", candidates: ["a", "b"]).sentence
        == "option '--m' is ambiguous; possibilities: '--a' '--b'")
    #expect(UsageError.missingValue("a").sentence == "option '--a' requires an argument")
    #expect(UsageError.unwantedValue("a").sentence == "option '--a' doesn't allow an argument")
    #expect(UsageError.invalidShort(120).sentence == "invalid option -- 'x'")
    #expect(
      UsageError.missingShortValue(83).sentence == "option requires an argument -- 'S'")
  }
}
