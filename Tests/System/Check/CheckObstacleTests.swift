import Foundation
import Harness
import Testing

/// What stops somebody, made for the test: it is found out, and said in the words of the hints.
@Suite(.enabled(if: canSandbox, needsRoot)) struct CheckObstacleTests {
  private static let becomeUser = "setpriv --reuid 1001 --regid 1001 --clear-groups"

  /// A root directory that is none, with the programs of this machine and the one under test.
  private static let root = [
    "mkdir -p R/usr R/proc R$BIN; ln -s usr/bin usr/lib usr/lib64 R",
    "mount --bind /usr R/usr; mount -t proc proc R/proc; mount --bind $BIN R$BIN",
  ]

  @Test func aLimitOfZero() throws {
    let report = try CheckReport.of(
      "unshare --map-users 0:0:70000 --map-groups 0:0:70000 sh -c '"
        + "echo 0 >/proc/sys/user/max_user_namespaces; exec \(Self.becomeUser) CHECK'")
    #expect(!report.possible && report.least_depth == 1)
    #expect(report.userKind?.limit == 0 && report.userKind?.in_kernel == true)
    #expect(report.userKind?.alone.answer == "no limit-zero")
    #expect(report.others(\.with_user) == ["no limit-zero"])
    #expect(report.others(\.alone) == ["no needs-sys-admin"])
    #expect(report.proc.with_user.answer == "no limit-zero")
  }

  @Test(
    .enabled(if: Refuse.compiler != nil, "no C compiler is installed"),
    arguments: [1, 38])
  func aFilter(errno: Int) throws {
    let refuse = try #require(Refuse.program)
    let number =
      "$(printf '#include <sys/syscall.h>\\nSYS_unshare\\n' | \(Refuse.compiler ?? "cc") -E - | tail -n 1)"
    let report = try CheckReport.of(
      "\(refuse) 1001 \(number) \(errno) /usr/bin/env CHECK")
    #expect(!report.possible && report.seccomp == "filter")
    #expect(report.userKind?.alone.answer == "no seccomp-filter")
    #expect(report.others(\.with_user) == ["no seccomp-filter"])
    #expect(report.user_ranges.mapping.answer == "no seccomp-filter")
  }

  /// Attacker: whoever starts it under a filter that answers 0 in the kernel's place. Nothing is believed, and
  /// nothing is done to the mounts and ids that the caller has: as root all mounts would be made private.
  @Test(
    .enabled(if: Refuse.compiler != nil, "no C compiler is installed"),
    arguments: [0, 1001])
  func aFilterThatLies(user: Int) throws {
    let refuse = try #require(Refuse.program)
    let number =
      "$(printf '#include <sys/syscall.h>\\nSYS_unshare\\n' | \(Refuse.compiler ?? "cc") -E - | tail -n 1)"
    let report = try CheckReport.of(
      "mount --make-shared /; cat /proc/self/mountinfo >before;"
        + " \(refuse) \(user) \(number) 0 /usr/bin/env CHECK; status=$?;"
        + " cat /proc/self/mountinfo >after; cmp before after >&2 || :; exit $status")
    let failure = "unshare failed: the answer is not the kernel's"
    #expect(!report.possible && report.seccomp == "filter")
    for attempt in report.kinds.flatMap({ [$0.alone, $0.with_user] })
      + [report.proc.alone, report.proc.with_user, report.user_ranges.mapping]
    {
      #expect(!attempt.possible && attempt.failure == failure)
    }
  }

  /// A root directory that is no mount point: nothing may be mounted there, for it would come to the
  /// machine.
  @Test(arguments: [Sandbox.User.root, .tester]) func aChroot(user: Sandbox.User) throws {
    let become = user == .root ? "" : "\(Self.becomeUser) "
    let report = try CheckReport.of(
      "cat /proc/self/mountinfo >before; chroot R \(become)CHECK; status=$?;"
        + " cat /proc/self/mountinfo >after; cmp before after >&2 || :; exit $status",
      setup: Self.root)
    #expect(report.chroot == true)
    #expect(report.possible == false)
    #expect(report.userKind?.alone.answer == "no chroot")
    #expect(report.others(\.with_user) == ["no chroot"])
    if user == .root {
      #expect(report.others(\.alone) == ["yes"])
      #expect(report.proc.alone.answer == "no root-not-mount-point")
    }
  }

  @Test(.enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
  func noNewPrivileges() throws {
    let report = try CheckReport.of("setpriv --nnp CHECK", as: .tester)
    #expect(report.possible && report.no_new_privs == true)
    #expect(report.user_ranges.mapping.answer == "no no-new-privs")
    #expect(report.group_ranges.mapping.answer == "no no-new-privs")
  }

  @Test func withoutTheHelpers() throws {
    let report = try CheckReport.of("PATH=$BIN CHECK", as: .tester)
    #expect(report.possible)
    #expect(report.user_ranges.mapping.answer == "no helper-missing")
    #expect(report.group_ranges.mapping.answer == "no helper-missing")
    #expect(report.group_ranges.ranges == [.init(start: 100_000, count: 65_536)])
  }

  @Test func withoutSubordinateIDs() throws {
    let report = try CheckReport.of(as: .tester, setup: ["echo x:1:1 >/etc/subuid; : >/etc/subgid"])
    #expect(report.possible)
    #expect(report.user_ranges.ranges == [] && report.group_ranges.ranges == [])
    #expect(report.user_ranges.mapping.answer == "no no-subordinate-ids")
    #expect(
      report.group_ranges.mapping.failure == "no line matching user \"tester\" in /etc/subgid")
  }

  @Test func withoutAMapOfItsOwn() throws {
    let report = try CheckReport.of("unshare -U CHECK", as: .tester)
    #expect(!report.possible && report.user_ids == [])
    #expect(report.userKind?.alone.answer == "no no-id-mapping")
  }

  @Test func processesOfOthersAreHidden() throws {
    // Other tests run as the same user, so it has a PID namespace of its own, and somebody to be hidden.
    let report = try CheckReport.of(
      "unshare -mpf sh -c 'unshare -m -n -i sleep 60 >/dev/null 2>&1 &"
        + " mount -t proc -o hidepid=2 none /proc; exec \(Self.becomeUser) CHECK'")
    #expect(report.possible && report.others(\.with_user) == ["yes"])
    for kind in report.kinds { #expect(kind.seen == 1, "\(kind.kind)") }
  }

  /// Attacker: whoever may have a line in /etc/subuid. Neither for people nor for programs is there a byte
  /// that a terminal obeys.
  @Test func aHostileLine() throws {
    let report = try CheckReport.of(
      as: .tester,
      setup: [
        "printf 'other:1:1\\n\\033]0;x\\007:1:1\\ntester:10:\\033[2J\\r\\n' >/etc/subuid",
        "printf 'tester:4294967290:100\\n' >/etc/subgid",
      ])
    #expect(report.user_ranges.ranges == [] && report.group_ranges.ranges == [])
    #expect(!report.user_ranges.mapping.possible && !report.group_ranges.mapping.possible)
    #expect(report.user_ranges.mapping.hints.map(\.topic) == ["subordinate-line"])
    let said = report.user_ranges.mapping.failure ?? ""
    #expect(said.contains("\\x1b[2J") && said.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  /// Attacker: whoever made the mount namespace that it runs in. A FIFO or a device keeps nobody waiting,
  /// and nothing is believed.
  @Test(arguments: [
    "mount -t tmpfs none /proc",
    "mount -t tmpfs none /proc; mkdir -p /proc/self/ns /proc/self/attr /proc/self/fd /proc/1;"
      + " for f in status uid_map gid_map setgroups mountinfo cgroup ns/user ns/net attr/current; do"
      + " mkfifo -m 666 /proc/self/$f; done; chmod -R 777 /proc",
    "mkdir -p p/self/ns; echo 'Seccomp: 2' >p/self/status; echo 0 0 5 >p/self/uid_map;"
      + " mount --bind p /proc",
  ])
  func aHostileProc(setup: String) throws {
    let report = try CheckReport.of(setup: [setup])
    #expect(report.others(\.alone) == ["yes"] && report.possible)
    #expect(report.userKind?.with_user.possible == false)
    #expect(report.user_ids == nil && report.seccomp == nil && report.least_depth == nil)
    #expect(report.cgroups == nil && report.chroot == nil)
    for kind in report.kinds { #expect(kind.seen == nil && kind.limit == nil) }
    #expect(!report.user_ranges.mapping.possible)
  }
}
