import Bytes
import CKernel
import NamespaceValues

/// An open descriptor that is closed when its owner goes away; close-on-exec. What it may be used
/// for is said by the handle around it: numbers of descriptors do not leave this room.
///
/// Public, as Embedded Swift closes it where its owner is destroyed; but nobody else can make or use
/// one.
@frozen public struct OwnedDescriptor: ~Copyable {
  private(set) var raw: Int32

  /// Takes over what the C floor opened; throws where it answered with -errno.
  init(_ result: Int32) throws(Errno) { raw = try Errno.check(result) }

  /// Has the C floor open two at once, as pipe2(2) and socketpair(2) do.
  /// - Returns: what each of the two is made of, to be taken over at once.
  static func pair(
    _ open: (UnsafeMutablePointer<Int32>?) -> Int32
  ) throws(Errno) -> (Int32, Int32) {
    var ends: (Int32, Int32) = (-1, -1)
    try Errno.check(
      withUnsafeMutableBytes(of: &ends) { open($0.bindMemory(to: Int32.self).baseAddress) })
    return ends
  }

  /// open(2).
  init(_ path: ByteString, _ flags: Int32) throws(Errno) {
    raw = try Errno.check(path.withCString { uy_open($0, flags) })
  }

  deinit { _ = close(raw) }

  /// Reads, and is neither kept waiting by a FIFO or a device nor given a controlling terminal.
  static var given: Int32 { O_RDONLY | O_NONBLOCK | O_NOCTTY }

  /// Opens something below this directory, openat(2).
  func open(_ name: ByteString, _ flags: Int32) throws(Errno) -> OwnedDescriptor {
    try OwnedDescriptor(name.withCString { uy_openat(raw, $0, flags) })
  }

  /// Takes a number from 64 on, fcntl(2) F_DUPFD_CLOEXEC; stays as it is where that is not possible.
  mutating func moveAside() { raw = uy_move_up(raw, 64) }

  /// The inode number, statx(2).
  func inode() throws(Errno) -> UInt64 {
    var inode: UInt64 = 0
    try Errno.check(uy_inode(raw, &inode))
    return inode
  }

  /// Whether there is something to read, or the other end of a pipe is closed; waits at most so
  /// many milliseconds for it: poll(2).
  func isReadable(within milliseconds: Int32) throws(Errno) -> Bool {
    try Errno.check(uy_readable(raw, milliseconds)) != 0
  }
}
