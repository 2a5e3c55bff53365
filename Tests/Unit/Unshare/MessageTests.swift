import Bytes
import Launch
import NamespaceValues
import Testing

@testable import Unshare

/// The sentences of failed launches, as the specification lists them.
struct MessageTests {
  private static let denied = Errno(1)

  @Test(
    arguments: [
      (.rendezvous(denied), "eventfd failed: Operation not permitted"),
      (.fork(denied), "fork failed: Operation not permitted"),
      (.listen(denied), "failed to read eventfd: Operation not permitted"),
      (.release(denied), "failed to write eventfd: Operation not permitted"),
      (.wait(denied), "waitpid failed: Operation not permitted"),
      (.dropGroups(denied), "setgroups failed: Operation not permitted"),
      (.setGroup(denied), "setgid() failed: Operation not permitted"),
      (.setUser(denied), "setuid() failed: Operation not permitted"),
      (.unshare(denied), "unshare failed: Operation not permitted"),
      (.mapTooLarge("/proc/1/uid_map"), "/proc/1/uid_map too large for kernel 4k limit"),
      (.openMap("/p", denied), "failed to open /p: Operation not permitted"),
      (.writeMap("/p", denied), "failed to write /p: Operation not permitted"),
      (.openOffsets("/p", denied), "failed to open /p: Operation not permitted"),
      (.writeOffsets("/p", denied), "failed to write to /p: Operation not permitted"),
      (.bind(source: "/s", file: "/f", denied), "mount /s on /f failed: Operation not permitted"),
      (.open("/p", denied), "cannot open /p: Operation not permitted"),
      (.writeOwn("/p", denied), "write failed /p: Operation not permitted"),
      (
        .allowedSetgroups,
        "options --setgroups=allow and --map-group are mutually exclusive"
      ),
      (
        .setRootPropagation(denied),
        "cannot change root filesystem propagation: Operation not permitted"
      ),
      (.changeRoot("/d", denied), "cannot change root directory to '/d': Operation not permitted"),
      (.changeDirectory("/d", denied), "cannot change directory to /d: Operation not permitted"),
      (
        .makePrivate("/d", denied),
        "cannot change /d filesystem propagation: Operation not permitted"
      ),
      (.mount("/d", denied), "mount /d failed: Operation not permitted"),
      (.signalQueue(denied), "signalfd failed: Operation not permitted"),
      (.channel(denied), "socketpair failed: Operation not permitted"),
      (.reapOrphans(denied), "prctl failed: Operation not permitted"),
      (.startSession(denied), "setsid failed: Operation not permitted"),
      (.leadGroup(denied), "setpgid failed: Operation not permitted"),
      (.givenDescriptor(denied), "fcntl failed: Operation not permitted"),
      (.tellStatus(denied), "send failed: Operation not permitted"),
      (.hearStatus(denied), "recvmsg failed: Operation not permitted"),
      (.block(7, denied), "--block-fd: cannot use descriptor 7: Operation not permitted"),
      (.blockEnded, "--block-fd: ended without a byte"),
      (.installForwarding(.terminate, denied), "sigaction SIGTERM failed: Operation not permitted"),
      (.installForwarding(.interrupt, denied), "sigaction SIGINT failed: Operation not permitted"),
      (.blockTermination(denied), "sigprocmask block failed: Operation not permitted"),
      (.restoreMask(denied), "sigprocmask restore failed: Operation not permitted"),
      (.openOwnProcess(denied), "pidfd_open failed: Operation not permitted"),
      (.dieWithParent(denied), "prctl failed: Operation not permitted"),
      (.pollParent(denied), "poll parent pidfd failed: Operation not permitted"),
      (.setDefaultAction(denied), "signal handler reset failed: Operation not permitted"),
      (.unblock(denied), "sigprocmask unblock failed: Operation not permitted"),
      (.survivedSignal, "child exit failed: Success"),
      (.capabilities(.get(denied)), "capget failed: Operation not permitted"),
      (.capabilities(.set(denied)), "capset failed: Operation not permitted"),
      (.capabilities(.ambient(denied)), "prctl(PR_CAP_AMBIENT) failed: Operation not permitted"),
      (.execute("prog", denied), "failed to execute prog: Operation not permitted"),
    ] as [(LaunchFailure, String)])
  func sentence(failure: LaunchFailure, text: String) throws {
    let sentence = try #require(failure.sentence)
    #expect(String(decoding: sentence.bytes, as: UTF8.self) == text)
  }

  @Test func whatWasSaidAlreadyIsNotSaidAgain() {
    #expect(LaunchFailure.helperExited(3).sentence == nil)
    #expect(LaunchFailure.parentGone.sentence == nil)
  }

  @Test func statuses() {
    #expect(LaunchFailure.execute("x", .noEntry).exitStatus == 127)
    #expect(LaunchFailure.execute("x", Errno(13)).exitStatus == 126)
    #expect(LaunchFailure.helperExited(77).exitStatus == 77)
    #expect(LaunchFailure.unshare(Errno(1)).exitStatus == 1)
  }
}
