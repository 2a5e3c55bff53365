import Harness
import Testing

/// A target that dies, is replaced or is no process gives a clear error, and nothing of a stranger
/// is ever entered.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct NsenterTargetTests {
  /// Runs nsenter in a PID namespace with a /proc of its own. While strace holds it at the given
  /// call the target, process $P, is killed, and another process gets its number, with a host name
  /// of its own and another working directory.
  /// - Parameter refusing: a call that gets an error meanwhile.
  private func enterReplaced(
    _ options: String, delaying call: String, occurrence: Int, refusing refused: String? = nil,
    with error: String = "EPERM"
  ) -> Outcome {
    let refusal = refused.map { "-e inject=\($0):error=\(error)" } ?? ""
    let trace = [call, refused].compactMap { $0 }.joined(separator: ",")
    return Place.run(
      """
      cat >inner <<'X'
      sleeps() { until [ "$(tr '\\0' ' ' </proc/$1/cmdline)" = 'sleep 60 ' ]; do sleep 0.02; done; }
      hostname host
      mkdir real stranger
      (cd real; exec unshare -u sh -c 'hostname target; A=target exec sleep 60') & P=$!
      sleeps $P
      # As a grandchild strace can be ended, which lets nsenter go on, and nsenter is waited for.
      strace -D -qq -o log -e trace=\(trace) -e inject=\(call):delay_enter=900000000:when=\(occurrence) \
        \(refusal) $BIN/nsenter \(options) &
      N=$!
      # The line of a call is begun before it is held.
      until [ "$(grep -c '^\(call)(' log)" = \(occurrence) ]; do sleep 0.02; done 2>/dev/null
      kill -KILL $P; wait $P 2>/dev/null
      echo $((P - 1)) >/proc/sys/kernel/ns_last_pid
      (cd stranger; exec unshare -u sh -c 'hostname stranger; A=stranger exec sleep 60') & S=$!
      sleeps $S
      kill -KILL $(sed -n 's/^TracerPid:.//p' /proc/$N/status)
      wait $N; s=$?
      [ $S = $P ] || echo "not replaced: $P $S"
      kill $S
      exit $s
      X
      P=PID; export BIN; unshare -u -p -f --mount-proc sh inner
      """)
  }

  /// D-116: between the pidfd and /proc/PID, and between that and a file below it.
  @Test(
    arguments: [
      ("-t $P -u -w hostname", "openat", 2, "cannot open /proc/2/cwd: No such process"),
      ("-t $P -u -w hostname", "openat", 3, "cannot open /proc/2/cwd: No such process"),
      ("-t $P -u -r hostname", "openat", 3, "cannot open /proc/2/root: No such process"),
      ("-t $P -u -e hostname", "openat", 3, "cannot open /proc/2/environ: No such process"),
      ("-t $P -u -S follow hostname", "openat", 2, "cannot open /proc/2/: No such process"),
      ("-t $P -a hostname", "openat", 2, "stat of /proc/2/ns/user failed: No such process"),
      ("-t $P -u hostname", "setns", 1, "reassociate to namespaces failed: No such process"),
      ("-t $P -u -w hostname", "setns", 1, "reassociate to namespaces failed: No such process"),
      ("-t $P -U hostname", "setns", 1, "reassociate to namespaces failed: No such process"),
    ] as [(String, String, Int, String)])
  func aReplacedTarget(options: String, call: String, occurrence: Int, sentence: String) {
    let outcome = enterReplaced(options, delaying: call, occurrence: occurrence)
    #expect(outcome.stdoutText.isEmpty)
    let said = outcome.stderrText.split(separator: "\n").map(String.init)
    #expect(said.count == 1, "\(outcome.stderrText)")
    #expect(said.first.map { digitsAway($0) } == digitsAway("nsenter: \(sentence)"))
    #expect(outcome.ending == .exited(1))
  }

  /// What proves that the target is still the same must not take a refusal for a yes: a filter or a
  /// security module that refuses signals, or even the question whether the process has ended.
  @Test(arguments: [
    ("pidfd_send_signal", "EPERM"), ("pidfd_send_signal", "ENOSYS"), ("poll", "EPERM"),
    ("poll", "ENOSYS"),
  ])
  func aReplacedTargetWhereCallsAreRefused(call: String, error: String) {
    let outcome = enterReplaced(
      "-t $P -u/proc/self/ns/uts -e /usr/bin/env", delaying: "openat", occurrence: 3,
      refusing: call, with: error)
    #expect(outcome.stdoutText.isEmpty)
    #expect(
      digitsAway(outcome.stderrText)
        == digitsAway("nsenter: cannot open /proc/2/environ: No such process\n"))
    #expect(outcome.ending == .exited(1))
  }

  /// The same refusals hinder nobody whose target lives.
  @Test(arguments: [
    "pidfd_send_signal:error=EPERM", "pidfd_send_signal:error=ENOSYS", "poll:error=EPERM",
  ])
  func aLivingTargetWhereCallsAreRefused(refusal: String) {
    let outcome = Place.run(
      NsenterFaultTests.target + "; strace -qq -o /dev/null -e inject=\(refusal)"
        + " $BIN/nsenter -t $P -n -r -w echo ran; " + NsenterFaultTests.end)
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
  }

  private func digitsAway(_ text: String) -> String {
    var result = ""
    for character in text where !(character.isNumber && result.last == "#") {
      result.append(character.isNumber ? "#" : character)
    }
    return result
  }

  /// D-108: what was read before the target ended is handed over.
  @Test func anEnvironmentIsReadAtOnce() {
    let outcome = enterReplaced(
      "-t $P -u/proc/self/ns/uts -e /usr/bin/env", delaying: "setns", occurrence: 1)
    #expect(outcome.stdoutText.split(separator: "\n").contains("A=target"), "\(outcome)")
    #expect(outcome.ending == .exited(0))
  }

  @Test(arguments: [
    "-n", "-a", "-n -r", "-n -e", "-U", "-p", "-N 9", "--user-parent", "-u -S follow",
  ])
  func aTargetThatNeverWas(options: String) {
    let outcome = Place.run("nsenter -t 4194305 \(options) echo ran")
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText.hasSuffix("No such file or directory\n") || options == "-N 9")
    #expect(outcome.ending == .exited(1))
  }

  @Test(arguments: ["-n", "-a", "-n -r", "-n -e", "-p", "-N 9"])
  func aZombie(options: String) {
    let zombie = Place.run(
      "perl -e '$| = 1; if (!($p = fork)) { exit } print $p; sleep 60' >p & Z=$!;"
        + " until [ -s p ] && grep -q '^State:.Z' /proc/$(cat p)/status; do sleep 0.02; done;"
        + " nsenter -t $(cat p) \(options) echo ran; s=$?; kill $Z; exit $s")
    #expect(zombie.stdoutText.isEmpty)
    #expect(zombie.stderrText.hasPrefix("nsenter: "))
    #expect(zombie.ending == .exited(1))
  }

  /// D-118.
  @Test func theArgumentIsLeftAlone() {
    let outcome = Place.run(
      NsenterFaultTests.target
        + "; I=$(perl -e 'my $fd=syscall(434,$ARGV[0]+0,0); open(my $h,\"<&=\",$fd);"
        + " print((stat $h)[1])' $P); nsenter -t $P:$I -p sleep 62 & N=$!;"
        + " until [ -n \"$(cat /proc/$N/task/$N/children)\" ]; do sleep 0.02; done;"
        + " tr '\\0' ' ' </proc/$N/cmdline | sed \"s/$P:$I/P:I/\"; kill -KILL $N; "
        + NsenterFaultTests.end)
    #expect(outcome.stdoutText == "nsenter -t P:I -p sleep 62 ", "\(outcome.stderrText)")
  }

  /// D-120.
  @Test func allLooksAtItself() {
    let outcome = Place.run(
      NsenterFaultTests.target + "; strace -qq -o trace -e trace=newfstatat $BIN/nsenter -t $P"
        + " -a true; grep -c /proc/self/ns/ trace; grep -c \"/proc/[0-9]*/ns\" trace; "
        + NsenterFaultTests.end)
    #expect(outcome.stdoutText == "8\n0\n", "\(outcome.stderrText)")
  }

  /// D-133: with modules named for accounts, and an account that only they know.
  @Test func theShellComesFromTheFileAlone() {
    let outcome = Place.run(
      NsenterFaultTests.target
        + "; echo 'passwd: files systemd extrausers' >nsswitch; mount --bind nsswitch"
        + " /etc/nsswitch.conf; strace -f -qq -o trace -e trace=execve,openat env -u SHELL"
        + " $BIN/nsenter -t $P -n -S 54321 </dev/null; grep -c getent trace; grep -c nss trace;"
        + " grep -o 'execve(\"/bin/sh\"' trace; " + NsenterFaultTests.end)
    #expect(outcome.stdoutText == "0\n0\nexecve(\"/bin/sh\"\n", "\(outcome.stderrText)")
  }

  /// With both hierarchies on the machine, as most cases have it.
  @Test(
    .enabled(
      if: Need.cgroupHybrid.reasonMissing == nil, "the cgroups are not mounted in the hybrid way"))
  func joinsTheControlGroup() {
    let outcome = Place.run(
      "C=/sys/fs/cgroup/unified/unyoke-test-$$; mkdir $C; \(NsenterFaultTests.target);"
        + " echo $P >$C/cgroup.procs; mount --bind /sys/fs/cgroup/unified /sys/fs/cgroup;"
        + " nsenter -t $P -u -c grep -o 'unyoke-test' /proc/self/cgroup; \(NsenterFaultTests.end);"
        + " until rmdir /sys/fs/cgroup/${C##*/} 2>/dev/null; do sleep 0.02; done")
    #expect(outcome.stdoutText == "unyoke-test\n", "\(outcome.stderrText)")
    #expect(outcome.stderrText.isEmpty)
  }
}
