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
