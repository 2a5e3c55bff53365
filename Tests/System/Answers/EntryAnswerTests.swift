import Foundation
import Harness
import Testing

/// What nsenter says of targets and namespaces that it may not enter, or that are not there: each cause is
/// made.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("capsh") != nil, "capsh is not installed"))
struct EntryAnswerTests {
  /// Makes P the number of a process that has ended and was not reaped.
  private static let zombie = """
    sh -c 'true & exec sleep 100' & L=$!
    until P=$(cut -d' ' -f1 /proc/$L/task/$L/children) && grep -qs '^State:.Z' /proc/$P/status; do
      sleep 0.02
    done
    """

  static let missing: [EntryAnswer] = [
    EntryAnswer(
      "no-such-process", "nsenter -t 4194305 -n true",
      "there is no process 4194305; it may have ended"),
    EntryAnswer(
      "no-such-process-here", "unshare -pf --mount-proc nsenter -t 4194305 -n true",
      "there is no process 4194305 in this PID namespace; a PID that was seen outside of it is another in here"
    ),
    EntryAnswer(
      "target-is-zombie",
      cause: zombie, "nsenter -t $P -a true",
      "process $P has ended and was not reaped yet (zombie): it has left its namespaces"),
    EntryAnswer(
      "target-is-zombie",
      cause: zombie, "nsenter -t $P -n true",
      "process $P has ended and was not reaped yet (zombie): it has left its namespaces"),
    EntryAnswer(
      "proc-not-mounted", cause: "umount -l /proc", "nsenter -t 1 -a true",
      "there is no proc(5) at /proc here: mount it first (mount -t proc proc /proc)"),
    EntryAnswer(
      "proc-of-others", "unshare -pf nsenter -t 4194305 -n true",
      "/proc shows another PID namespace, whose numbers differ; mount your own: mount -t proc proc /proc"
    ),
    EntryAnswer(
      "proc-hides-others", cause: "target; mount -t proc -o hidepid=2 proc /proc",
      "tester $BIN/nsenter -t $P -n true",
      "process $P exists, but /proc is mounted with hidepid and does not show it: be its user, or root"
    ),
    EntryAnswer(
      "target-replaced", cause: "target", "nsenter -t $P:1 -n true",
      "process $P of that inode number has ended; one that has its number now is another"),
  ]

  static let closed: [EntryAnswer] = [
    EntryAnswer(
      "target-of-other-user", cause: "target", "tester nsenter -t $P -n true",
      "process $P belongs to user 0: entering its namespaces takes that user, or CAP_SYS_PTRACE (root)"
    ),
    EntryAnswer(
      "target-of-other-user", cause: "target", "tester nsenter -t $P -a true",
      "process $P belongs to user 0: entering its namespaces takes that user, or CAP_SYS_PTRACE (root)"
    ),
    // Only its real user is the caller's.
    EntryAnswer(
      "target-of-other-user", cause: "target setpriv --ruid 1001 --regid 1001 --clear-groups",
      "tester nsenter -t $P -n true",
      "the effective uid of process $P is 0, not 1001: all of them must be, or it takes CAP_SYS_PTRACE (root)"
    ),
    EntryAnswer(
      "target-of-other-group", cause: "target setpriv --reuid 1001 --regid 1002 --clear-groups",
      "tester nsenter -t $P -n true",
      "process $P runs as group 1002, this one as 1001: the group must be the same too, or be root"),
    EntryAnswer(
      "target-hides",
      cause: """
        cp "$(command -v sleep)" sleep; chmod 711 sleep
        target tester sh -c 'exec ./sleep 100'
        """, "tester nsenter -t $P -n true",
      "process $P is not dumpable, as set-user-ID programs are not: only CAP_SYS_PTRACE (root) looks into it"
    ),
    EntryAnswer(
      "target-has-more",
      cause:
        "target setpriv --reuid 1001 --regid 1001 --clear-groups --inh-caps +net_raw --ambient-caps +net_raw",
      "tester nsenter -t $P -n true",
      "process $P has capabilities that this one lacks, so this one may not look into it: become root"
    ),
    EntryAnswer(
      "root-without-sys-ptrace", cause: "target tester",
      "capsh --drop=cap_sys_ptrace -- -c \"nsenter -t $P -n true\"",
      "running as root, but CAP_SYS_PTRACE, which looking into process $P takes, is not in the bounding set"
    ),
    EntryAnswer(
      "target-in-outer-user-namespace", cause: "target", "unshare -r nsenter -t $P -n true",
      "process $P is in a user namespace outside of this one, where capabilities of here do not count"
    ),
  ]

  static let refused: [EntryAnswer] = [
    EntryAnswer(
      "entry-needs-sys-admin", cause: "target unshare -n -u tester",
      "tester nsenter -t $P -n -u true",
      "entering uts, net namespaces (process $P) needs CAP_SYS_ADMIN in the user namespace that owns them: run as root"
    ),
    EntryAnswer(
      "root-without-sys-admin", cause: "target unshare -n",
      "capsh --drop=cap_sys_admin -- -c \"nsenter -t $P -n true\"",
      "running as root, but CAP_SYS_ADMIN is not in the bounding set: a container or a service took it away"
    ),
    EntryAnswer(
      "entry-needs-sys-chroot", cause: "target unshare -m",
      "capsh --drop=cap_sys_chroot -- -c \"nsenter -t $P -m true\"",
      "entering a mount namespace needs CAP_SYS_CHROOT too, which is not in the bounding set here"),
    EntryAnswer(
      "enter-user-too", cause: "target tester unshare -Urn", "tester nsenter -t $P -n true",
      "process $P is in a user namespace of its own, which gives the rights for the others: add --user (-U)"
    ),
    EntryAnswer(
      "kind-of-other-owner", cause: "target unshare -n tester unshare -Urm",
      // Only its own network namespace stands in the way of the plain user.
      "tester nsenter -t $P -U -m -n true",
      "its net belongs to a user namespace over which there are no rights; enter the others only: -U -m"
    ),
    EntryAnswer(
      "kind-of-other-owner", cause: "target unshare -n -u tester unshare -Urm",
      "tester nsenter -t $P -a true",
      "its uts,net belongs to user namespace 4026531837, not to the container; --except uts,net leaves it out"
    ),
    EntryAnswer(
      "user-namespace-of-other",
      cause: "target unshare -U --map-users 0:0:1 --map-users 1001:1001:1 --map-groups 0:0:1 "
        + "--map-groups 1001:1001:1 setpriv --reuid 1001 --regid 1001 --clear-groups",
      "tester nsenter -t $P -U --preserve-credentials true",
      "process $P is in a user namespace that somebody else made: that user or root may enter it"),
    // Whoever may look inside, and no more.
    EntryAnswer(
      "user-namespace-of-other", cause: "target tester unshare -Urn",
      "setpriv --reuid 1002 --regid 1002 --clear-groups --inh-caps +sys_ptrace"
        + " --ambient-caps +sys_ptrace $BIN/nsenter -t $P -U -n true",
      "its user namespace was made by uid 1001: that user or root may enter it"),
    EntryAnswer(
      "root-without-sys-admin", cause: "target tester unshare -Urn",
      "capsh --drop=cap_sys_admin -- -c \"nsenter -t $P -U -n true\"",
      "running as root, but CAP_SYS_ADMIN is not in the bounding set: a container or a service took it away"
    ),
    EntryAnswer(
      "user-namespace-is-own", cause: "target", "nsenter -t $P -U true",
      "that is the user namespace this process is in already, which cannot be entered again: leave --user out"
    ),
    EntryAnswer(
      "user-namespace-is-own", "nsenter --user=/proc/self/ns/user true",
      "that is the user namespace this process is in already, which cannot be entered again: leave --user out"
    ),
    EntryAnswer(
      "pid-namespace-not-below", "unshare -pf nsenter --pid=/proc/$$/ns/pid true",
      "that PID namespace is not below the one of this process, and no other can be entered: leave --pid out"
    ),
    EntryAnswer(
      "pid-namespace-not-below",
      cause: "target unshare -pf", "unshare -pf nsenter --pid=/proc/$P/ns/pid true",
      "that PID namespace is not below the one of this process, and no other can be entered: leave --pid out"
    ),
    EntryAnswer(
      "parent-is-outside", cause: "target", "nsenter -t $P --user-parent true",
      "the parent of that user namespace is outside of what this process may see, or it is the first one and has none"
    ),
  ]

  static let files: [EntryAnswer] = [
    EntryAnswer(
      "file-is-no-namespace", "nsenter --net=/etc/passwd true",
      "/etc/passwd is no namespace; it may have been one until it was unmounted (umount, ip netns delete, reboot)"
    ),
    EntryAnswer(
      "file-is-other-kind", cause: "touch f; unshare --uts=f true", "nsenter --net=f true",
      "f is a uts namespace, not a net one: write --uts=f"),
    // The mount namespace that was entered may have anything at that name.
    EntryAnswer(
      "file-is-other-kind", "nsenter --mount=/proc/self/ns/uts true",
      "/proc/self/ns/uts is a uts namespace, not a mnt one: write --uts=/proc/self/ns/uts"),
    EntryAnswer(
      "file-of-other-owner",
      cause: "target tester unshare -Urn; MASK=s/$(readlink /proc/$P/ns/user | tr -dc 0-9)/NUMBER/",
      "tester nsenter --net=/proc/$P/ns/net true",
      "/proc/$P/ns/net belongs to user namespace NUMBER; enter that too: -t PID --user, with a process that is in it"
    ),
    EntryAnswer(
      "entry-needs-sys-admin", cause: "target unshare -n tester",
      "tester nsenter --net=/proc/$P/ns/net true",
      "entering net namespaces (/proc/$P/ns/net) needs CAP_SYS_ADMIN in the user namespace that owns them: run as root"
    ),
    EntryAnswer(
      "target-of-other-user", cause: "target", "tester nsenter --net=/proc/$P/ns/net true",
      "process $P belongs to user 0: entering its namespaces takes that user, or CAP_SYS_PTRACE (root)"
    ),
    EntryAnswer(
      "no-network-name", "nsenter --net=/run/netns/blue true",
      "ip netns list shows the names that there are; those of Docker lie in /run/docker/netns, or use -t PID"
    ),
    EntryAnswer(
      "netns-name",
      cause:
        "mkdir -p /run/netns; touch /run/netns/blue; mount --bind /proc/self/ns/net /run/netns/blue",
      "nsenter --net=blue true",
      "the network namespace of that name is the file /run/netns/blue: write --net=/run/netns/blue"),
  ]

  @Test(arguments: missing + closed) func aTarget(_ answer: EntryAnswer) { answer.check() }

  @Test(arguments: refused + files) func anEntry(_ answer: EntryAnswer) { answer.check() }
}
