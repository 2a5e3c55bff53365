import Foundation
import Harness
import Testing

/// What nsenter says of ids, groups, privileges and control groups that the program cannot get.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("capsh") != nil, "capsh is not installed"))
struct IdentityAnswerTests {
  static let identities: [EntryAnswer] = [
    EntryAnswer(
      "groups-cannot-go", cause: "target tester unshare -Urn", "tester nsenter -t $P -U -n true",
      "this user namespace does not allow to drop groups; --auto-credentials keeps them"
    ),
    EntryAnswer(
      "id-not-mapped", cause: "target tester unshare -Ucn", "nsenter -t $P -U -n true",
      "gid 0 is not mapped in this user namespace, which has 1001; use --setgid=1001 or --preserve-credentials"
    ),
    EntryAnswer(
      "id-not-mapped", cause: "target tester unshare -Ucn", "nsenter -t $P -U -n -G 1001 true",
      "uid 0 is not mapped in this user namespace, which has 1001; use --setuid=1001 or --preserve-credentials"
    ),
    EntryAnswer(
      "id-map-missing", cause: "target tester unshare -U", "nsenter -t $P -U true",
      "this user namespace has no gid map yet: whoever made it must write that first, or use --preserve-credentials"
    ),
    EntryAnswer(
      "identity-not-bounding", cause: "target",
      "capsh --drop=cap_setuid -- -c \"nsenter -t $P -n -S 1001 true\"",
      "changing ids or groups needs CAP_SETUID, which is not in the bounding set: whoever started this took it away"
    ),
    EntryAnswer(
      "identity-needs-capability",
      "setpriv --reuid 1001 --regid 1001 --clear-groups --inh-caps +sys_admin --ambient-caps +sys_admin "
        + "nsenter --net=/proc/self/ns/net -S 0 true",
      "changing ids or groups needs CAP_SETUID in this user namespace; run as root there"),
  ]

  static let privileges: [EntryAnswer] = [
    EntryAnswer(
      "bounding-needs-setpcap", "tester unshare --bounding-set -net_raw true",
      "dropping from the bounding set needs CAP_SETPCAP, which this process lacks; run as root, or add --map-root-user to unshare",
      program: "unshare"),
    EntryAnswer(
      "securebits-need-setpcap", "tester unshare --securebits +noroot true",
      "securebits are set with CAP_SETPCAP, which this process lacks; run as root",
      program: "unshare"),
    EntryAnswer(
      "capability-not-permitted", "tester unshare --ambient-caps +net_raw true",
      "only capabilities that one has can be handed on, and cap_net_raw is not permitted here; run as root",
      program: "unshare"),
    EntryAnswer(
      "capability-not-bounding",
      "capsh --drop=cap_net_raw -- -c 'unshare --bounding-set +net_raw true'",
      "whoever started this took cap_net_raw away for good; a container gets it by --cap-add, a service by CapabilityBoundingSet=",
      program: "unshare"),
  ]

  /// A /sys/fs/cgroup of the test's own, in its mount namespace.
  static let groups: [EntryAnswer] = [
    EntryAnswer(
      "cgroup-not-v2",
      cause: """
        umount -l /sys/fs/cgroup; mount -t tmpfs t /sys/fs/cgroup; mkdir /sys/fs/cgroup/unified
        mount -t cgroup2 none /sys/fs/cgroup/unified; target
        MASK="s|unified$(sed -n 's/^0:://p' /proc/$P/cgroup | sed 's|^/$||')/cgroup.procs|unified/GROUP/cgroup.procs|"
        """, "nsenter -t $P -n -c true",
      "/sys/fs/cgroup is no cgroup v2, which is at /sys/fs/cgroup/unified; in a shell before: echo $$ >/sys/fs/cgroup/unified/GROUP/cgroup.procs"
    ),
    EntryAnswer(
      "cgroup-not-mounted",
      cause: "umount -l /sys/fs/cgroup; mount -t tmpfs t /sys/fs/cgroup; target",
      "nsenter -t $P -n -c true",
      "no file system of control groups is mounted here; root mounts it: mount -t cgroup2 cgroup2 /sys/fs/cgroup"
    ),
    EntryAnswer(
      "cgroup-not-delegated",
      cause: "umount -l /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup; target tester",
      "tester nsenter -t $P -n -c true",
      "the target's group, or the one above both, is not delegated to this user: leave --join-cgroup out, or be root"
    ),
  ]

  @Test(arguments: identities + privileges) func anIdentity(_ answer: EntryAnswer) {
    answer.check()
  }

  @Test(arguments: groups) func aControlGroup(_ answer: EntryAnswer) { answer.check() }
}
