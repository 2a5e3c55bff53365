import Harness
import Testing

/// What unshare says of mounts, directories, files of namespaces and clocks.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("capsh") != nil, "capsh is not installed"),
  .enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
struct MountAnswerTests {
  static let mounts: [AnsweredFailure] = [
    AnsweredFailure(
      topic: "root-not-mount-point", command: "chroot R $BIN/unshare -m true",
      setup: AnsweredFailure.root(),
      hint:
        "the root directory is no mount point, as in a chroot: add --propagation unchanged, or bind the directory onto itself before"
    ),
    AnsweredFailure(
      topic: "mount-point-missing", command: "unshare --mount-proc=/nowhere true",
      hint: "the directory /nowhere has to be made before (mkdir)"),
    AnsweredFailure(
      topic: "mount-point-missing", command: "unshare -R R --mount-proc true", setup: ["mkdir R"],
      hint: "the directory /proc below R has to be made before (mkdir)"),
    AnsweredFailure(
      topic: "proc-needs-pid", command: "unshare -r --mount-proc true", user: .tester,
      hint:
        "in a user namespace a new /proc takes a PID namespace of the same: add --pid --fork (-pf)"),
    AnsweredFailure(
      topic: "proc-needs-pid", command: "unshare -r unshare --mount-proc true", user: .tester,
      hint:
        "probably this PID namespace belongs to another user namespace, and a new /proc takes one of its own: add --pid --fork (-pf)"
    ),
    AnsweredFailure(
      topic: "proc-needs-fork", command: "unshare -rp --mount-proc true", user: .tester,
      hint:
        "without a fork this process is not in its new PID namespace, and mounts the /proc of the old one: add --fork (-f)"
    ),
    AnsweredFailure(
      topic: "proc-covered", command: "unshare -rpf --mount-proc true", user: .tester,
      setup: ["mount -t tmpfs none /proc/sys"],
      hint:
        "/proc/sys hides a part of /proc, so the kernel refuses a new one; containers do that (unmask=ALL in podman)"
    ),
    AnsweredFailure(
      topic: "proc-not-visible", command: "unshare -Upf --mount-proc true", user: .tester,
      setup: ["umount -l /proc"],
      hint:
        "a user namespace may mount a new /proc only where it sees a whole one, and there is none at /proc"
    ),
    AnsweredFailure(
      topic: "needs-sys-chroot", command: "unshare -R / true", user: .tester,
      hint:
        "changing the root directory takes CAP_SYS_CHROOT; add --map-root-user (-r), or run as root"
    ),
    AnsweredFailure(
      topic: "needs-sys-chroot", command: "capsh --drop=cap_sys_chroot -- -c 'unshare -R / true'",
      hint: "changing the root directory takes CAP_SYS_CHROOT, which was taken from root here"),
    AnsweredFailure(
      topic: "directory-below-root", command: "unshare -R R -w /home true", setup: ["mkdir R"],
      hint: "with --root the directory is looked up below it: there is no /home in R"),
    AnsweredFailure(
      topic: "directory-of-unmapped-id", command: "unshare -r -w x/y true", user: .tester,
      setup: ["mkdir -m 700 x; mkdir x/y"],
      hint:
        "x belongs to an id that is not mapped in this user namespace, where root has no rights over it"
    ),
    AnsweredFailure(
      topic: "persist-file-missing", command: "unshare --net=none true",
      hint: "a namespace is bound to a file that is there: make it first (touch none)"),
    AnsweredFailure(
      topic: "persist-pid-needs-fork", command: "unshare --pid=f true", setup: ["touch f"],
      hint: "a PID namespace can be bound only when it has a process: add --fork (-f)"),
    AnsweredFailure(
      topic: "persist-directory", command: "unshare --net=f true", setup: ["mkdir f"],
      hint: "f is a directory; a namespace is bound to a regular file"),
    AnsweredFailure(
      topic: "persist-needs-rights", command: "unshare -r --net=f true", user: .tester,
      setup: ["touch f"],
      hint:
        "a bind takes CAP_SYS_ADMIN over the mount namespace of f: run all of it below unshare -rm, or keep a process in there"
    ),
    AnsweredFailure(
      topic: "persist-shared", command: "unshare --mount=s/f true",
      setup: ["mkdir s; mount --bind s s; mount --make-shared s; touch s/f"],
      hint:
        "s/f is on a shared mount: bind its directory onto itself and make that private (mount --make-private)"
    ),
    AnsweredFailure(
      topic: "needs-sys-time",
      command: "capsh --drop=cap_sys_time -- -c 'unshare -T --monotonic 1 true'",
      hint:
        "offsets of clocks take CAP_SYS_TIME, which was taken from root here; with --map-root-user (-r) it is there"
    ),
    AnsweredFailure(
      topic: "clock-too-far", command: "unshare -T --boottime=9999999999 true",
      hint: "a clock may be at most 146 years ahead: use a smaller offset"),
  ]

  @Test(arguments: mounts) func mountsAndFiles(failure: AnsweredFailure) { failure.check() }

  /// How long the machine runs is in the sentence.
  @Test func aClockBelowZero() {
    let outcome = Place.run("UNYOKE_HINTS=always unshare -T --monotonic=-9999999999 true")
    #expect(
      outcome.stderrText.firstMatch(
        of:
          /\nunshare: hint: the monotonic clock is at about ([0-9]+) s now, and no clock may be below 0: use an offset above -\1\n/
      ) != nil, "\(outcome.stderrText)")
  }

  /// The ways out that hints and docs/answers.md name.
  @Test(arguments: [
    "unshare -r sh -c 'unshare -n true'", "unshare -rm sh -c 'touch f; unshare --net=f true'",
    "unshare -rpf --mount-proc true",
    "unshare --map-users 0:100000:10 --map-users 10:100010:10 true",
  ])
  func theWaysOutAreWays(command: String) {
    let outcome = Place.run("UNYOKE_HINTS=always; export UNYOKE_HINTS; \(command)", as: .tester)
    #expect(outcome.ending == .exited(0) && outcome.stderr.isEmpty, "\(outcome.stderrText)")
  }
}
