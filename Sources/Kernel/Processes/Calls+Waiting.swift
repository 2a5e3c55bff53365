import CKernel
public import NamespaceValues

// Waiting for children.

extension Calls {
  /// waitpid(2) without options.
  public static func wait(for process: ProcessID) throws(Errno) -> ChildStatus {
    var status: Int32 = 0
    try Errno.check(uy_wait(process.number, &status))
    return ChildStatus(waitStatus: status)
  }

  /// Waits until a child ends, without waitid(2): waitpid(2). No signal is forwarded after that.
  public static func waitGuarded(for process: ProcessID) throws(Errno) -> ChildStatus {
    var status: Int32 = 0
    try Errno.check(uy_wait_guarded(process.number, false, &status))
    return ChildStatus(waitStatus: status)
  }

  /// Waits until a child stops, and then returns nil, or ends, without waitid(2): waitpid(2) with
  /// WUNTRACED. No signal is forwarded after it has ended.
  public static func waitGuardedForChange(
    of process: ProcessID
  ) throws(Errno) -> ChildStatus? {
    var status: Int32 = 0
    try Errno.check(uy_wait_guarded(process.number, true, &status))
    return status & 0xff == 0x7f ? nil : ChildStatus(waitStatus: status)
  }

  /// waitid(2) with WNOWAIT: returns when the child has ended, and its pid is still its own.
  public static func waitUnreaped(for process: ProcessID) throws(Errno) {
    try Errno.check(uy_wait_unreaped(process.number))
  }

  /// waitid(2) with WSTOPPED and WNOWAIT: returns when the child has stopped or ended, and its
  /// pid is still its own.
  public static func waitForChange(of process: ProcessID) throws(Errno) -> ChildChange {
    try Errno.check(uy_wait_change(process.number)) == 0 ? .ended : .stopped
  }

  /// waitid(2) with WSTOPPED and WNOHANG: takes the event of a stop; false when the child has
  /// gone on meanwhile.
  public static func takeStop(of process: ProcessID) throws(Errno) -> Bool {
    try Errno.check(uy_take_stop(process.number)) != 0
  }
}
