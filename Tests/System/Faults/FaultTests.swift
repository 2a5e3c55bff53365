import Harness
import Testing

/// Each step of representative launches fails in turn, by an error that strace puts in the place
/// of the kernel's answer. Message and status are the original's; no process stays behind.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct FaultTests {
  private static let everything =
    "-m --uts=$T/f -f --kill-child --map-users 0:100000:10 --map-groups 0:100000:10"

  static let faults: [Fault] = [
    Fault(options: "-u", call: "unshare", occurrence: 1, sentence: "unshare failed"),
    Fault(options: everything, call: "unshare", occurrence: 1, sentence: "unshare failed"),
    Fault(
      options: everything, call: "eventfd2", occurrence: 1, sentence: "eventfd failed",
      errors: ["EMFILE", "ENOSYS"]),
    Fault(
      options: everything, call: "eventfd2", occurrence: 2, sentence: "eventfd failed",
      errors: ["EMFILE", "ENFILE"]),
    Fault(
      options: everything, call: "clone", occurrence: 1, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(
      options: everything, call: "clone", occurrence: 2, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(
      options: everything, call: "clone", occurrence: 3, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(options: "-f", call: "clone", occurrence: 1, sentence: "fork failed"),
    Fault(
      options: everything, call: "write", occurrence: 1, sentence: "failed to write eventfd",
      errors: ["EIO", "EPERM"]),
    Fault(
      options: "--map-users 0:0:1", call: "read", occurrence: 1,
      sentence: "failed to read eventfd",
      errors: ["EIO", "EPERM"]),
    Fault(
      options: "--map-users 0:0:1", call: "wait4", occurrence: 1, sentence: "waitpid failed",
      errors: ["EINVAL", "ECHILD"]),
    Fault(
      options: "-f", call: "waitid", occurrence: 1, sentence: "waitpid failed",
      errors: ["EINVAL", "ECHILD"], program: "true"),
    Fault(
      options: "--map-users 0:0:1", call: "openat", occurrence: 1,
      sentence: "failed to open /proc/<PID>/uid_map"),
    Fault(
      options: "--map-groups 0:0:1", call: "openat", occurrence: 1,
      sentence: "failed to open /proc/<PID>/gid_map"),
    Fault(
      options: "-T --boottime 1", call: "openat", occurrence: 1,
      sentence: "failed to open /proc/self/timens_offsets"),
    Fault(
      options: "-T --boottime 1", call: "write", occurrence: 1,
      sentence: "failed to write to /proc/self/timens_offsets"),
    Fault(
      options: "-r", call: "openat", occurrence: 1, sentence: "cannot open /proc/self/uid_map"),
    Fault(
      options: "-r", call: "write", occurrence: 1, sentence: "write failed /proc/self/uid_map"),
    Fault(
      options: "-r", call: "openat", occurrence: 2,
      sentence: "cannot open /proc/self/setgroups"),
    Fault(
      options: "-r", call: "write", occurrence: 2,
      sentence: "write failed /proc/self/setgroups"),
    Fault(
      options: "-r", call: "openat", occurrence: 3, sentence: "cannot open /proc/self/gid_map"),
    Fault(
      options: "-r", call: "write", occurrence: 3, sentence: "write failed /proc/self/gid_map"),
    Fault(
      options: "--uts=$T/f", call: "mount", occurrence: 1,
      sentence: "mount /proc/<PID>/ns/uts on $T/f failed"),
    Fault(
      options: "-f --uts=$T/f", call: "mount", occurrence: 1,
      sentence: "mount /proc/<PID>/ns/uts on $T/f failed"),
    Fault(
      options: "-m", call: "mount", occurrence: 1,
      sentence: "cannot change root filesystem propagation"),
    Fault(
      options: "-m --mount-proc", call: "mount", occurrence: 2, sentence: "mount /proc failed"),
    Fault(
      options: "--mount-proc=/mnt --propagation shared", call: "mount", occurrence: 2,
      sentence: "cannot change /mnt filesystem propagation", errors: ["EPERM", "ENOSYS"]),
    Fault(
      options: "-R /", call: "chroot", occurrence: 1,
      sentence: "cannot change root directory to '/'"),
    Fault(
      options: "-w /", call: "chdir", occurrence: 1, sentence: "cannot change directory to /"),
    Fault(options: "-G 5", call: "setgroups", occurrence: 1, sentence: "setgroups failed"),
    Fault(options: "-G 5", call: "setgid", occurrence: 1, sentence: "setgid() failed"),
    Fault(options: "-S 5", call: "setuid", occurrence: 1, sentence: "setuid() failed"),
    Fault(options: "--owner 5:5", call: "setgid", occurrence: 1, sentence: "setgid() failed"),
    Fault(
      options: "-f", call: "rt_sigprocmask", occurrence: 1,
      sentence: "sigprocmask block failed"),
    Fault(
      options: "--kill-child", call: "pidfd_open", occurrence: 1, sentence: "pidfd_open failed",
      // Where it is refused there is another way (D-55).
      errors: ["EMFILE", "ENFILE"]),
    Fault(
      options: "--kill-child", call: "poll", occurrence: 1,
      sentence: "poll parent pidfd failed"),
    Fault(options: "-c --keep-caps", call: "capset", occurrence: 1, sentence: "capset failed"),
    Fault(
      options: "-u --hostname h", call: "sethostname", occurrence: 1,
      sentence: "cannot set host name"),
    Fault(
      options: "-u --domainname h", call: "setdomainname", occurrence: 1,
      sentence: "cannot set domain name"),
    Fault(
      options: "-n --loopback", call: "socket", occurrence: 1,
      sentence: "cannot bring interface lo up"),
    Fault(
      options: "-n --loopback", call: "ioctl", occurrence: 2,
      sentence: "cannot bring interface lo up"),
  ]

  @Test(arguments: faults)
  func failsCleanly(fault: Fault) { fault.expectCleanFailure(of: "unshare") }

  /// D-25, D-03: a helper that dies before or at its work is a failure, not a hang.
  @Test func aKilledHelperIsAFailure() {
    let outcome = Place.run(
      "strace -f -qq -o /dev/null -e trace=read -e inject=read:signal=KILL:when=1"
        + " $BIN/unshare --map-users 0:0:1 echo ran")
    #expect(outcome.stderrText == "unshare: helper was killed by signal KILL\n")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.stdout.isEmpty)
  }

  /// D-01: whoever is killed while helpers wait takes them along.
  @Test func aKilledLauncherLeavesNoHelper() {
    let outcome = Place.run(
      "touch f; strace -f -qq -o /dev/null -e trace=unshare -e inject=unshare:signal=KILL"
        + " $BIN/unshare \(Self.everything) echo ran; echo ended")
    #expect(outcome.stdoutText == "ended\n")
    #expect(outcome.survivors.isEmpty)
  }

  /// An interrupted call is made again.
  @Test(arguments: ["wait4", "waitid", "read", "write", "openat", "poll"])
  func interruptionsAreNoFailures(call: String) {
    let outcome = Place.run(
      "touch f; strace -f -qq -o /dev/null -e trace=\(call) -e"
        + " inject=\(call):error=EINTR:when=1 $BIN/unshare \(Self.everything)"
        // Only our own processes: the program itself need not be as patient.
        + " $BIN/unyoke --list")
    #expect(outcome.stdoutText == programList, "\(call): \(outcome.stderrText)")
    #expect(outcome.ending == .exited(0))
  }

  @Test func aFullDescriptorTable() {
    let outcome = Place.run("touch f; prlimit --nofile=4:4 unshare \(Self.everything) true")
    #expect(outcome.stderrText == "unshare: eventfd failed: Too many open files\n")
    #expect(outcome.ending == .exited(1))
    #expect(outcome.survivors.isEmpty)
  }

  /// One free descriptor is enough for one helper, as it is for the original's.
  @Test func anAlmostFullDescriptorTable() {
    let outcome = Place.run("prlimit --nofile=4:4 unshare --map-users 0:0:1 echo ran")
    #expect(outcome.stdoutText == "ran\n", "\(outcome.stderrText)")
  }
}
