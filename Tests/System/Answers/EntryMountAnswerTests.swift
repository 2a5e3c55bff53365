import Harness
import Testing

/// What nsenter says where it cannot mount what its program should see: each cause is made.
@Suite(.enabled(if: canSandbox, needsRoot)) struct EntryMountAnswerTests {
  static let answers: [EntryAnswer] = [
    EntryAnswer(
      "mount-point-missing", cause: "target unshare -m",
      "nsenter -t $P -m --mount-proc=/nosuch true",
      "the directory /nosuch has to be made before (mkdir)"),
    EntryAnswer(
      "mount-point-is-link",
      cause: #"target unshare -m sh -c 'mount -t tmpfs t /mnt; ln -s /etc /mnt/l; exec "$0" "$@"'"#,
      "nsenter -t $P -m --mount-proc=/mnt/l true",
      "/mnt/l is a link of the target or leads through one, and could lead anywhere: name the directory itself"
    ),
    EntryAnswer(
      "mount-would-reveal",
      cause: #"target unshare -m sh -c 'mount -t tmpfs t /proc/fs; exec "$0" "$@"'"#,
      "nsenter -t $P -m --mount-proc=/mnt true",
      "a new one would show what is hidden in there: take the container's first process, its PID namespace too (-p), and no other directory"
    ),
    EntryAnswer(
      "sys-of-other-network", cause: "target tester unshare -Ur",
      "tester nsenter -t $P -U --preserve-credentials --mount-sys true",
      "/sys belongs to the network namespace, and that to a user namespace over which there are no rights: enter a network namespace of the same (-n)"
    ),
    // It is shared with the caller, and was left out.
    EntryAnswer(
      "sys-of-other-network", cause: "target tester unshare -Ur",
      "tester nsenter -t $P -a --auto-credentials --mount-sys true",
      "/sys belongs to the network namespace, and that to a user namespace over which there are no rights: enter a network namespace of the same (-n)"
    ),
    EntryAnswer(
      "proc-of-other-processes", cause: "target tester unshare -Ur",
      "tester nsenter -t $P -U --preserve-credentials --mount-proc true",
      "a new /proc takes rights over the PID namespace, which is not that user namespace's: enter one that is (-p)"
    ),
    EntryAnswer(
      "proc-of-other-processes", cause: "target tester unshare -Ur",
      "tester nsenter -t $P -U -p --preserve-credentials --mount-proc true",
      "a new /proc takes rights over the PID namespace, which is not that user namespace's: enter one that is (-p)"
    ),
    EntryAnswer(
      "proc-partly-covered",
      cause: "target tester unshare -Urmpf --mount-proc sh -c "
        + #"'mount -t tmpfs t /proc/sys; exec unshare -Urmpf "$0" "$@"'"#,
      "tester nsenter -t $P -a --auto-credentials --mount-proc true",
      "probably every proc in sight there is partly covered, and then the kernel mounts no new one"
    ),
    EntryAnswer(
      "private-mounts-need-sys-admin", cause: "target tester",
      "tester nsenter -t $P -n --mount-proc true",
      "what is mounted for the program alone takes CAP_SYS_ADMIN: enter a user namespace too (-U), or be root"
    ),
  ]

  @Test(arguments: answers) func aMount(_ answer: EntryAnswer) { answer.check() }
}
