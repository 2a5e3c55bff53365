import CKernel
public import NamespaceValues

/// The controlling terminal of this process, by a standard stream that leads to it: nothing is opened.
public struct Terminal: Sendable {
  private let descriptor: Int32

  /// The terminal in whose foreground the process group of this process is, tcgetpgrp(3) of descriptors
  /// 0, 2 and 1; nil where there is none.
  public static var inForeground: Terminal? {
    for descriptor: Int32 in [0, 2, 1] {
      let group = uy_foreground_group(descriptor)
      if group >= 0 { return group == getpgrp() ? Terminal(descriptor: descriptor) : nil }
    }
    return nil
  }

  /// Its foreground process group, tcgetpgrp(3); 0 where that has no number in the PID namespace of this
  /// process. Nil where the terminal is gone.
  public var foregroundGroup: ProcessID? {
    let group = uy_foreground_group(descriptor)
    return group < 0 ? nil : ProcessID(group)
  }

  /// Puts a process group into the foreground, tcsetpgrp(3), from the background too.
  public func putInForeground(_ group: ProcessID) throws(Errno) {
    try Errno.check(uy_set_foreground_group(descriptor, group.number))
  }
}
