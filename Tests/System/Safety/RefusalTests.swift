import Foundation
import Harness
import ProjectFiles
import Testing

/// Whoever runs a program under a filter (seccomp(2)), or on a kernel that lacks a call, chooses
/// what fails. He must not get a listing with gaps that looks whole, nor a program that runs with
/// more than it was meant to have: each call that a command line makes is refused in turn.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"),
  .enabled(if: Refuse.compiler != nil, "no C compiler is installed"))
struct RefusalTests {
  /// A command line, in the words of refusals.sh; PROBE is a program that says what it has.
  struct Line: Sendable, CustomTestStringConvertible {
    let command: String
    var user = 0
    /// The helper of another package makes most of the calls.
    var hasHelper = false
    var testDescription: String { command }
    var program: String { String(command.prefix { $0 != " " }) }
  }

  static let lines: [Line] = [
    Line(command: "unshare -u PROBE"),
    Line(command: "unshare -r PROBE"),
    Line(command: "unshare -rpf --mount-proc PROBE"),
    Line(command: "unshare -m PROBE"),
    Line(command: "unshare --map-auto PROBE", user: 1001, hasHelper: true),
    Line(command: "unshare -fp --kill-child PROBE"),
    Line(command: "unshare -U --map-users 0:5:1 --map-groups 0:5:1 --setuid 0 PROBE"),
    Line(command: "unshare -S 1001 -G 1001 PROBE"),
    Line(command: "unshare --cap-drop ALL --nnp PROBE"),
    Line(command: "unshare -T --boottime 100000 PROBE"),
    Line(command: "unshare -p --init --kill-child PROBE"),
    Line(command: "unshare --init --forward-signals-group PROBE"),
    Line(command: "nsenter -t @P -p --new-session PROBE"),
    Line(command: "nsenter -t @P -a PROBE"),
    Line(command: "nsenter -t @P -n -u -i -m PROBE"),
    Line(command: "nsenter --net=net PROBE"),
    Line(command: "nsenter -t @U -U --preserve-credentials PROBE"),
    Line(command: "nsenter -t @P -u -e -r -w PROBE"),
    Line(command: "nsenter -t @P -p --kill-child --forward-signals PROBE"),
    Line(command: "nsls"),
    Line(command: "nsls -J"),
    Line(command: "nsls -o NS,TYPE,NPROCS,PID,NETNSID,NSFS"),
    Line(command: "nsls --discover=all"),
    Line(command: "nsls -p @P"),
    Line(command: "nsls @NUMBER"),
  ]

  /// Without these there is another way, and it leads to the same result.
  static let unneeded =
    unneededByListings + ["waitid", "pidfd_open", "uname"]
  static let unneededByListings = [
    "fstatfs", "lseek", "readlinkat", "newfstatat", "statx", "dup", "getsockopt", "readlink",
    "getrandom", "prlimit64", "set_robust_list", "set_tid_address", "rseq", "brk",
  ]

  /// What refusals.sh says of one run.
  struct Run {
    let call: String
    let error: String
    let status: Int
    let output: String
    let messages: String

    /// What is wrong with it; nil where nothing is.
    func fault(beside whole: Run, of line: Line) -> String? {
      let isSame = (status, output, messages) == (whole.status, whole.output, whole.messages)
      if isSame { return nil }
      // Before main it is musl that ends, and it has no words for it.
      if call == "arch_prctl", status == 128 + 11, output.isEmpty { return nil }
      if status >= 128 { return "was killed by a signal" }
      let isListing = line.program == "nsls"
      let needed = line.hasHelper ? [String]() : isListing ? unneededByListings : unneeded
      if needed.contains(call) { return "there is another way" }
      let speakers = ["\(line.program): ", "newuidmap: ", "newgidmap: "]
      let lines = messages.split(separator: "\n")
      let isNamed = lines.contains { text in speakers.contains { text.hasPrefix($0) } }
      if status == 0 {
        // An older kernel shows what it can, and the listing says what is lacking (D-245).
        let isOld =
          isListing && error == "ENOSYS" && isNamed
          && ["pidfd_open", "pidfd_getfd", "ioctl"].contains(call)
        if output != whole.output, !isOld { return "has another result, and status 0" }
        return isNamed ? nil : "says what it should not"
      }
      if !output.isEmpty, output != whole.output { return "has a part of the result" }
      if isNamed { return nil }
      // What cannot write cannot say so, and without fcntl(2) newuidmap(1) says nothing.
      if call == "write" || line.hasHelper && call == "fcntl" { return nil }
      return "ends without a word"
    }
  }

  @Test(arguments: lines)
  func eachCallIsRefused(line: Line) throws {
    let refuse = try #require(Refuse.program)
    let command = line.command.replacing("PROBE", with: "\(refuse) probe")
    // Not execve(2), which the filter's own program makes, nor what only ends a process.
    let skipped = "execve exit_group exit rt_sigreturn"
    let program = Place.sandbox.programs
    let outcome = Jail.run(
      "exec bash \(projectRoot)/Tests/System/Safety/refusals.sh \(refuse) '\(skipped)' "
        + "\(line.user) \(program)/\(command)",
      timeLimit: 300)
    let fields = outcome.stdout.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let runs = stride(from: 0, to: fields.count - 4, by: 5).map {
      Run(
        call: fields[$0], error: fields[$0 + 1] == "1" ? "EPERM" : "ENOSYS",
        status: Int(fields[$0 + 2]) ?? -1, output: fields[$0 + 3], messages: fields[$0 + 4])
    }
    let whole = try #require(runs.first, "\(outcome.stderrText)")
    #expect(whole.status == 0 && whole.messages.isEmpty, "\(whole)")
    #expect(!whole.output.isEmpty)
    #expect(runs.count > 12)
    for run in runs.dropFirst() {
      let fault = run.fault(beside: whole, of: line)
      #expect(
        fault == nil, "\(run.call) \(run.error): \(run.status) \(run.messages)\n\(run.output)")
    }
    #expect(outcome.survivors.isEmpty)
  }

  /// Runs a script in which `refused NAME COMMAND...` runs a command that is refused a call.
  private func run(_ script: String) throws -> Outcome {
    let refuse = try #require(Refuse.program)
    return Place.run(
      """
      number() { printf '#include <sys/syscall.h>\\nSYS_%s\\n' "$1" | \(Refuse.compiler ?? "cc") -E - |
        tail -n 1; }
      refused() { n=$(number $1); shift; exec \(refuse) 0 $n 1 "$@"; }
      \(script)
      """)
  }

  /// D-55: the parent is killed, by whoever may, before or after the child asked for its signal.
  /// Without pidfds the child must not go on alone all the same.
  @Test(arguments: ["unshare -fp --kill-child", "nsenter -t $$ -p --kill-child"])
  func theChildDiesWithItsParent(launch: String) throws {
    let late = try run(
      "mkfifo f; (refused pidfd_open $BIN/\(launch) sh -c 'echo up >f; exec sleep 1000') & "
        + "read x <f; kill -KILL $!; wait $! 2>/dev/null; echo $x; sleep 0.2")
    #expect(late.stdoutText == "up\n", "\(late.stderrText)")
    #expect(late.survivors.isEmpty, "the signal is set")

    // The first such call of each process: of the child, the one that asks for the signal.
    let early = Place.run(
      "strace -f -qq -o trace -e trace=pidfd_open,prctl -e inject=pidfd_open:error=EPERM"
        + " -e inject=prctl:delay_enter=3000000:when=1 $BIN/\(launch) touch ran & "
        + "until grep -q '^[0-9]* *prctl(PR_SET_PDEATHSIG' trace; do sleep 0.05; done 2>/dev/null;"
        + " kill -KILL $(head -n 1 trace | cut -d' ' -f1); wait; ls ran 2>&1 | grep -c cannot")
    #expect(early.stdoutText == "1\n", "\(early.stderrText)")
    #expect(early.survivors.isEmpty)
  }

  /// Signals reach the child, and never anybody else, where its end cannot be seen before it is
  /// reaped.
  @Test func signalsAreForwardedWithoutWaitid() throws {
    let outcome = try run(
      "mkfifo f; (refused waitid $BIN/unshare --forward-signals sh -c"
        + " 'trap \"exit 7\" TERM; echo up >f; while :; do sleep 0.05; done') & read x <f;"
        + " kill -TERM $!; wait $!; echo $?")
    #expect(outcome.stdoutText == "7\n", "\(outcome.stderrText)")
    #expect(outcome.survivors.isEmpty)
  }

  /// A stopped child stops its parent, and goes on with it.
  @Test func stopsAreFollowedWithoutWaitid() throws {
    let outcome = try run(
      "mkfifo f; (refused waitid $BIN/nsenter -t $$ -p sh -c 'kill -STOP $$; echo on; exit 5') & "
        + "until grep -q '^State:.*T' /proc/$!/status; do sleep 0.05; done; kill -CONT $!;"
        + " wait $!; echo $?")
    #expect(outcome.stdoutText == "on\n5\n", "\(outcome.stderrText)")
    #expect(outcome.survivors.isEmpty)
  }

  /// The launcher is killed while a helper that cannot ask for a signal waits for its word.
  @Test func helpersGoWithTheirLauncherWithoutPrctl() {
    let outcome = Place.run(
      "strace -f -qq -o trace -e trace=prctl,unshare -e inject=prctl:error=EPERM"
        + " -e inject=unshare:delay_enter=700000 $BIN/unshare --map-users 0:0:1 true & "
        + "until grep -q 'unshare(' trace; do sleep 0.05; done 2>/dev/null;"
        + " kill -KILL $(grep 'unshare(' trace | cut -d' ' -f1); wait; sleep 0.3; echo over")
    #expect(outcome.stdoutText == "over\n", "\(outcome.stderrText)")
    #expect(outcome.survivors.isEmpty)
  }
}

/// refuse.c, compiled.
enum Refuse {
  /// The absolute path of a C compiler.
  static let compiler: String? = {
    let found = spawn(["/bin/sh", "-c", "command -v cc || command -v gcc || command -v clang"])
    let path = found.stdoutText.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.isEmpty ? nil : path
  }()

  /// The program among those of the sandbox, where every user reaches it.
  static let program: String? = {
    guard let compiler else { return nil }
    let file = "\(Place.sandbox.programs)/refuse"
    let built = spawn(
      [
        compiler, "-static", "-no-pie", "-O1", "-Wall", "-fuse-ld=bfd",
        "-DPLACE=0x20000000u", "-Wl,-Ttext-segment=0x20000000", "-o", file,
        "\(projectRoot)/Tests/System/Safety/refuse.c",
      ], timeLimit: 60)
    if built.ending == .exited(0) { return file }
    Issue.record("refuse.c cannot be compiled: \(built.stderrText)")
    return nil
  }()
}
