import Foundation
import Harness
import Testing

/// What unshare says of failures whose cause was made for the test: its hint, and not one byte of it
/// where nobody asked for hints.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("capsh") != nil, "capsh is not installed"),
  .enabled(if: Need.newuidmap.reasonMissing == nil, "newuidmap is not installed"))
struct UnshareAnswerTests {
  /// $1 levels of a command, one in the other.
  private static func nested(_ levels: Int, _ command: String) -> String {
    "set --; for i in $(seq \(levels)); do set -- \(command) \"$@\"; done; \"$@\" true"
  }

  static let namespaces: [AnsweredFailure] = [
    AnsweredFailure(
      topic: "needs-sys-admin", command: "unshare -n true", user: .tester,
      hint: "creating net namespaces needs CAP_SYS_ADMIN; add --map-root-user (-r), or run as root"),
    AnsweredFailure(
      topic: "root-without-sys-admin",
      command: "capsh --drop=cap_sys_admin -- -c 'unshare -n true'",
      hint:
        "running as root, but CAP_SYS_ADMIN is not in the bounding set: a container or a service took it away"
    ),
    AnsweredFailure(
      topic: "no-id-mapping", command: "unshare -U unshare -U true", user: .tester,
      hint:
        "this process has no id in its user namespace; give the outer unshare a map, such as --map-root-user (-r)"
    ),
    AnsweredFailure(
      topic: "no-id-mapping", command: "unshare -U unshare -n true",
      hint:
        "this process has no id in its user namespace; give the outer unshare a map, such as --map-root-user (-r)"
    ),
    AnsweredFailure(
      topic: "chroot", command: "chroot R $BIN/unshare -U true", setup: AnsweredFailure.root(),
      hint:
        "user namespaces cannot be made inside of a chroot; start from the real root, or enter the tree by pivot_root(8)"
    ),
    AnsweredFailure(
      topic: "limit-zero",
      command: "unshare -r sh -c 'echo 0 >/proc/sys/user/max_net_namespaces; unshare -n true'",
      user: .tester, hint: "user.max_net_namespaces is 0: no net namespace can be made here"),
    AnsweredFailure(
      topic: "limit-reached",
      command:
        "unshare -r sh -c 'echo 1 >/proc/sys/user/max_net_namespaces; unshare -n unshare -n true'",
      user: .tester,
      hint:
        "the limit of net namespaces is reached: user.max_net_namespaces is 1 here; an outer user namespace may allow fewer"
    ),
    AnsweredFailure(
      topic: "limit-outside",
      command:
        "unshare -r sh -c 'echo 1 >/proc/sys/user/max_net_namespaces; unshare -r unshare -n unshare -n true'",
      user: .tester,
      hint:
        "a limit for net namespaces is reached (user.max_KIND_namespaces), here or in an outer user namespace"
    ),
    AnsweredFailure(
      topic: "nesting", command: nested(34, "unshare -r"), user: .tester,
      hint:
        "user namespaces nest 32 deep at most: that, or a limit of an outer user namespace, is reached"
    ),
    AnsweredFailure(
      topic: "nesting", command: nested(33, "unshare -pf"),
      hint: "pid namespaces nest 32 deep below the first one at most, and this is the last of them"),
    AnsweredFailure(
      topic: "pid-pending", command: "unshare -p unshare -p true",
      hint:
        "the PID namespace made or entered before waits for the next child of this process; add --fork (-f) to what made it"
    ),
  ]

  @Test(arguments: namespaces) func namespacesThatAreNotMade(failure: AnsweredFailure) {
    failure.check()
  }

  /// Where every other cause is known not to be there.
  @Test(
    .enabled(
      if: !FileManager.default.fileExists(atPath: "/sys/module/apparmor")
        && !FileManager.default.fileExists(atPath: "/sys/fs/selinux/enforce"),
      "a security module may refuse it too"))
  func aChrootInAMount() {
    AnsweredFailure(
      topic: "chroot-mount", command: "chroot R $BIN/unshare -U true",
      setup: AnsweredFailure.root("mount -t tmpfs none R"),
      hint:
        "probably this is a chroot, in which user namespaces cannot be made; start from the real root"
    ).check()
  }

  static let processes: [AnsweredFailure] = [
    AnsweredFailure(
      topic: "needs-sys-admin", command: "unshare -U --map-user 1001 -- unshare -n true",
      user: .tester,
      hint:
        "creating net namespaces needs CAP_SYS_ADMIN; for -r the outer unshare must map this process's gid too"
    ),
    AnsweredFailure(
      topic: "needs-sys-time",
      command:
        "setpriv --reuid 1001 --regid 1001 --clear-groups --inh-caps +sys_admin --ambient-caps +sys_admin unshare -T --boottime=1 true",
      hint:
        "offsets of clocks take CAP_SYS_TIME, which this process lacks: add --map-root-user (-r), or run as root"
    ),
    AnsweredFailure(
      topic: "dead-init",
      command:
        "unshare --pid=p -f true; nsenter -F --pid=p unshare -f true; s=$?; umount p; exit $s",
      setup: ["touch p"],
      hint:
        "the first process of this PID namespace has ended, and so has the namespace: nothing can be started in it any more"
    ),
    AnsweredFailure(
      topic: "dead-init",
      command: "unshare --pid=p -f true; nsenter --pid=p true; s=$?; umount p; exit $s",
      setup: ["touch p"], program: "nsenter",
      hint:
        "the first process of this PID namespace has ended, and so has the namespace: nothing can be started in it any more"
    ),
    AnsweredFailure(
      topic: "process-limit", command: "prlimit --nproc=1 unshare -f true", user: .tester,
      hint:
        "possibly this user has all processes it may have: the limit is 1 (RLIMIT_NPROC, ulimit -u)"
    ),
  ]

  static let maps: [AnsweredFailure] = [
    AnsweredFailure(
      topic: "map-needs-capability",
      command: "capsh --drop=cap_setuid -- -c 'unshare --map-users 0:0:10 true'",
      hint:
        "ranges in uid_map take CAP_SETUID, which was taken from root here; --map-root-user (-r) maps one id without it"
    ),
    AnsweredFailure(
      topic: "map-needs-capability",
      command: "capsh --drop=cap_setgid -- -c 'unshare --map-groups 0:0:10 true'",
      hint:
        "ranges in gid_map take CAP_SETGID, which was taken from root here; --map-root-user (-r) maps one id without it"
    ),
    AnsweredFailure(
      topic: "map-root-without-setfcap",
      command: "capsh --drop=cap_setfcap -- -c 'unshare -r true'",
      hint:
        "mapping user 0 takes CAP_SETFCAP since Linux 5.12: probably whoever started this took it away"
    ),
    AnsweredFailure(
      topic: "map-root-needs-setfcap",
      command: "capsh --drop=cap_setfcap -- -c 'unshare --map-users 0:0:10 true'",
      hint:
        "mapping user 0 of the outer user namespace takes CAP_SETFCAP since Linux 5.12, which was taken from root here"
    ),
    AnsweredFailure(
      topic: "map-outside", command: "unshare -r unshare --map-users 0:5:2 true", user: .tester,
      hint: "uid_map is to have 5-6, but the outer user namespace has only 0"),
    AnsweredFailure(
      topic: "map-overlap", command: "unshare --map-users 0:0:10 --map-users 5:100:10 true",
      hint: "two lines of uid_map overlap inside: 0-9 and 5-14"),
    AnsweredFailure(
      topic: "map-overlap", command: "unshare --map-groups 0:0:10 --map-groups 50:5:10 true",
      hint: "two lines of gid_map overlap outside: 0-9 and 5-14"),
    AnsweredFailure(
      topic: "map-too-long", command: "unshare $(seq 0 340 | sed 's/.*/--map-users &:&:1/') true",
      hint: "the kernel takes at most 340 lines and 4096 bytes of an id map; ask for fewer ranges"),
    AnsweredFailure(
      topic: "not-dumpable", command: "d/unshare -r true", user: .tester,
      setup: ["mkdir d; cp $BIN/unshare d; chmod 711 d/unshare"],
      hint:
        "this program runs under changed ids, or its file cannot be read or gives it rights: then its files in /proc are root's"
    ),
    AnsweredFailure(
      topic: "setgroups-denied", command: "unshare -r unshare -U --setgroups allow true",
      user: .tester,
      hint:
        "setgroups(2) was denied in an outer user namespace, and cannot be allowed again below it"),
    AnsweredFailure(
      topic: "setgroups-too-late", command: "unshare -U --map-groups 0:0:1 --setgroups deny true",
      hint:
        "setgroups(2) can be denied only before groups are mapped; leave out --setgroups deny, or map one group (--map-group)"
    ),
    AnsweredFailure(
      topic: "proc-not-mounted", command: "unshare -r true", user: .tester,
      setup: ["umount -l /proc"],
      hint: "there is no proc(5) at /proc here: mount it first (mount -t proc proc /proc)"),
    AnsweredFailure(
      topic: "id-range", command: "unshare --map-users 0:5 true",
      hint:
        "a range is INNER:OUTER:COUNT, such as 0:100000:65536, and ends before 4294967295; or auto, subids, all"
    ),
  ]

  @Test(arguments: processes + maps) func processesAndMaps(failure: AnsweredFailure) {
    failure.check()
  }
}
