import Bytes
import Options
import Testing

@testable import MultiCall

/// What a command line of `unyoke` asks for, and why it is refused.
struct ReadTests {
  private func read(_ line: String) throws(UnyokeError) -> UnyokeAction {
    try UnyokeAction.read(line.split(separator: " ").map { ByteString($0.utf8) })
  }

  private func refusal(_ line: String) -> String? {
    do throws(UnyokeError) { _ = try read(line) } catch {
      return String(decoding: error.sentence.bytes, as: UTF8.self)
    }
    return nil
  }

  @Test(arguments: [
    ("unshare -s --install x", UnyokeAction.run(.unshare, ["-s", "--install", "x"])),
    ("-- nsls --help", .run(.nsls, ["--help"])), ("privs -h 1", .privs(["-h", "1"])),
    ("check --json net", .check(["--json", "net"])),
    ("--list", .list), ("--list x", .list), ("--help --bogus", .help), ("-hx", .help),
    ("-V x", .version),
    ("--list --help", .help), ("--install --help", .help), ("--install d --version", .version),
    ("--install unshare -h", .help),
  ])
  func reads(line: String, wanted: UnyokeAction) throws {
    #expect(try read(line) == wanted)
  }

  /// The directory and the form may stand in any order.
  @Test(arguments: [
    "--install -s d", "--install d -s", "-s --install d", "--symbolic --install=d",
    "--install=d -s", "-s --install -- d", "--install -s -s d",
  ])
  func installs(line: String) throws {
    #expect(try read(line) == .install(Installation(directory: "d", form: .symbolicLink)))
    let copying = line.replacing("--symbolic", with: "--copy").replacing("-s", with: "--copy")
    #expect(try read(copying) == .install(Installation(directory: "d", form: .copy)))
  }

  @Test func installsByHardLinks() throws {
    #expect(try read("--install d") == .install(Installation(directory: "d", form: .hardLink)))
    #expect(try read("--install -- -s") == .install(Installation(directory: "-s", form: .hardLink)))
  }

  @Test(arguments: [
    ("frob -h", "'frob' is not one of its programs; 'unyoke --help' names them"),
    ("un", "'un' is not one of its programs; 'unyoke --help' names them"),
    ("--bogus", "unrecognized option '--bogus'"), ("-x", "invalid option -- 'x'"),
    // As extensions, these are found by their exact names only.
    ("--lis", "unrecognized option '--lis'"), ("--inst d", "unrecognized option '--inst'"),
    ("--list=x", "option '--list' doesn't allow an argument"),
    ("--list --install d", "--list and --install exclude each other"),
    ("-s --list", "--list and -s exclude each other"),
    ("--list --symbolic", "--list and --symbolic exclude each other"),
    ("--copy --symbolic", "--copy and --symbolic exclude each other"),
    ("--install -s --copy d", "-s and --copy exclude each other"),
    ("--copy -s --bogus", "--copy and -s exclude each other"),
    ("-s", "-s goes with --install only"), ("--copy unshare", "--copy goes with --install only"),
    ("--symbolic", "--symbolic goes with --install only"),
    ("--symbolic -s", "--symbolic goes with --install only"),
    ("-ss -- --symbolic", "-s goes with --install only"),
    ("--install", "--install needs one directory"), ("--install=", "--install needs one directory"),
    ("--install a b", "--install needs one directory"),
    ("--install=a b", "--install needs one directory"),
    ("--install=a --install=b", "--install needs one directory"),
    ("--install d --bogus", "unrecognized option '--bogus'"),
  ])
  func refuses(line: String, sentence: String) {
    #expect(refusal(line) == sentence)
  }

  @Test func withoutAProgram() {
    let sentence = refusal("") ?? ""
    #expect(sentence.hasPrefix("no program given; these are its programs:\n unshare   start"))
    #expect(sentence == refusal("--"))
    for personality in Personality.allCases {
      #expect(sentence.contains("\n \(personality.name) "))
    }
    #expect(
      sentence.contains("\n privs ") && sentence.contains("\n check ") && !sentence.hasSuffix("\n"))
  }

  @Test(arguments: [
    ("unshre", "unshare"), ("prvis", "privs"), ("chekc", "check"), ("unsh", "unshare"),
    ("nsentr", "nsenter"),
    ("help", "--help"), ("version", "--version"), ("list", "--list"), ("install", "--install"),
    ("frobnicate", nil), ("un", nil), ("", nil), ("ns", nil),
    (String(repeating: "u", count: 100_000), nil),
  ])
  func suggestsAProgram(word: String, wanted: String?) {
    let meant = UnyokeError.unknownProgram(ByteString(word.utf8)).suggestion
    #expect(meant.map { String(decoding: $0.bytes, as: UTF8.self) } == wanted)
    #expect(UnyokeError.unknownName(ByteString(word.utf8)).suggestion == nil)
  }

  @Test(arguments: [
    ("--isntall", "install"), ("--inst", "install"), ("--lst", "list"), ("--symbolc", "symbolic"),
    ("--bogus", nil),
  ])
  func suggests(word: String, wanted: String?) {
    let fault = UsageError.unrecognized(ByteString(word.utf8))
    let meant = fault.suggestion(from: unyokeOptions)
    #expect(meant.map { String(decoding: $0.bytes, as: UTF8.self) } == wanted)
  }
}
