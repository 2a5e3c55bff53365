import Harness
import Testing

/// Each step of representative launches fails in turn, by an error that strace puts in the place
/// of the kernel's answer. Message and status are the original's; no process stays behind.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct FaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let options: String
    /// The system call, and which of one process's calls of it.
    let call: String
    let occurrence: Int
    let sentence: String
    var errors = ["EPERM", "EINVAL", "ENOSYS"]
    /// Says "ran" where the launch must not get as far; the fault may lie behind the start.
    var program = "echo ran"
    var testDescription: String { "unshare \(options): \(call) \(occurrence)" }
  }

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
      options: "--kill-child", call: "pidfd_open", occurrence: 1, sentence: "pidfd_open failed"),
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

  private static let texts = [
    "EPERM": "Operation not permitted", "EINVAL": "Invalid argument",
    "ENOSYS": "Function not implemented", "EMFILE": "Too many open files",
    "ENFILE": "Too many open files in system", "EAGAIN": "Resource temporarily unavailable",
    "ENOMEM": "Cannot allocate memory", "EIO": "Input/output error",
    "ECHILD": "No child processes",
  ]

  @Test(arguments: faults)
  func failsCleanly(fault: Fault) {
    for error in fault.errors {
      let outcome = Place.run(
        "touch f; strace -f -qq -o /dev/null -e trace=\(fault.call) -e "
          + "inject=\(fault.call):error=\(error):when=\(fault.occurrence)"
          + " $BIN/unshare \(fault.options) \(fault.program) 2>err; s=$?;"
          + " sed \"s,/proc/[0-9]*/,/proc/<PID>/,; s,$T,\\$T,\" err; exit $s")
      let expected = "unshare: \(fault.sentence): \(Self.texts[error] ?? "?")\n"
      #expect(outcome.stdoutText == expected, "\(fault.options) with \(error)")
      #expect(outcome.ending == .exited(1), "\(fault.options) with \(error)")
      #expect(outcome.survivors.isEmpty, "\(fault.options) with \(error)")
    }
  }

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
    #expect(outcome.stdoutText == "unshare\n", "\(call): \(outcome.stderrText)")
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
