import CKernel
public import NamespaceValues

/// The controlling terminal of this process, by a standard stream that leads to it: nothing is opened.
public struct Terminal: Sendable {
  private let descriptor: Int32
  /// Whether it is this process group's, or was given by it to another one: who has it from somebody else may
  /// not be robbed of it.
  public var isHeld: Bool

  /// The controlling terminal, by the first of descriptors 0, 2 and 1 that leads to it, tcgetpgrp(3); nil where
  /// there is none. It is held where the process group of this process is in its foreground.
  public static var controlling: Terminal? {
    for descriptor: Int32 in [0, 2, 1] where uy_foreground_group(descriptor) >= 0 {
      return Terminal(descriptor: descriptor, isHeld: uy_has_foreground(descriptor))
    }
    return nil
  }

  /// The same where it is held; nil otherwise.
  public static var inForeground: Terminal? {
    guard let terminal = controlling, terminal.isHeld else { return nil }
    return terminal
  }

  /// Its foreground process group, tcgetpgrp(3); 0 where that has no number in the PID namespace of this
  /// process. Nil where the terminal is gone.
  public var foregroundGroup: ProcessID? {
    let group = uy_foreground_group(descriptor)
    return group < 0 ? nil : ProcessID(group)
  }

  /// Whether the process group of this process is in the foreground, though neither may have a number here.
  public var isOwn: Bool { uy_has_foreground(descriptor) }

  /// Puts a process group into the foreground, tcsetpgrp(3), from the background too.
  public func putInForeground(_ group: ProcessID) throws(Errno) {
    try Errno.check(uy_set_foreground_group(descriptor, group.number))
  }
}
