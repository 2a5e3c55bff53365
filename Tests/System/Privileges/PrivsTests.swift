import Foundation
import Harness
import Testing

/// `unyoke privs`, held against what other programs say of the same process.
@Suite(.enabled(if: canSandbox, needsRoot)) struct PrivsTests {
  /// A process with something of everything; $P.
  private static let target = """
    setpriv --reuid 1001 --regid 1001 --groups 4,27 --inh-caps +bpf,+kill --ambient-caps +bpf \
    --bounding-set -all,+bpf,+kill,+cap_40 --nnp sleep 60 >/dev/null & P=$!; \
    until [ "$(cat /proc/$P/comm)" = sleep ]; do sleep 0.02; done
    """

  private struct Report: Decodable {
    struct IDs: Decodable, Equatable {
      let real, effective, saved, filesystem: Int
    }
    struct Namespace: Decodable {
      let inode, owner: Int
    }
    let pid: Int
    let uids, gids: IDs
    let groups: [Int]
    let capabilities: [String: [String]]
    let securebits: [String]?
    let no_new_privs: Bool
    let seccomp: String
    let user_namespace: Namespace?
  }

  private func report(_ outcome: Outcome) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(outcome.stdout))
  }

  @Test func ofAnotherProcess() throws {
    let outcome = Place.run(
      "\(Self.target); echo $P $(stat -Lc %i /proc/$P/ns/user) >&2; unyoke privs --json $P; kill $P"
    )
    let report = try report(outcome)
    let facts = outcome.stderrText.split { $0.isWhitespace }.compactMap { Int($0) }
    #expect(report.pid == facts.first)
    let own = Report.IDs(real: 1001, effective: 1001, saved: 1001, filesystem: 1001)
    #expect(report.uids == own && report.gids == own)
    #expect(report.groups == [4, 27])
    #expect(
      report.capabilities == [
        "inheritable": ["cap_kill", "cap_bpf"], "permitted": ["cap_bpf"],
        "effective": ["cap_bpf"],
        "bounding": ["cap_kill", "cap_bpf", "cap_checkpoint_restore"], "ambient": ["cap_bpf"],
      ])
    #expect(report.securebits == nil)
    #expect(report.no_new_privs)
    #expect(report.seccomp == "none")
    #expect(report.user_namespace?.inode == facts.last)
    #expect(report.user_namespace?.owner == 0)
  }

  /// As a program that is started from here would be.
  @Test func ofOneself() throws {
    let outcome = Place.run(
      "unshare -c --securebits +noroot,+no_setuid_fixup --cap-drop ALL --cap-add bpf unyoke privs"
        + " --json", as: .tester)
    let report = try report(outcome)
    #expect(report.securebits == ["noroot", "no_setuid_fixup"])
    #expect(report.capabilities["bounding"] == ["cap_bpf"])
    #expect(report.capabilities["ambient"] == ["cap_bpf"])
    #expect(report.uids.real == 1001)
    #expect(!report.no_new_privs)
    #expect(report.user_namespace?.owner == 1001)
  }

  @Test func textAndJSONInAnyOrderOfWords() {
    #expect(
      Place.run(
        "\(Self.target); unyoke privs $P | grep -c :; unyoke privs $P --json | cut -c1; kill $P"
      )
      .stdoutText == "13\n{\n")
  }

  /// Who may not look into a process's namespaces still sees the rest.
  @Test func ofAProcessOfAnotherUser() {
    let outcome = Place.run(
      "unyoke privs 1 >a; echo $?; grep -E '^(uid|user|secure)' a; unyoke privs --json 1 |"
        + " grep -c '\"user_namespace\":null'", as: .tester)
    #expect(
      outcome.stdoutText == """
        0
        uid:             real 0, effective 0, saved 0, file system 0
        securebits:      cannot be read for another process
        user namespace:  cannot be read: Permission denied
        1

        """)
  }

  @Test(arguments: [
    ("x", "not a process id: 'x'"), ("0", "not a process id: '0'"), ("''", "not a process id: ''"),
    ("-1", "not a process id: '-1'"), ("99999999999", "not a process id: '99999999999'"),
    ("2147483647", "there is no process 2147483647"),
  ])
  func refused(word: String, sentence: String) {
    let outcome = Place.run("unyoke privs \(word)")
    #expect(outcome.stderrText == "unyoke privs: \(sentence)\n")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.stdout.isEmpty)
  }

  @Test(arguments: [
    ("--frob", "unrecognized option '--frob'"), ("-x", "invalid option -- 'x'"),
    ("--js", "unrecognized option '--js'"),
    ("--json=1", "option '--json' doesn't allow an argument"),
    ("1 2", "one process at a time, but '2' is a second one"),
  ])
  func misused(words: String, sentence: String) {
    let outcome = Place.run("unyoke privs \(words)")
    #expect(
      outcome.stderrText == "unyoke privs: \(sentence)\n"
        + "Try 'unyoke privs --help' for more information.\n")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.stdout.isEmpty)
  }

  @Test func helpAndFullStandardOutput() {
    #expect(
      Place.run("unyoke privs --help").stdoutText.contains(" unyoke privs [--json] [<PID>]\n"))
    #expect(Place.run("unyoke privs -h x y").ending == .exited(0))
    let outcome = Place.run("unyoke privs >/dev/full")
    #expect(outcome.stderrText == "unyoke privs: write error: No space left on device\n")
    #expect(outcome.ending == .exited(1))
  }

  @Test func withoutProc() {
    let outcome = Place.run("unshare -m sh -c 'mount -t tmpfs none /proc; unyoke privs'")
    #expect(
      outcome.stderrText
        == "unyoke privs: cannot read /proc/self/status: No such file or directory\n")
  }
}
