import Bytes
import CKernel
public import NamespaceValues

// Processes: this one, its children, and what others may see of it.

extension Calls {
  /// getpid(2).
  public static var ownProcess: ProcessID { ProcessID(getpid()) }

  /// The number that /proc shows this process by, readlink(2) of /proc/self: another one than getpid(2)
  /// says where /proc is that of an outer PID namespace. Nil where it does not show this process.
  public static var ownNumberInProc: ProcessID? {
    var text = [UInt8](repeating: 0, count: 16)
    let count = uy_readlink("/proc/self", &text, text.count)
    if count < 0, Errno(Int32(truncatingIfNeeded: -count)).isRefusal {
      // Its first word says the same.
      guard let file = try? OpenFile(reading: "/proc/self/stat"),
        let start = try? file.read(atMost: text.count)
      else { return nil }
      text = start
    } else {
      guard count > 0, count < text.count else { return nil }
      text.removeSubrange(count...)
    }
    var cursor = ByteCursor(text[...])
    guard let number = cursor.number()?.signed32, number > 0 else { return nil }
    return ProcessID(number)
  }

  /// getppid(2).
  public static var parentProcess: ProcessID { ProcessID(getppid()) }

  /// fork(2): nil in the child.
  public static func fork() throws(Errno) -> ProcessID? {
    let pid = try Errno.check(uy_fork())
    return pid == 0 ? nil : ProcessID(pid)
  }

  /// _exit(2).
  public static func exit(_ status: Int32) -> Never { _exit(status) }

  /// prctl(2) PR_SET_PDEATHSIG.
  public static func setParentDeathSignal(_ signal: SignalNumber) throws(Errno) {
    try Errno.check(uy_set_parent_death_signal(signal.number))
  }

  /// prctl(2) PR_SET_DUMPABLE 0: a fatal signal leaves no core file, and nobody without
  /// CAP_SYS_PTRACE where this program was started can read its memory, descriptors or
  /// /proc/PID/exe, proc(5). exec(3) ends it.
  public static func forbidDumping() throws(Errno) { try Errno.check(uy_forbid_dumping()) }

  /// prctl(2) PR_GET_DUMPABLE: whether processes of the same user may look into this one.
  public static func allowsDumping() throws(Errno) -> Bool {
    try Errno.check(uy_allows_dumping()) != 0
  }

  /// prctl(2) PR_GET_SECCOMP: whether a filter may judge the system calls of this process, seccomp(2). It may
  /// end the process for one that it does not know. libcap calls prctl(2) when any of our programs starts.
  public static var mayBeFiltered: Bool { uy_may_be_filtered() }
}
