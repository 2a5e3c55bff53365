import Foundation
import Harness
import Testing

/// `--explain`: how each step went, by the process that did it, on standard error alone.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ExplainTests {
  @Test func eachStepIsToldAsItIsDone() {
    let outcome = Place.run("unshare --explain -rpf --mount-proc sh -c 'echo hello'", as: .tester)
    #expect(outcome.shellStatus == "0")
    #expect(outcome.stdoutText == "hello\n")
    for line in [
      "unshare: this process: unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS): ok",
      "unshare: child: write \"0 1001 1\" to /proc/self/uid_map: ok",
      "unshare: child: mount proc at /proc: ok", "unshare: child: execute sh -c 'echo hello'",
      "unshare: this process: wait for the child and end as it does",
    ] { #expect(outcome.stderrText.contains(line + "\n"), "\(line) in \(outcome.stderrText)") }
  }

  @Test func aHelperSpeaksToo() {
    let outcome = Place.run("touch f; unshare --explain -f --uts=f true; umount f", as: .root)
    #expect(
      outcome.stderrText.contains("bind /proc/PID/ns/uts to f: ok\n"), "\(outcome.stderrText)")
    let mapped = Place.run("unshare --explain --map-users 0:100000:10 true", as: .root)
    #expect(
      mapped.stderrText.contains("unshare: helper: write uid_map \"0 100000 10\": ok\n"),
      "\(mapped.stderrText)")
  }

  @Test func whatFailedIsToldWithItsCause() {
    let outcome = Place.run("unshare --explain -n true 2>&1", as: .tester)
    #expect(outcome.shellStatus == "1")
    #expect(
      outcome.stdoutText == """
        unshare: this process: set SIGCHLD to its default action: ok
        unshare: this process: unshare(CLONE_NEWNET): failed
        unshare: unshare failed: Operation not permitted
        unshare: hint: creating net namespaces needs CAP_SYS_ADMIN; add --map-root-user (-r), or run as root

        """)
    let never = Place.run("UNYOKE_HINTS=never unshare --explain -n true 2>&1", as: .tester)
    #expect(!never.stdoutText.contains("hint:"))
  }

  @Test func whatMustFailIsToldBefore() {
    let outcome = Place.run("unshare --explain --dry-run -n true", as: .tester)
    #expect(outcome.shellStatus == "1")
    #expect(
      outcome.stdoutText.contains(
        "must fail: unshare failed: Operation not permitted: creating net"))
    #expect(outcome.stderrText == "")
    let possible = Place.run("unshare --explain --dry-run -rn true", as: .tester)
    #expect(possible.shellStatus == "0")
    #expect(!possible.stdoutText.contains("must fail"))
    #expect(possible.stdoutText.hasSuffix("\nno step is known to have to fail\n"))
    #expect(!outcome.stdoutText.contains("no step is known"))
    // Without --explain nothing is judged.
    let unjudged = Place.run("unshare --dry-run -n true", as: .tester)
    #expect(unjudged.shellStatus == "0" && !unjudged.stdoutText.contains("no step is known"))
    for (words, cause) in [
      ("-rp --mount-proc", "add --fork (-f)"), ("-rT --monotonic=-9999999999", "may be below 0"),
    ] {
      let outcome = Place.run("unshare --explain --dry-run \(words) true", as: .tester)
      #expect(outcome.shellStatus == "1" && outcome.stdoutText.contains(cause))
    }
  }

  @Test func anEntryThatIsLeftToALaterStepIsToldAsThat() {
    let outcome = Place.run(
      """
      unshare -Urn sleep 100 & until grep -q sleep /proc/$!/comm; do sleep 0.02; done
      nsenter --explain -t $! -U -n --preserve-credentials true 2>&1; kill $!
      """, as: .tester)
    #expect(outcome.stdoutText.contains("nsenter: this process: hide from other processes: ok\n"))
    #expect(
      outcome.stdoutText.contains("CLONE_NEWUSER | CLONE_NEWNET): ok\n"), "\(outcome.stdoutText)")
  }

  @Test func aProgramThatWillStayOutsideIsTold() {
    let outcome = Place.run("unshare --explain -p true 2>&1", as: .root)
    #expect(outcome.stdoutText.contains("unshare: hint: the program itself stays outside"))
    #expect(!Place.run("unshare --explain -pf true 2>&1", as: .root).stdoutText.contains("hint:"))
  }

  /// The program that is started, or whoever reads the terminal: a word must not make a line that
  /// looks like a step that went well.
  @Test func aWordDoesNotForgeAStep() {
    let outcome = Place.run(
      "unshare --explain -u --hostname \"$(printf 'a\\nunshare: this process: forged: ok')\" true 2>&1",
      as: .root)
    #expect(
      !outcome.stdoutText.contains("\nunshare: this process: forged: ok\n"), "\(outcome.stdoutText)"
    )
  }

  /// Whoever reads standard error and leaves ends no launch.
  @Test func aReaderWhoLeftEndsNothing() {
    let outcome = Place.run(
      """
      # A reader there was only while 9 was opened.
      mkfifo gone; exec 3>&1 8<>gone 9>gone 8<&-
      unshare --explain -u sh -c 'echo started >&3; exit 3' 2>&9 >/dev/null; echo $?
      """,
      as: .root)
    #expect(outcome.stdoutText == "started\n3\n")
  }

  /// Whoever closed standard error, or does not read it, does not change what happens.
  @Test func aStreamThatCannotBeWrittenChangesNothing() {
    #expect(Place.run("unshare --explain -u true 2>&-", as: .root).shellStatus == "0")
    #expect(Place.run("unshare --explain -u true 2>/dev/full", as: .root).shellStatus == "0")
    #expect(
      Place.run("(unshare --explain -u echo done >&3) 3>&1 2>&1 | cat", as: .root).shellStatus
        == "0")
  }
}
