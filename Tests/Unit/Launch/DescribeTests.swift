import Bytes
import NamespaceValues
import Testing

@testable import Launch

/// The lines of `--dry-run`.
struct DescribeTests {
  private func lines(_ plan: LaunchPlan) -> [String] {
    plan.lines.map { String(decoding: $0.text.bytes, as: UTF8.self) }
  }

  @Test func oneProcess() {
    var plan = LaunchPlan(program: .command("echo", arguments: ["a", "b"]))
    plan.setup = [.unshare([.mount, .pid])]
    plan.persistence = [.bindNamespaces([NamespaceBinding(.uts, to: "/f")])]
    plan.runner = [.mountProc("/proc")]
    #expect(
      lines(plan) == [
        "this process: unshare(CLONE_NEWPID | CLONE_NEWNS)",
        "this process: bind /proc/PID/ns/uts to /f", "this process: mount proc at /proc",
        "this process: execute echo a b",
      ])
  }

  /// No word of the user makes a line, a step, or a part of a sentence.
  @Test func wordsAreQuoted() {
    let forged: ByteString = "/x\nthis process: set no_new_privs"
    let quoted = #"$'/x\nthis process: set no_new_privs'"#
    var plan = LaunchPlan(program: .command("the", arguments: ["login", "shell,", "x'y", forged]))
    plan.environment = .only(["A B"])
    plan.setup = [
      .setHostName(forged), .setDomainName(forged), .changeRoot(forged), .changeDirectory(forged),
      .checkWorkingDirectory(forged), .openWorkingDirectory(forged), .makePrivate(forged),
      .mountProc(forged), .mountBinfmt(forged),
      .registerInterpreter(directory: "/proc/sys/fs/binfmt_misc", definition: forged),
      .bindNamespaces([NamespaceBinding(.uts, to: forged)]),
      .expectEnvironmentInside(path: forged, refusal: .accessDenied),
    ]
    let lines = lines(plan)
    #expect(lines.count == plan.setup.count + 1)
    #expect(lines.allSatisfy { $0.contains(quoted) && !$0.contains("\n") })
    #expect(
      lines.last == "this process: execute the login 'shell,' 'x'\\''y' \(quoted), "
        + "with no variables but 'A B'")
    #expect(
      lines[9] == "this process: write \(quoted) to /proc/sys/fs/binfmt_misc/register")
  }

  @Test func withAFork() {
    var plan = LaunchPlan(program: .loginShell(mayFork: true))
    plan.setup = [
      .startHelper(
        .writeMaps(
          users: [
            IDMapping(inner: 0, outer: 1, count: 2), IDMapping(inner: 5, outer: 6, count: 7),
          ],
          groups: [IDMapping(inner: 0, outer: 1, count: 2)], by: .helper))
    ]
    plan.fork = ForkMode(.shielded, forwardsSignals: true, watchesParent: true)
    plan.runner = [.dieWithParent(.kill)]
    plan.environment = .only(["A", "B"])
    #expect(
      lines(plan) == [
        "this process: fork a helper that will write uid_map \"0 1 2, 5 6 7\" and gid_map \"0 1 2\"",
        "this process: fork, pass SIGTERM and SIGINT on to the child, "
          + "keep a pidfd of this process for the child",
        "child: ask for signal KILL when the parent dies",
        "child: start the login shell, with no variables but A B",
        "this process: wait for the child and end as it does",
      ])
  }
}
