import Bytes
import Fixtures
import Nsenter
import Options
import Testing

/// What the table says about pairs of options is what they do.
struct RelationTests {
  /// What a command line is read as; nil when it is refused.
  private func result(_ words: [ByteString]) -> String? {
    // Without a user `--init-groups` is refused, without --all `--except`, without a program `--exec-outer`.
    let needed: [ByteString] = words.contains { $0.hasPrefix("--except") } ? ["--all"] : []
    guard let (intent, files) = try? intent(["--setuid=0"] + needed + words + ["true"]) else {
      return nil
    }
    var text = ""
    dump(intent, to: &text)
    // Of what was opened for one purpose the last counts.
    for (index, file) in files.asked.enumerated() {
      let later = files.asked[(index + 1)...]
      if !later.contains(where: { $0.purpose == file.purpose }) { text += "\(file)" }
    }
    return text
  }

  @Test func tableAndParserAgree() {
    let samples: [String: [ByteString]] = [
      "json-status-fd": ["3", "4"], "info-fd": ["5", "6"],
      "block-fd": ["7", "8"], "sync-fd": ["9", "10"],
      "forward-signals": ["HUP", "USR1"], "kill-child": ["TERM", "HUP"],
      "except": ["net", "uts,ipc"], "whitelist-env": ["A", "B"], "setuid": ["1001", "0"],
    ].merging(privilegeSamples) { first, _ in first }
    let observed = ObservedRelations(
      nsenterOptions, nsenterRelations, samples: samples, result: result)
    let stated = nsenterOptions.stated(nsenterRelations)
    #expect(stated.exclusive == observed.exclusive)
    #expect(stated.replacing == observed.replacing)
    // What had to be added above looks like it.
    #expect(stated.implied == observed.implied.filter { $0 != "except all" })
    #expect(stated.repeatable == observed.repeatable)
    #expect(observed.exclusive.contains("wd wdns"))
  }
}
