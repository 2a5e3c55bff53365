import Bytes
import Fixtures
import Nsenter
import Options
import Testing

/// What the table says about pairs of options is what they do.
struct RelationTests {
  /// What a command line is read as; nil when it is refused.
  private func result(_ words: [ByteString]) -> String? {
    let scan = OptionScanner.scan(words, table: nsenterOptions)
    guard case .operands = scan.ending else { return nil }
    var files = FixtureFiles()
    var intent = NsenterIntent()
    do {
      for event in scan.events { try intent.apply(event, opening: &files, on: FixtureHost()) }
    } catch { return nil }
    var text = ""
    dump(intent, to: &text)
    // Of what was opened for one purpose the last counts.
    for (index, file) in files.asked.enumerated() {
      let purpose = file.prefix { $0 != " " }
      if !files.asked[(index + 1)...].contains(where: { $0.hasPrefix("\(purpose) ") }) {
        text += file
      }
    }
    return text
  }

  @Test func tableAndParserAgree() {
    let samples: [String: [ByteString]] = [
      "kill-child": ["TERM", "HUP"], "whitelist-env": ["A", "B"],
      "cap-drop": ["bpf", "chown"], "cap-add": ["kill", "mknod"],
      "bounding-set": ["-bpf", "-chown"],
      "inh-caps": ["+bpf", "+chown"], "ambient-caps": ["+bpf", "+chown"],
      "iab": ["!cap_bpf", "!cap_chown"], "securebits": ["+noroot", "+no_setuid_fixup"],
      "has-p": ["bpf", "chown"], "has-e": ["bpf", "chown"], "has-i": ["bpf", "chown"],
      "has-a": ["bpf", "chown"], "has-b": ["bpf", "chown"],
    ]
    let observed = ObservedRelations(
      nsenterOptions, nsenterRelations, samples: samples, result: result)
    let stated = nsenterOptions.stated(nsenterRelations)
    #expect(stated.exclusive == observed.exclusive)
    #expect(stated.replacing == observed.replacing)
    #expect(stated.implied == observed.implied)
    #expect(stated.repeatable == observed.repeatable)
    #expect(observed.exclusive.contains("wd wdns"))
  }
}
