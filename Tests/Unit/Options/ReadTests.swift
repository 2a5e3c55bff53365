import Bytes
import Testing

@testable import Options

/// The order in which a command line is worked off, which is the same in all programs.
struct ReadTests {
  private enum Refusal: CommandLineError, Equatable {
    case usage(UsageError)
    case value(ByteString)
    case incomplete
  }
  private enum Action: Equatable {
    case help
    case run([SampleOption], operands: [ByteString])
  }

  /// A program that refuses the value x, and a mount without `--fork`.
  private func read(
    _ words: [ByteString], operands order: OperandOrder = .afterOptions
  ) throws(Refusal) -> Action {
    var seen: [SampleOption] = []
    return try sampleTable.read(words, operands: order) { event throws(Refusal) -> Action? in
      if event.id == .help { return .help }
      if event.value == "x" { throw .value("x") }
      seen.append(event.id)
      return nil
    } complete: { operands throws(Refusal) in
      if seen.contains(.mount), !seen.contains(.fork) { throw .incomplete }
      return .run(seen, operands: operands)
    }
  }

  private func refusal(_ words: [ByteString]) -> Refusal? {
    do throws(Refusal) {
      _ = try read(words)
      return nil
    } catch {
      return error
    }
  }

  @Test func allOptionsAreAppliedBeforeItCompletes() throws {
    #expect(try read(["-m", "-f", "true"]) == .run([.mount, .fork], operands: ["true"]))
    #expect(refusal(["-m"]) == .incomplete)
  }

  @Test func theFirstWrongValueIsReportedBeforeAFault() {
    #expect(refusal(["-S", "x", "--frob"]) == .value("x"))
    #expect(refusal(["--frob", "-S", "x"]) == .usage(.unrecognized("--frob")))
  }

  @Test func aFaultIsReportedBeforeWhatIsIncomplete() {
    #expect(refusal(["-m", "--frob"]) == .usage(.unrecognized("--frob")))
  }

  @Test func whatEndsTheProgramDoesSoAtOnce() throws {
    #expect(try read(["-m", "-h", "-S", "x", "--frob"]) == .help)
    #expect(refusal(["-S", "x", "-h"]) == .value("x"))
    #expect(refusal(["--frob", "-h"]) == .usage(.unrecognized("--frob")))
  }

  @Test func operandsStandWhereTheProgramTakesThem() throws {
    #expect(try read(["a", "-f"]) == .run([], operands: ["a", "-f"]))
    #expect(try read(["a", "-f"], operands: .anywhere) == .run([.fork], operands: ["a"]))
  }
}
