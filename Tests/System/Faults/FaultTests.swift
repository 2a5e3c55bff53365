import Bytes
import Harness
import Launch
import NamespaceValues
import Testing

/// Each step of representative launches fails in turn, by an error that strace puts in the place
/// of the kernel's answer. Message and status are the original's; no process stays behind.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct FaultTests {
  private static let everything =
    "-m --uts=$T/f -f --kill-child --map-users 0:100000:10 --map-groups 0:100000:10"

  private static let toRoot = IDMapping(inner: 0, outer: 0, count: 1)

  static let faults: [Fault] = [
    Fault(
      .unshare(.uts), options: "-u", call: "unshare", occurrence: 1, sentence: "unshare failed"),
    Fault(options: everything, call: "unshare", occurrence: 1, sentence: "unshare failed"),
    Fault(
      .startHelper(.bindNamespaces([NamespaceBinding(.uts, to: "$T/f")])),
      options: everything, call: "eventfd2", occurrence: 1, sentence: "eventfd failed",
      errors: ["EMFILE", "ENOSYS"]),
    Fault(
      options: everything, call: "eventfd2", occurrence: 2, sentence: "eventfd failed",
      errors: ["EMFILE", "ENFILE"]),
    Fault(
      options: everything, call: "clone,fork", occurrence: 1, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(
      options: everything, call: "clone,fork", occurrence: 2, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(
      options: everything, call: "clone,fork", occurrence: 3, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(options: "-f", call: "clone,fork", occurrence: 1, sentence: "fork failed"),
    Fault(
      .releaseHelper(.mapWriter),
      options: everything, call: "write", occurrence: 1, sentence: "failed to write eventfd",
      errors: ["EIO", "EPERM"]),
    Fault(
      options: "--map-users 0:0:1", call: "read", occurrence: 1,
      sentence: "failed to read eventfd",
      errors: ["EIO", "EPERM"]),
    Fault(
      .releaseHelper(.mapWriter),
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
      .setClockOffset(ClockOffset(.boottime, seconds: 1)),
      options: "-T --boottime 1", call: "openat", occurrence: 1,
      sentence: "failed to open /proc/self/timens_offsets"),
    Fault(
      .setClockOffset(ClockOffset(.boottime, seconds: 1)),
      options: "-T --boottime 1", call: "write", occurrence: 1,
      sentence: "failed to write to /proc/self/timens_offsets"),
    Fault(
      .writeOwnMap(.users, toRoot),
      options: "-r", call: "openat", occurrence: 1, sentence: "cannot open /proc/self/uid_map"),
    Fault(
      .writeOwnMap(.users, toRoot),
      options: "-r", call: "write", occurrence: 1, sentence: "write failed /proc/self/uid_map"),
    Fault(
      .writeSetgroups(.deny),
      options: "-r", call: "openat", occurrence: 2,
      sentence: "cannot open /proc/self/setgroups"),
    Fault(
      .writeSetgroups(.deny),
      options: "-r", call: "write", occurrence: 2,
      sentence: "write failed /proc/self/setgroups"),
    Fault(
      .writeOwnMap(.groups, toRoot),
      options: "-r", call: "openat", occurrence: 3, sentence: "cannot open /proc/self/gid_map"),
    Fault(
      .writeOwnMap(.groups, toRoot),
      options: "-r", call: "write", occurrence: 3, sentence: "write failed /proc/self/gid_map"),
    Fault(
      .bindNamespaces([NamespaceBinding(.uts, to: "$T/f")]),
      options: "--uts=$T/f", call: "mount", occurrence: 1,
      sentence: "mount /proc/<PID>/ns/uts on $T/f failed"),
    Fault(
      .bindNamespaces([NamespaceBinding(.uts, to: "$T/f")]),
      options: "-f --uts=$T/f", call: "mount", occurrence: 1,
      sentence: "mount /proc/<PID>/ns/uts on $T/f failed"),
    Fault(
      .setRootPropagation(.private),
      options: "-m", call: "mount", occurrence: 1,
      sentence: "cannot change root filesystem propagation"),
    Fault(
      .mountProc("/proc"),
      options: "-m --mount-proc", call: "mount", occurrence: 2, sentence: "mount /proc failed"),
    Fault(
      .makePrivate("/mnt"),
      options: "--mount-proc=/mnt --propagation shared", call: "mount", occurrence: 2,
      sentence: "cannot change /mnt filesystem propagation", errors: ["EPERM", "ENOSYS"]),
    Fault(
      .changeRoot("/"),
      options: "-R /", call: "chroot", occurrence: 1,
      sentence: "cannot change root directory to '/'"),
    Fault(
      .changeDirectory("/"),
      options: "-w /", call: "chdir", occurrence: 1, sentence: "cannot change directory to /"),
    Fault(
      .dropGroups, options: "-G 5", call: "setgroups", occurrence: 1, sentence: "setgroups failed"),
    Fault(
      .setGroup(GroupID(5)), options: "-G 5", call: "setgid", occurrence: 1,
      sentence: "setgid() failed"),
    Fault(
      .setUser(UserID(5)), options: "-S 5", call: "setuid", occurrence: 1,
      sentence: "setuid() failed"),
    Fault(
      .setGroup(GroupID(5)), options: "--owner 5:5", call: "setgid", occurrence: 1,
      sentence: "setgid() failed"),
    Fault(
      options: "-f", call: "rt_sigprocmask", occurrence: 1,
      sentence: "sigprocmask block failed"),
    Fault(
      options: "--kill-child", call: "pidfd_open", occurrence: 1, sentence: "pidfd_open failed",
      // Where it is refused there is another way (D-55).
      errors: ["EMFILE", "ENFILE"]),
    Fault(
      .dieWithParent(.kill),
      options: "--kill-child", call: "poll", occurrence: 1,
      sentence: "poll parent pidfd failed"),
    Fault(
      .raiseAmbientCapabilities(), options: "-c --keep-caps", call: "capset", occurrence: 1,
      sentence: "capset failed"),
    Fault(
      .setHostName("h"),
      options: "-u --hostname h", call: "sethostname", occurrence: 1,
      sentence: "cannot set host name"),
    Fault(
      .setDomainName("h"),
      options: "-u --domainname h", call: "setdomainname", occurrence: 1,
      sentence: "cannot set domain name"),
    Fault(
      .bringLoopbackUp,
      options: "-n --loopback", call: "socket", occurrence: 1,
      sentence: "cannot bring interface lo up"),
    Fault(
      .bringLoopbackUp,
      options: "-n --loopback", call: "ioctl", occurrence: 2,
      sentence: "cannot bring interface lo up"),
    Fault(
      .defaultChildSignal, options: "-f", call: "rt_sigaction",
      occurrence: .last("SIGCHLD, {sa_handler=SIG_DFL"), sentence: "signal handler reset failed"),
    Fault(
      .refuseAllowedSetgroups, options: "-r --setgroups allow",
      says: "options --setgroups=allow and --map-group are mutually exclusive"),
    Fault(
      .checkWorkingDirectory("/"), options: "-R / -w /", call: "getcwd", occurrence: .number(1),
      sentence: "/ is outside of the root directory", saysWhy: false),
    Fault(
      .mountBinfmt(binfmt), options: "-rpf --mount-binfmt", call: "mount", occurrence: 3,
      sentence: "mount /proc/sys/fs/binfmt_misc failed"),
    registerFails(4, "/proc/sys/fs/binfmt_misc"),
    registerFails(5, "/proc/sys/fs/binfmt_misc/register"),
  ]

  private static let binfmt: ByteString = "/proc/sys/fs/binfmt_misc"

  /// Nothing is mounted, since the file system is the whole machine's where user namespaces have
  /// none of their own. The first three files are those of the maps.
  private static func registerFails(_ occurrence: Int, _ file: String) -> Fault {
    Fault(
      .registerInterpreter(directory: binfmt, definition: ":x:M::ABCD::/bin/true:"),
      options: "-r -l :x:M::ABCD::/bin/true:", call: "openat", occurrence: .number(occurrence),
      sentence: "cannot open \(file)", situation: ["mount:retval=0"])
  }

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
