import Kernel
public import NamespaceValues

/// The only place that forks.
public enum Fork {
  /// Forks. The child does its work and ends with the status the work returns: it can never
  /// climb back into its parent's part of the program.
  /// - Returns: the child's id, in the parent.
  public static func child(
    endingWith finish: (Int32) -> Int32, _ work: () -> Int32
  ) throws(Errno) -> ProcessID {
    if let child = try Calls.fork() { return child }
    Calls.exit(finish(work()))
  }
}
