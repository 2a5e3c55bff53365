import Foundation
import Harness
import Testing

/// `unyoke check`, in places that are made for it.
@Suite(.enabled(if: canSandbox, needsRoot)) struct CheckTests {
  @Test func asRoot() throws {
    let report = try CheckReport.of()
    #expect(report.kinds.count == 8 && report.possible)
    for kind in report.kinds {
      #expect(kind.in_kernel == true && kind.alone.possible && kind.with_user.possible)
      #expect((kind.seen ?? 0) > 0 && (kind.limit ?? 0) > 0)
    }
    #expect(report.proc.alone.possible && report.proc.with_user.possible)
    #expect(report.user == 0 && report.user_ids == [.init(inside: 0, outside: 0, count: .max)])
    #expect(report.user_ranges.helper == nil && report.user_ranges.mapping.possible)
    #expect(report.group_ranges.mapping.possible)
    #expect(report.seccomp == "none" && report.no_new_privs == false)
    #expect(report.chroot == false && report.least_depth == 0)
  }

  @Test func asAPlainUser() throws {
    let report = try CheckReport.of(as: .tester)
    #expect(report.possible && report.user == 1001 && report.group == 1001)
    #expect(report.userKind?.alone.answer == "yes")
    #expect(report.others(\.alone) == ["no needs-sys-admin"])
    #expect(report.others(\.with_user) == ["yes"])
    #expect(report.proc.with_user.possible && !report.proc.alone.possible)
    for ranges in [report.user_ranges, report.group_ranges] {
      #expect(ranges.ranges == [.init(start: 100_000, count: 65_536)])
      if Need.newuidmap.reasonMissing == nil { #expect(ranges.mapping.answer == "yes") }
    }
    #expect(report.user_ranges.helper == "newuidmap" && report.group_ranges.helper == "newgidmap")
  }

  @Test func insideOfAUserNamespace() throws {
    let report = try CheckReport.of("unshare -r CHECK", as: .tester)
    #expect(report.possible && report.least_depth == 1)
    #expect(report.others(\.alone) == ["yes"] && report.others(\.with_user) == ["yes"])
    #expect(report.user_ids == [.init(inside: 0, outside: 1001, count: 1)])
    #expect(report.proc.alone.possible && report.proc.with_user.possible)
  }

  @Test func oneKindOrTwo() throws {
    let kinds = try CheckReport.of("CHECK net ipc net", as: .tester).kinds
    #expect(kinds.map(\.kind) == ["net", "ipc"])
    let refused = Place.run("unyoke check network")
    #expect(refused.ending == .exited(1) && refused.stdout.isEmpty)
    #expect(
      refused.stderrText == """
        unyoke check: not a kind of namespace: 'network'; the kinds are user, mnt, net, pid, uts, ipc, \
        cgroup, time
        Try 'unyoke check --help' for more information.

        """)
  }

  @Test func aKindByAnotherName() {
    let outcome = Place.run("script -qec 'unyoke check mount' /dev/null")
    #expect(outcome.stdoutText.hasSuffix("\r\nunyoke check: did you mean 'mnt'?\r\n"))
    let plain = Place.run("unyoke check mount")
    #expect(plain.stderrText.hasSuffix("Try 'unyoke check --help' for more information.\n"))
  }

  /// Without the means to try it nothing is said about namespaces: neither yes nor no. How many descriptors are
  /// open before is the sandbox's, so it is tried with each number.
  @Test(arguments: [Sandbox.User.root, .tester]) func withoutDescriptors(user: Sandbox.User) throws
  {
    let many = try CheckReport.of(as: user)
    var refused = 0
    for limit in 6...20 {
      let outcome = Place.run("prlimit --nofile=\(limit) unyoke check --json", as: user)
      if outcome.stdout.isEmpty {
        refused += 1
        #expect(outcome.ending == .exited(1))
        #expect(
          outcome.stderrText == """
            unyoke check: cannot find out what is possible: no more files can be opened: Too many open files

            """)
        continue
      }
      // The first limit with which it begins is enough for all of it.
      let few = try JSONDecoder().decode(CheckReport.self, from: Data(outcome.stdout))
      #expect(few.kinds.map(\.alone.answer) == many.kinds.map(\.alone.answer), "\(limit)")
      #expect(few.kinds.map(\.with_user.answer) == many.kinds.map(\.with_user.answer), "\(limit)")
      #expect(few.kinds.allSatisfy { $0.seen != nil }, "\(limit)")
      #expect(few.user_ranges.mapping.answer == many.user_ranges.mapping.answer, "\(limit)")
      #expect(few.group_ranges.ranges == many.group_ranges.ranges, "\(limit)")
      #expect(few.seccomp == many.seccomp && few.chroot == many.chroot, "\(limit)")
    }
    #expect((3...10).contains(refused), "\(refused)")
  }

  /// No child, and a child that can have none. Nobody else has the number, so it has no other process.
  @Test(arguments: [1, 2]) func withoutProcesses(limit: Int) {
    let outcome = Place.run(
      "exec setpriv --reuid 52\(limit)42 --regid 4242 --clear-groups"
        + " prlimit --nproc=\(limit) unyoke check")
    #expect(outcome.stdout.isEmpty && outcome.ending == .exited(1))
    #expect(
      outcome.stderrText == """
        unyoke check: cannot find out what is possible: no process can be started for it: Resource \
        temporarily unavailable
        unyoke check: hint: possibly this user has all processes it may have: the limit is \(limit) \
        (RLIMIT_NPROC, ulimit -u)

        """)
  }

  /// What was tried is gone: no mount, no process, no namespace, whatever way the mounts spread.
  @Test(arguments: ["", "exec setpriv --reuid 1001 --regid 1001 --clear-groups "])
  func nothingIsLeft(become: String) {
    let outcome = Jail.run(
      """
      mount --make-rshared /
      look() {
        cat /proc/self/mountinfo; cat /proc/[0-9]*/comm | grep -vx 'cat\\|grep\\|init\\|bash' || :
        nsls --discover=all -n -o TYPE,NS | sort; hostname; cat /proc/sys/user/max_net_namespaces
      }
      look >before
      (\(become)unyoke check >report); echo $?
      look >after; cmp before after && grep -c unknown report; wc -l <before | grep -c ..
      """)
    #expect(outcome.stdoutText.hasPrefix("0\n") && outcome.stdoutText.hasSuffix("\n1\n"))
    #expect(!outcome.stdoutText.contains("differ") && outcome.stderrText.isEmpty)
  }

  /// A child does not outlive whoever forked it, nor does what it started.
  @Test func childrenDieWithTheirParent() {
    let outcome = Jail.run(
      """
      mkdir h; printf '#!/bin/sh\nexec sleep 1000' >h/newuidmap; chmod 755 h/newuidmap
      PATH=$PWD/h:$PATH setpriv --reuid 1001 --regid 1001 --clear-groups unyoke check >/dev/null &
      for _ in $(seq 200); do pgrep -x sleep >/dev/null && break; sleep 0.05; done
      pgrep -cx sleep; pgrep -cx unyoke; kill -9 "$(pgrep -ox unyoke)"
      for _ in $(seq 200); do pgrep -x 'sleep|unyoke' >/dev/null || break; /bin/sleep 0.05; done
      pgrep -cx 'sleep|unyoke'
      """)
    #expect(outcome.stdoutText == "1\n2\n0\n")
  }

  /// An attempt that somebody ends is none that succeeded.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func anAttemptThatIsKilledIsARefusal() throws {
    let report = try CheckReport.of(
      "strace -f -o /dev/null -e trace=unshare -e inject=unshare:signal=SIGKILL CHECK")
    #expect(!report.possible && !report.proc.alone.possible && report.chroot == nil)
    for kind in report.kinds {
      #expect(kind.alone.failure == "the attempt was ended by SIGKILL")
      #expect(kind.in_kernel == true)
    }
  }

  @Test func signalsAndStreamsOfTheCaller() {
    let outcome = Place.run(
      """
      env --ignore-signal=CHLD unyoke check >one; echo $?; unyoke check >two 2>&- <&-; echo $?
      unyoke check >&- 2>&-; echo $?; grep -v seen one | grep -c yes; grep -c yes two
      """)
    #expect(outcome.stdoutText.hasPrefix("0\n0\n0\n"), "\(outcome.stdoutText)")
    let full = Place.run("unyoke check >/dev/full")
    #expect(full.stderrText == "unyoke check: write error: No space left on device\n")
    #expect(full.ending == .exited(1))
  }
}
