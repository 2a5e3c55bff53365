import Harness
import Launch
import Testing

/// Each step of supervision fails in turn, by an error that strace puts in the place of the kernel's answer.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("strace") != nil, "strace is not installed"))
struct SupervisionFaultTests {
  static let faults: [Fault] = [
    Fault(
      .reapOrphans, options: "--init", call: "prctl", occurrence: .last("PR_SET_CHILD_SUBREAPER"),
      sentence: "prctl failed"),
    Fault(
      .startSession, options: "--new-session", call: "setsid", occurrence: 1,
      sentence: "setsid failed"),
    Fault(
      .leadGroup, options: "--forward-signals-group", call: "setpgid", occurrence: 1,
      sentence: "setpgid failed"),
    Fault(
      .startSession, options: "-p --init --new-session", call: "setsid", occurrence: 1,
      sentence: "setsid failed"),
    Fault(
      .hideFromTarget(isRequired: true), options: "-p --init --nnp", call: "prctl",
      occurrence: .last("PR_SET_DUMPABLE"), sentence: "cannot hide from other processes"),
    Fault(
      options: "--init", call: "signalfd4", occurrence: 1, sentence: "signalfd failed",
      errors: ["EMFILE", "ENFILE", "ENOSYS", "EPERM"]),
    Fault(
      options: "-p --init", call: "socketpair", occurrence: 1, sentence: "socketpair failed",
      errors: ["EMFILE", "ENFILE", "EPERM"]),
    Fault(
      options: "-p --init", call: "clone,fork", occurrence: 1, sentence: "fork failed",
      errors: ["EAGAIN", "ENOMEM"]),
    Fault(
      options: "--init", call: "rt_sigprocmask", occurrence: 1,
      sentence: "sigprocmask block failed"),
    Fault(
      options: "-p --init --kill-child", call: "pidfd_open", occurrence: 1,
      sentence: "pidfd_open failed", errors: ["EMFILE", "ENFILE"]),
    Fault(
      .dieWithParent(.kill), options: "-p --init --kill-child", call: "poll", occurrence: 1,
      sentence: "poll parent pidfd failed"),
    Fault(
      options: "--json-status-fd 3 3>$T/st", call: "socketpair", occurrence: 1,
      sentence: "socketpair failed", errors: ["EMFILE", "ENFILE", "EPERM"]),
    Fault(
      options: "--info-fd 3 3>$T/st", call: "setsockopt", occurrence: 1,
      sentence: "socketpair failed"),
    Fault(
      options: "--sync-fd 3 3>$T/st", call: "fcntl", occurrence: 3,
      sentence: "fcntl failed", errors: ["EPERM"]),
    Fault(
      options: "--json-status-fd 3 3>$T/st", call: "recvmsg", occurrence: 1,
      sentence: "recvmsg failed", errors: ["EPERM", "ENOSYS"]),
    // The process that becomes the program says that it is ready.
    Fault(
      options: "--pidfile $T/st", call: "sendto", occurrence: 1, sentence: "send failed",
      errors: ["EPERM", "ENOSYS"]),
    Fault(
      options: "-p --init --pidfile $T/st", call: "sendto", occurrence: 1, sentence: "send failed",
      errors: ["EPERM", "ENOSYS"]),
    Fault(
      options: "--pidfile $T/st", call: "ftruncate", occurrence: 1,
      sentence: "cannot open $T/st", errors: ["EIO", "EPERM"]),
    // When the program runs: it must not go on without what was asked for.
    Fault(
      options: "--pidfile $T/st", call: "ftruncate", occurrence: 2,
      sentence: "write failed $T/st", errors: ["EIO", "EPERM"]),
  ]

  @Test(arguments: faults)
  func failsCleanly(fault: Fault) { fault.expectCleanFailure(of: "unshare") }

  @Test(arguments: faults) func unsharePlansTheStep(fault: Fault) {
    fault.expectStep(of: "unshare")
  }
}
