import Bytes
import CKernel
public import NamespaceValues

/// The controlling terminal of this process, by a standard stream that leads to it or by what `open` opened.
public struct Terminal: Sendable {
  private let descriptor: Int32
  /// Whether it is this process group's, or was given by it to another one: who has it from somebody else may
  /// not be robbed of it.
  public var isHeld: Bool

  /// The controlling terminal, by the first of descriptors 0, 2 and 1 that leads to it, tcgetpgrp(3), or else by a
  /// file; nil where there is none. It is held where the process group of this process is in its foreground.
  public static func controlling(or file: borrowing OpenFile?) -> Terminal? {
    let opened =
      switch file {
      case .some(let file): file.descriptor.raw
      case nil: -1 as Int32
      }
    for descriptor: Int32 in [0, 2, 1, opened] where uy_foreground_group(descriptor) >= 0 {
      return Terminal(descriptor: descriptor, isHeld: uy_has_foreground(descriptor))
    }
    return nil
  }

  /// Opens the controlling terminal, tty(4), where no standard stream leads to it; nil where there is none.
  public static func open() -> OpenFile? {
    if controlling(or: nil) != nil { return nil }
    guard var file = try? OwnedDescriptor("/dev/tty", OwnedDescriptor.given) else { return nil }
    // A standard stream that is closed stays closed.
    file.moveAside()
    return OpenFile(file)
  }

  /// The same where it is held; nil otherwise.
  public static var inForeground: Terminal? {
    guard let terminal = controlling(or: nil), terminal.isHeld else { return nil }
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
