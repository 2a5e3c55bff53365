import Bytes
import Fixtures
import Options
import Testing

@testable import Unshare

/// What the table says about pairs of options is what they do.
struct RelationTests {
  /// What a command line is read as; nil when it is refused.
  private func result(_ words: [ByteString]) -> String? {
    // Without these some options are refused alone.
    let needed: [ByteString] = ["--uts", "--net", "--time", "--pid", "--setuid=0"]
    guard let intent = try? intent(needed + words) else { return nil }
    var text = ""
    dump(intent, to: &text)
    return text
  }

  @Test func tableAndParserAgree() {
    let samples: [String: [ByteString]] = [
      "json-status-fd": ["3", "4"], "info-fd": ["5", "6"],
      "block-fd": ["7", "8"], "sync-fd": ["9", "10"],
      "kill-child": ["TERM", "HUP"], "map-users": ["0:1:1", "5:6:1"],
      "map-groups": ["0:1:1", "5:6:1"], "owner": ["1:2", "3:4"],
      "propagation": ["slave", "shared"], "setgroups": ["allow", "deny"],
      "whitelist-env": ["A", "B"], "setuid": ["1001", "0"],
      "init": ["end", "wait"], "forward-signals": ["HUP", "USR1,RTMIN+1"],
    ].merging(privilegeSamples) { first, _ in first }
    let observed = ObservedRelations(
      unshareOptions, unshareRelations, samples: samples, result: result)
    let stated = unshareOptions.stated(unshareRelations)
    #expect(stated.exclusive == observed.exclusive)
    #expect(stated.replacing == observed.replacing)
    #expect(stated.implied == observed.implied)
    #expect(stated.repeatable == observed.repeatable)
    // The observation finds something.
    #expect(observed.implied.contains("map-root-user user"))
    #expect(observed.repeatable.contains("map-users"))
  }
}
