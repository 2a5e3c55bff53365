public import Bytes
import CKernel
public import NamespaceValues

/// A descriptor that whoever started this process gave to it by its number, and which is for this process
/// alone: the program does not get it. A class, so that who has none has one word to do with.
public final class GivenDescriptor {
  private let descriptor: OwnedDescriptor

  /// Takes it over, fcntl(2) FD_CLOEXEC: it is closed by exec(3), and with this value.
  public init(taking number: Int32) throws(Errno) {
    try Errno.check(uy_keep_from_program(number))
    descriptor = try OwnedDescriptor(number)
  }

  /// What it must be open for.
  public enum Use: Sendable {
    /// It is only kept open.
    case keeping
    case reading
    case writing
  }

  /// Whether a number is that of a descriptor which was open when this process was started, and is so for a
  /// use, fcntl(2).
  /// - Throws: EBADF where it is not.
  public static func check(_ number: Int32, for use: Use) throws(Errno) {
    let use =
      switch use {
      case .keeping: uy_use_any
      case .reading: uy_use_reading
      case .writing: uy_use_writing
      }
    try Errno.check(uy_check_given(number, Int32(use.rawValue)))
  }

  /// Its number.
  public var number: Int32 { descriptor.raw }

  /// Writes a text in one piece, and neither waits nor gets a SIGPIPE.
  /// - Throws: EAGAIN where there is no room for it, EPIPE where there is no reader.
  public func writeNow(_ text: ByteString) throws(Errno) {
    try Errno.check(text.withCString { uy_write_now(descriptor.raw, $0, text.count) })
  }

  /// Whether there is room to write, waiting at most so many milliseconds for it: poll(2).
  public func hasRoom(within milliseconds: Int32) -> Bool {
    uy_has_room(descriptor.raw, milliseconds)
  }

  /// Waits for a byte and takes it, read(2); false at the end of the file.
  /// - Parameter gate: in the child, whose parent may end meanwhile.
  /// - Throws: EPIPE where that has ended.
  public func awaitByte(orEndOf gate: ProgramGate) throws(Errno) -> Bool {
    try Errno.check(uy_await_byte(descriptor.raw, gate.innerNumber)) == 1
  }
}
