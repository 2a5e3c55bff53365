import Bytes
import Testing

@testable import Options

/// What is suggested for a word that no option has.
struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "ac", 1),
    ("abc", "acb", 1), ("ca", "abc", 3), ("no-new-priv", "no-new-privs", 1),
    ("hsotname", "hostname", 1), ("kitten", "sitting", 3),
  ]) func distance(one: String, other: String, wanted: Int) {
    #expect(editDistance(ByteString(one.utf8), ByteString(other.utf8)) == wanted)
    #expect(editDistance(ByteString(other.utf8), ByteString(one.utf8)) == wanted)
  }

  private let table = OptionTable<Int>(
    original: [
      OptionSpec(1, long: "fork", help: ""), OptionSpec(2, long: "load-interp", help: ""),
    ],
    extensions: [
      OptionSpec(3, long: "hostname", argument: .required("<x>"), help: ""),
      OptionSpec(4, long: "has-a", help: ""), OptionSpec(5, long: "has-b", help: ""),
      OptionSpec(6, long: "no-new-privs", help: ""), OptionSpec(7, long: "form", help: ""),
    ],
    helpGroups: [], helpLayout: HelpLayout(column: 1, longOnlyIndent: "", breaksLongLines: false),
    synopsis: "", purpose: "", manual: "")

  private func suggestion(_ word: String) -> String? {
    let scan = OptionScanner.scan([ByteString(word.utf8)], table: table)
    guard case .fault(let error) = scan.ending else { return "no fault" }
    return error.suggestion(from: table).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(arguments: [
    "--hostnam", "--hostnam=x", "--hots", "--hsotname=--fork", "--host-name", "--host",
    "--Hostname", "--hostnames",
  ]) func hostname(word: String) {
    #expect(suggestion(word) == (word == "--hots" ? nil : "hostname"))
  }

  @Test func others() {
    #expect(suggestion("--no-new-priv") == "no-new-privs")
    #expect(suggestion("--nonewprivs") == "no-new-privs")
    // Two are as near as each other, one is the original's, and nothing is near.
    #expect(suggestion("--has-") == nil)
    #expect(suggestion("--has-c") == nil)
    #expect(suggestion("--forx") == nil)
    #expect(suggestion("--forks") == nil)
    #expect(suggestion("--bogus") == nil)
    #expect(suggestion("--x") == nil)
    #expect(suggestion("---hostname") == "hostname")
    #expect(suggestion("--=hostname") != "hostname")
    #expect(suggestion("--\(String(repeating: "hostname", count: 10_000))") == nil)
  }

  /// In a table of our own all options are ours.
  @Test func ownOptions() {
    let own = OptionTable<Int>(
      own: [OptionSpec(1, long: "list", help: ""), OptionSpec(2, long: "install", help: "")],
      helpGroups: [],
      helpLayout: HelpLayout(column: 1, longOnlyIndent: "", breaksLongLines: false),
      synopsis: "", purpose: "", manual: "")
    func suggestion(_ word: ByteString) -> ByteString? {
      guard case .fault(let error) = OptionScanner.scan([word], table: own).ending else {
        return nil
      }
      return error.suggestion(from: own)
    }
    #expect(suggestion("--lsit") == "list")
    #expect(suggestion("--instal") == "install")
    #expect(suggestion("--frob") == nil)
    // Found by their exact names only.
    #expect(
      OptionScanner.scan(["--lis"], table: own).ending == .fault(.unrecognized("--lis")))
  }

  /// What the original takes, and every other fault, is left alone.
  @Test(arguments: ["--for", "-x", "--fork=x", "--hostname"]) func noSuggestion(word: String) {
    #expect(suggestion(word) == (word == "--for" ? "no fault" : nil))
  }
}
