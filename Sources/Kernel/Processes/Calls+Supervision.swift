import CKernel
public import NamespaceValues

// What a process that supervises others asks of the kernel.

/// What some child did.
public struct ChildEvent: Equatable, Sendable {
  /// Which child.
  public let process: ProcessID
  /// The signal that stopped it; nil where it ended.
  public let stop: SignalNumber?
  /// Whether that was waited for already, as waitpid(2) does.
  fileprivate let isTaken: Bool
  fileprivate let waitStatus: Int32

  /// Takes the event of a stop, waitid(2); false when the child has gone on meanwhile.
  public func takeStop() throws(Errno) -> Bool {
    if isTaken { return true }
    return try Calls.takeStop(of: process)
  }

  /// Takes the event of an end, waitpid(2): afterwards the number may be somebody else's.
  public func reap() throws(Errno) -> ChildStatus {
    if isTaken { return ChildStatus(waitStatus: waitStatus) }
    return try Calls.wait(for: process)
  }
}

extension Calls {
  /// The next of any children that has stopped or ended, waitid(2) with WNOWAIT, which leaves that for
  /// another wait; where it is refused waitpid(2), which does not. Nil where nothing has happened.
  /// - Throws: ECHILD where there is no child.
  public static func nextChildEvent() throws(Errno) -> ChildEvent? {
    var change = uy_change()
    var found = uy_next_change(&change)
    if found < 0, Errno(-found).isRefusal { found = uy_take_change(&change) }
    let process = ProcessID(try Errno.check(found))
    if process.number == 0 { return nil }
    return ChildEvent(
      process: process, stop: change.is_stop ? SignalNumber(change.stopped_by) : nil,
      isTaken: change.is_taken,
      waitStatus: change.status)
  }

  /// The signals that this process ignores, sigaction(2).
  public static var ignoredSignals: SignalSet { SignalSet(rawValue: uy_ignored_signals()) }

  /// The signals that are blocked and were sent to this process, sigpending(2).
  public static var pendingSignals: SignalSet { SignalSet(rawValue: uy_pending_signals()) }

  /// sigprocmask(2): blocks signals and remembers the mask as it was, for `restoreMask`.
  public static func blockRemembering(_ signals: SignalSet) throws(Errno) {
    try Errno.check(uy_block_remembering(signals.rawValue))
  }

  /// sigprocmask(2): blocks further signals.
  public static func block(_ signals: SignalSet) throws(Errno) {
    try Errno.check(uy_block_signals(signals.rawValue))
  }

  /// sigqueue(3): a signal with a value.
  public static func queue(
    _ signal: SignalNumber, _ value: UInt64, to process: ProcessID
  ) throws(Errno) {
    try Errno.check(uy_queue_signal(process.number, signal.number, value))
  }

  /// kill(2) of a whole process group.
  public static func kill(group: ProcessID, _ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_kill(-group.number, signal.number))
  }

  /// kill(2) with -1: everybody in the PID namespace but its init and this process. Only for an init of
  /// one: anywhere else that is the machine.
  public static func killEverybody(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_kill(-1, signal.number))
  }

  /// Whether a process group has no members, kill(2) with signal 0.
  public static func isEmpty(group: ProcessID) -> Bool {
    Errno(-uy_kill(-group.number, 0)) == .noProcess
  }

  /// getpgrp(2).
  public static var ownGroup: ProcessID { ProcessID(getpgrp()) }

  /// getpgid(2); nil where the process is gone.
  public static func group(of process: ProcessID) -> ProcessID? {
    let group = uy_group_of(process.number)
    return group < 0 ? nil : ProcessID(group)
  }

  /// Whether this process leads its session, getsid(2).
  public static var leadsSession: Bool { uy_session_of(0) == getpid() }

  /// Whether a shell with job control made this process a job or a part of one, as of a pipeline: its parent,
  /// getppid(2), is in the same session, which this process does not lead, and in another process group: nobody
  /// else would continue it. Of a parent in an outer PID namespace nothing is known.
  public static var isOfJob: Bool {
    if leadsSession { return false }
    let parent = getppid()
    if parent == 0 { return getpgrp() == getpid() }
    return uy_session_of(parent) == uy_session_of(0) && uy_group_of(parent) != getpgrp()
  }

  /// Whether it leads the process group of that job too, getpgrp(2).
  public static var leadsJob: Bool { getpgrp() == getpid() && isOfJob }

  /// setsid(2): a session and a process group of its own, without a terminal.
  public static func startSession() throws(Errno) { try Errno.check(uy_start_session()) }

  /// setpgid(2): a process leads a group of its own.
  public static func leadGroup(_ process: ProcessID) throws(Errno) {
    try Errno.check(uy_set_group(process.number, process.number))
  }

  /// prctl(2) PR_SET_CHILD_SUBREAPER: orphans among the descendants become children of this process.
  public static func reapOrphans() throws(Errno) { try Errno.check(uy_reap_orphans()) }
}
