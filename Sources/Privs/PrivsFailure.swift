public import Bytes
public import NamespaceValues

/// Why it cannot be said what a process may do.
public enum PrivsFailure: Error, Equatable, Sendable {
  /// It has ended, or /proc hides it.
  case noProcess(ProcessID)
  /// A file below /proc that cannot be read, proc_pid_status(5).
  case unreadable(ByteString, Errno)
  /// PR_GET_SECUREBITS of prctl(2).
  case securebits(Errno)
}
