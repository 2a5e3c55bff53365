import Bytes
import Harness
import Launch
import NamespaceValues
import Testing

/// Each call of representative entries fails in turn.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct NsenterFaultTests {
  /// $P is a process with network, UTS and PID namespaces of its own, and a socket as descriptor 9.
  static let target = """
    mkfifo up; perl -MSocket -MPOSIX -e '$^F=30; socket(my $s,PF_INET,SOCK_DGRAM,0) or die; \
    POSIX::dup2(fileno($s),9); exec qw(unshare -n -u -p -f --kill-child sh -c), \
    ": >up; exec sleep 60 >&- 2>&-"' & U=$!; : <up; \
    P=$(cat /proc/$U/task/$U/children | tr -d ' ')
    """
  static let end = "kill -KILL $P; wait $U 2>/dev/null"

  private static let followed = FollowedIdentity(
    takesUser: true, takesGroup: false, isStranger: false)

  static let faults: [Fault] = [
    Fault(
      .enterTarget([.network, .uts], ifAllowed: false),
      options: "-t $P -n -u", call: "setns", occurrence: 1,
      sentence: "reassociate to namespaces failed"),
    Fault(
      .enterFile(.network, ifAllowed: false),
      options: "-n/proc/$P/ns/net", call: "setns", occurrence: 1,
      sentence: "reassociate to namespace 'ns/net' failed"),
    Fault(
      .enterFile(.network, ifAllowed: false),
      options: "-n/proc/$P/ns/net -u/proc/$P/ns/uts", call: "setns", occurrence: 2,
      sentence: "reassociate to namespace 'ns/net' failed"),
    // A filter claims that it was entered.
    Fault(
      .expectNamespace(.network, number: 1),
      options: #"-t "$(readlink /proc/$P/ns/net)" -n"#, call: nil, occurrence: .number(1),
      sentence: "the target changed its namespaces", errors: [""], saysWhy: false,
      situation: ["setns:retval=0"]),
    Fault(
      options: "-t $P -n -r", call: "openat", occurrence: 2,
      sentence: "cannot open /proc/<PID>/root", errors: ["EACCES", "EMFILE"]),
    Fault(
      options: "-t $P -n -r", call: "openat", occurrence: 3,
      sentence: "cannot open /proc/<PID>/root", errors: ["EACCES", "EMFILE"]),
    Fault(
      options: "-t $P -n -w", call: "openat", occurrence: 3,
      sentence: "cannot open /proc/<PID>/cwd", errors: ["EACCES"]),
    Fault(
      options: "-t $P -n -e", call: "openat", occurrence: 3,
      sentence: "cannot open /proc/<PID>/environ", errors: ["EACCES", "EPERM", "ESRCH"]),
    // In a user namespace it would be tried again, but there is none.
    Fault(
      options: "-t $P -n -S follow", call: "openat", occurrence: 2,
      sentence: "cannot open /proc/<PID>/", errors: ["EACCES"]),
    Fault(
      options: "-t $P -n -e", call: "read", occurrence: 3,
      sentence: "failed to get environment variables", errors: ["EIO", "ESRCH"]),
    Fault(
      .changeToHeldRoot,
      options: "-t $P -n -r", call: "fchdir", occurrence: 1,
      sentence: "change directory by root file descriptor failed"),
    Fault(
      .changeToHeldRoot, options: "-t $P -n -r", call: "chroot", occurrence: 1,
      sentence: "chroot failed"),
    Fault(
      .changeToHeldRoot,
      options: "-t $P -n -r", call: "chdir", occurrence: 1,
      sentence: "cannot change directory to /"),
    Fault(
      .changeToHeldWorkingDirectory,
      options: "-t $P -n -r", call: "fchdir", occurrence: 2,
      sentence: "change directory by working directory file descriptor failed"),
    Fault(
      .enterHeldRoot,
      options: "-t $P -n -r --mount-sys", call: "fchdir", occurrence: 1,
      sentence: "change directory by root file descriptor failed"),
    Fault(
      .unshare([.mount]),
      options: "-t $P -n --mount-sys", call: "unshare", occurrence: 1, sentence: "unshare failed"),
    // Only a place without an old one asks for the answer.
    Fault(
      .askMountOwner,
      options: "-t $P -m -p --mount-proc", call: "openat", occurrence: .last("\"ns/mnt\""),
      sentence: nil),
    Fault(
      .holdMounts(for: "/proc"),
      options: "-t $P -m --mount-proc", call: "openat", occurrence: .last("\"mountinfo\""),
      sentence: "mount /proc failed"),
    Fault(
      .openMountPlace(.proc, "/proc", avoidsLinks: true),
      options: "-t $P -m --mount-proc", call: "openat2", occurrence: 1,
      sentence: "mount /proc failed"),
    Fault(
      .mountAtPlace(.proc, "/proc"),
      options: "-t $P -m --mount-proc", call: "move_mount", occurrence: 1,
      sentence: "mount /proc failed"),
    Fault(
      .mountAtPlace(.sys, "/sys"),
      options: "-t $P -n --mount-sys", call: "fsmount", occurrence: 1,
      sentence: "mount /sys failed"),
    Fault(
      .holdCurrentDirectory,
      options: "-t $P -n -r", call: "openat", occurrence: 4,
      sentence: "cannot open current working directory"),
    Fault(
      .readTargetIdentity(followed),
      options: "-t $P -n -S follow", call: "newfstatat", occurrence: 1,
      sentence: "can not get process stat", errors: ["EACCES", "ENOMEM"]),
    Fault(
      options: "-t $P -N 9", call: "pidfd_getfd", occurrence: 1, sentence: "pidfd_getfd(3, 9)"),
    Fault(
      options: "-t $P -N 9", call: "statx", occurrence: 1, sentence: "fstat(4)",
      // Where it is refused there is fstatat(2).
      errors: ["EACCES", "EIO"]),
    Fault(
      options: "-t $P -N 9", call: "ioctl", occurrence: 1, sentence: "ioctl(4, SIOCGSKNS)"),
    Fault(
      options: "-t $P:1 -n", call: "statx", occurrence: 1, sentence: "failed to statx() pidfd",
      // Where it is refused there is another way (D-165).
      errors: ["EACCES", "EINVAL"]),
    Fault(
      options: "--net=:1", call: "pidfd_open", occurrence: 1,
      sentence: "failed to fill namespace file handle"),
    Fault(
      options: "--net=:1", call: "ioctl", occurrence: 1,
      sentence: "failed to fill namespace file handle", errors: ["ENOTTY"]),
    Fault(
      options: "--net=:1", call: "name_to_handle_at", occurrence: 1,
      sentence: "failed to fill namespace file handle", errors: ["EOPNOTSUPP"]),
    Fault(
      options: "--net=:1", call: "open_by_handle_at", occurrence: 1,
      sentence: "cannot open namespace of id 1", errors: ["ESTALE", "EPERM"]),
    Fault(
      options: "-t $P --user-parent", call: "ioctl", occurrence: 2,
      sentence: "failed to open parent namespace", errors: ["EPERM", "ENOTTY"]),
    Fault(
      options: "-t $P -n -c", call: "statfs", occurrence: 1,
      sentence: "statfs /sys/fs/cgroup failed"),
    Fault(
      options: "-t $P -p", call: "clone,fork", occurrence: 1, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(
      options: "-t $P -p", call: "waitid", occurrence: 1, sentence: "waitpid failed",
      errors: ["ECHILD", "EINVAL"], program: "true"),
    Fault(
      .dropRemainingGroups,
      options: "-t $P -n -G 5", call: "setgroups", occurrence: 1, sentence: "setgroups failed"),
    Fault(
      .setGroup(GroupID(5)),
      options: "-t $P -p -G 5", call: "setgid", occurrence: 1, sentence: "setgid() failed"),
    Fault(
      .setUser(UserID(5)),
      options: "-t $P -p -S 5", call: "setuid", occurrence: 1, sentence: "setuid() failed"),
    Fault(
      .dieWithParent(.kill),
      options: "-t $P -p --kill-child", call: "prctl", occurrence: 1, sentence: "prctl failed"),
    Fault(
      options: "-t $P -p --kill-child", call: "pidfd_open", occurrence: 2,
      sentence: "pidfd_open failed", errors: ["EMFILE", "ENFILE"]),
    Fault(
      .defaultChildSignal, options: "-t $P -p", call: "rt_sigaction",
      occurrence: .last("SIGCHLD, {sa_handler=SIG_DFL"), sentence: "signal handler reset failed"),
    Fault(
      .hideFromTarget(isRequired: true), options: "-t $P -n --nnp", call: "prctl",
      occurrence: .last("PR_SET_DUMPABLE"), sentence: "cannot hide from other processes"),
    // The original does not hide at all.
    Fault(
      .hideFromTarget(isRequired: false), options: "-t $P -n", call: "prctl",
      occurrence: .last("PR_SET_DUMPABLE"), sentence: nil),
    // Whatever close(2) says, the descriptor is gone.
    Fault(
      .close(.target), options: "-t $P -n", call: "close", occurrence: 2, sentence: nil,
      errors: ["EIO", "EINTR"]),
    Fault(
      .setGroupOfTarget, options: "-t $P -n -G follow", call: "setgid", occurrence: 1,
      sentence: "setgid() failed"),
    Fault(
      .setUserOfTarget, options: "-t $P -n -S follow", call: "setuid", occurrence: 1,
      sentence: "setuid() failed"),
    Fault(
      .openWorkingDirectory("/"), options: "-t $P -n -W/", call: "openat", occurrence: 2,
      sentence: "cannot open current working directory"),
    Fault(
      .joinCgroup, options: "-t $P -n -c", call: "write", occurrence: 1,
      sentence: "write cgroup.procs failed",
      before: "\(target); mount -t cgroup2 none /sys/fs/cgroup"),
    Fault(
      .protectProgram("unyoke"), options: "-t $P -n --exec-outer", call: "memfd_create",
      occurrence: .number(1), sentence: "cannot protect unyoke", errors: ["EMFILE"],
      program: "unyoke", situation: ["open_tree:error=EPERM"], status: 126),
    Fault(
      .setEnvironment(EnvironmentBlock([])), options: "-t $P -n -e",
      says: "failed to set environment variables: Invalid argument", before: namelessVariable),
  ]

  @Test(arguments: faults)
  func failsCleanly(fault: Fault) {
    // setgroups(2) of a caller without groups would be no loss, so there is one.
    fault.expectCleanFailure(of: "nsenter", before: Self.target, after: Self.end)
  }

  /// As `target`, but the process has a variable without a name. (x86-64 and arm64)
  private static let namelessVariable = """
    \(target); kill -KILL $P; wait $U 2>/dev/null
    unshare -n perl -e 'my @e = ("=x"); my @a = ("/bin/sleep", "60"); my $f = "/bin/sleep"; \
    my $execve = (`uname -m` =~ /x86_64/) ? 59 : 221; \
    syscall($execve, $f, pack("p2Q", @a, 0), pack("pQ", @e, 0)); die' >&- 2>&- & U=$!
    P=$U; until [ "$(cat /proc/$P/comm)" = sleep ]; do sleep 0.02; done
    """

  private func run(_ inject: String, _ command: String) -> Outcome {
    Place.run(
      "\(Self.target); strace -f -qq -o trace -e trace=\(inject.prefix { $0 != ":" }) -e"
        + " inject=\(inject) $BIN/nsenter \(command); s=$?; \(Self.end); exit $s")
  }

  /// Kernels before 5.3 have no pidfds, and 5.3 to 5.7 none that setns(2) takes: there the files
  /// are used.
  @Test(arguments: ["pidfd_open:error=ENOSYS", "pidfd_open:error=EINVAL", "uname:error=EFAULT"])
  func oldKernelsEnterByFile(inject: String) {
    let outcome = run(
      inject,
      "-t $P -n -u -p -r -w -S follow sh -c"
        + " 'for k in net uts pid; do readlink /proc/self/ns/$k; readlink /proc/'$P'/ns/$k; done"
        + " | uniq | wc -l'")
    #expect(outcome.stdoutText == "3\n", "\(outcome.stderrText)")
    #expect(outcome.ending == .exited(0))
  }

  /// D-165: whoever is named by the inode of his pidfd is found where statx(2) is refused.
  @Test(arguments: ["statx:error=EPERM", "statx:error=ENOSYS"])
  func theInodeWithoutStatx(inject: String) {
    let outcome = run(
      inject,
      "-t $P:$(perl -e 'my $fd = syscall(434, 0 + $ARGV[0], 0); print((stat(\"/proc/self/fd/$fd\"))[1])'"
        + " $P) -n echo in")
    #expect(outcome.stdoutText == "in\n", "\(outcome.stderrText)")
    let other = run(inject, "-t $P:1 -n echo in")
    #expect(other.stdoutText.isEmpty && other.ending == .exited(1), "\(other.stderrText)")
  }

  /// D-125: without the ioctl of Linux 6.11 the target's own file is asked, not the owner of its
  /// network namespace.
  @Test func theParentWithoutPidfdIoctls() {
    let outcome = Place.run(
      "unshare -r unshare -r unshare -n sleep 60 & P=$!;"
        + " until [ \"$(cat /proc/$P/comm)\" = sleep ]; do sleep 0.02; done; strace -qq -o /dev/null"
        + " -e trace=ioctl -e inject=ioctl:error=ENOTTY:when=1 $BIN/nsenter -t $P -n"
        + " --user-parent readlink /proc/self/ns/user >a;"
        + " nsenter -t $P --user-parent readlink /proc/self/ns/user >b;"
        + " readlink /proc/$P/ns/user >c; cmp a b && echo same; cmp -s b c || echo parent;"
        + " kill $P")
    #expect(outcome.stdoutText == "same\nparent\n", "\(outcome.stderrText)")
  }

  /// D-130: interrupted calls are made again.
  @Test(arguments: ["waitid", "wait4", "read", "openat", "setns"])
  func interruptionsAreNoFailures(call: String) throws {
    // setns(2) is never interrupted; that it is answered so is an error like any other.
    let outcome = run("\(call):error=EINTR:when=1", "-t $P -p -e -r $BIN/unyoke --list")
    if call == "setns" {
      #expect(outcome.ending == .exited(1))
    } else {
      #expect(outcome.stdoutText == programList, "\(call): \(outcome.stderrText)")
      #expect(outcome.ending == .exited(0))
    }
  }

  /// D-109, seen from the other side: nothing runs when the owner cannot be read.
  @Test func followWithoutAnOwner() {
    let outcome = run("newfstatat:error=EIO:when=1", "-t $P -n -G follow echo ran")
    #expect(outcome.stdoutText.isEmpty)
    #expect(outcome.stderrText == "nsenter: can not get process stat: Input/output error\n")
  }

  /// `-Z` where SELinux is enabled, as far as a machine without it can show: strace makes
  /// statfs(2) say so, and the kernel has no context to give.
  @Test func contextOnAnSELinuxMachine() {
    let fake = "statfs:retval=0:poke_exit=@arg2=8cff7cf900000000:when=1"
    let outcome = run(fake, "-t $P -n -Z echo ran; echo $?")
    #expect(outcome.stdoutText == "1\n")
    #expect(outcome.stderrText.hasPrefix("nsenter: failed to get "))
    #expect(outcome.stderrText.hasSuffix(" SELinux context\n"))
    let missing = run(fake, "-Z echo ran; echo $?")
    #expect(missing.stdoutText == "1\n")
    #expect(
      missing.stderrText == "nsenter: no target PID specified for --follow-context\n")
  }
}
