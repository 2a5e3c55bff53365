import Bytes
import NamespaceValues
import Options
import Testing

@testable import Check

/// What a command line of `unyoke check` asks for, and why it is refused.
struct ReadTests {
  private func read(_ line: String) throws(CheckError) -> CheckAction {
    try CheckAction.read(line.split(separator: " ").map { ByteString($0.utf8) })
  }

  @Test func reads() throws {
    #expect(try read("") == .report(of: CheckAction.allKinds, asJSON: false))
    #expect(Set(CheckAction.allKinds) == Set(NamespaceKind.allCases))
    #expect(try read("net --json user net") == .report(of: [.user, .network], asJSON: true))
    #expect(try read("-- mnt") == .report(of: [.mount], asJSON: false))
    #expect(try read("x --help --bogus") == .help)
  }

  /// The words are those of `nsls --type`, and no others.
  @Test(arguments: [
    (
      "x", "not a kind of namespace: 'x'; the kinds are user, mnt, net, pid, uts, ipc, cgroup, time"
    ),
    (
      "net mount",
      "not a kind of namespace: 'mount'; the kinds are user, mnt, net, pid, uts, ipc, cgroup, time"
    ),
    ("-n", "invalid option -- 'n'"), ("--js", "unrecognized option '--js'"),
    ("--json=1", "option '--json' doesn't allow an argument"),
  ])
  func refuses(line: String, sentence: String) {
    do throws(CheckError) {
      _ = try read(line)
      Issue.record("\(line) is read")
    } catch {
      #expect(String(decoding: error.sentence.bytes, as: UTF8.self) == sentence)
    }
  }

  @Test func suggests() {
    #expect(UsageError.unrecognized("--js").suggestion(from: checkOptions) == nil)
    #expect(UsageError.unrecognized("--jsn").suggestion(from: checkOptions) == "json")
  }

  @Test(arguments: [
    ("mount", "mnt"), ("mounts", "mnt"), ("network", "net"), ("netns", "net"), ("userns", "user"),
    ("cgroups", "cgroup"), ("usr", "user"), ("pdi", "pid"), ("itc", "ipc"), ("abc", nil),
    ("x", nil), ("", nil),
    ("all", nil), ("NET", nil),
  ])
  func suggestsAKind(word: String, kind: String?) {
    let meant = CheckError.unknownKind(ByteString(word.utf8)).suggestion
    #expect(meant.map { String(decoding: $0.bytes, as: UTF8.self) } == kind)
  }

  @Test func suggestsNothingForOptions() {
    #expect(CheckError.usage(.unrecognized("--jsn")).suggestion == nil)
  }
}
