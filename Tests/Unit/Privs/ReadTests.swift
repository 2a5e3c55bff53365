import Bytes
import NamespaceValues
import Options
import Testing

@testable import Privs

/// What a command line of `unyoke privs` asks for, and why it is refused.
struct ReadTests {
  private func read(_ line: String) throws(PrivsError) -> PrivsAction {
    try PrivsAction.read(line.split(separator: " ").map { ByteString($0.utf8) })
  }

  @Test func reads() throws {
    #expect(try read("") == .report(of: nil, asJSON: false))
    #expect(try read("--json") == .report(of: nil, asJSON: true))
    #expect(try read("42 --json") == .report(of: ProcessID(42), asJSON: true))
    #expect(try read("-- 42") == .report(of: ProcessID(42), asJSON: false))
    #expect(try read("x y --help --bogus") == .help)
  }

  @Test(arguments: [
    ("x", "not a process id: 'x'"), ("0", "not a process id: '0'"),
    ("2147483648", "not a process id: '2147483648'"),
    ("-1", "not a process id: '-1'"), ("--json -42 --bogus", "not a process id: '-42'"),
    ("-- -1", "not a process id: '-1'"), ("-x1", "invalid option -- 'x'"),
    ("1 2", "one process at a time, but '2' is a second one"),
    ("--js", "unrecognized option '--js'"),
    ("--json=1", "option '--json' doesn't allow an argument"),
  ])
  func refuses(line: String, sentence: String) {
    do throws(PrivsError) {
      _ = try read(line)
      Issue.record("\(line) is read")
    } catch {
      #expect(String(decoding: error.sentence.bytes, as: UTF8.self) == sentence)
    }
  }

  @Test func suggests() {
    #expect(UsageError.unrecognized("--js").suggestion(from: privsOptions) == nil)
    #expect(UsageError.unrecognized("--jsn").suggestion(from: privsOptions) == "json")
  }
}
