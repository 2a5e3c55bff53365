import Check
import MultiCall
import Nsenter
import Nsls
import Options
import Privs
import Testing
import Unshare

/// `--help` fits a terminal of 80 columns.
struct HelpWidthTests {
  private func tooLong(_ text: [UInt8]) -> [String] {
    text.split(separator: UInt8(ascii: "\n")).map { line in
      // A tab stands in front only.
      (line.first == 0x09 ? "        " : "")
        + String(decoding: line.drop { $0 == 0x09 }, as: UTF8.self)
    }.filter { $0.count > 80 }
  }

  @Test func everyTable() {
    let version: StaticString = "10.10.10"
    #expect(tooLong(unshareOptions.usageText(program: "unshare", version: version)) == [])
    #expect(tooLong(nsenterOptions.usageText(program: "nsenter", version: version)) == [])
    #expect(tooLong(nslsOptions.usageText(program: "nsls", version: version)) == [])
    #expect(tooLong(unyokeOptions.usageText(program: "unyoke", version: version)) == [])
    #expect(tooLong(checkOptions.usageText(program: "unyoke check", version: version)) == [])
    #expect(tooLong(privsOptions.usageText(program: "unyoke privs", version: version)) == [])
  }
}
