import Bytes
import Fixtures
import Options
import Testing

@testable import MultiCall

/// What the table says about pairs of options is what they do.
struct RelationTests {
  /// What a command line is read as; nil when it is refused.
  private func result(_ words: [ByteString]) -> String? {
    // Those that say how to install say nothing by themselves.
    let isPair = words.contains("--symbolic") && words.contains("--copy")
    let needsInstall = words.contains("--symbolic") || words.contains("--copy")
    let installs = words.contains { $0.hasPrefix("--install") }
    let further: [ByteString] = (isPair || needsInstall) && !installs ? ["--install=d"] : []
    do throws(UnyokeError) {
      let action = try UnyokeAction.read(words + (words.contains("--list") ? [] : further))
      return "\(action)"
    } catch { return nil }
  }

  @Test func tableAndParserAgree() {
    let observed = ObservedRelations(
      unyokeOptions, unyokeRelations, samples: ["install": ["d", "e"]], result: result)
    let stated = unyokeOptions.stated(unyokeRelations)
    #expect(stated.exclusive == observed.exclusive)
    #expect(stated.replacing == observed.replacing)
    #expect(stated.implied == observed.implied)
    // A second directory is refused, which looks like one that is added.
    #expect(stated.repeatable == [] && observed.repeatable == ["install"])
  }

  /// So the completions offer none after it.
  @Test func listMakesNothingOfAnOperand() {
    #expect(result(["--list"]) != nil && result(["--list"]) == result(["--list", "unshare"]))
  }
}
