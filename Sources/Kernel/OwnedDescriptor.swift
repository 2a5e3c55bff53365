public import Bytes
import CKernel
public import Namespaces

/// An open descriptor that is closed when its owner goes away. All of them are close-on-exec.
@frozen public struct OwnedDescriptor: ~Copyable {
  package let raw: Int32

  /// Takes over an open descriptor.
  package init(raw: Int32) { self.raw = raw }

  deinit { _ = uy_close(raw) }

  /// Opens a file for reading, open(2).
  public init(reading path: ByteString) throws(Errno) {
    raw = try Errno.check(path.withCString { uy_open($0, O_RDONLY) })
  }

  /// Opens a namespace file or a directory by the name the user gave, open(2). A FIFO or a device
  /// in its place does not block and does not become the controlling terminal.
  public init(given path: ByteString) throws(Errno) {
    let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY
    raw = try Errno.check(path.withCString { uy_open($0, flags) })
  }

  /// Names whatever is at a path without opening it, open(2) with O_PATH: nothing is waited for, and
  /// no device notices.
  public init(naming path: ByteString) throws(Errno) {
    raw = try Errno.check(path.withCString { uy_open($0, O_PATH) })
  }

  /// Opens for reading what this descriptor only names, through /proc/self/fd.
  public func opened() throws(Errno) -> OwnedDescriptor {
    try OwnedDescriptor(reading: "/proc/self/fd/\(raw)")
  }

  /// Opens a file for writing at its end, open(2) with O_APPEND.
  public init(appendingTo path: ByteString) throws(Errno) {
    raw = try Errno.check(path.withCString { uy_open($0, O_WRONLY | O_APPEND) })
  }

  /// Opens a file for writing, open(2); never creates or truncates it. A terminal does not
  /// become the controlling one.
  public init(writing path: ByteString) throws(Errno) {
    raw = try Errno.check(path.withCString { uy_open($0, O_WRONLY | O_NOCTTY) })
  }

  /// Opens a directory as a place for other names, open(2) with O_PATH.
  public init(directory path: ByteString) throws(Errno) {
    raw = try Errno.check(path.withCString { uy_open($0, O_PATH | O_DIRECTORY) })
  }

  /// Opens a file below this directory for writing, openat(2).
  public func openForWriting(_ name: ByteString) throws(Errno) -> OwnedDescriptor {
    let directory = raw
    return OwnedDescriptor(
      raw: try Errno.check(name.withCString { uy_openat(directory, $0, O_WRONLY) }))
  }

  /// The same descriptor under a number that does not stand in the way: those of others appear in
  /// messages, and the original has none of this purpose. fcntl(2) F_DUPFD_CLOEXEC.
  public consuming func movedAside() -> OwnedDescriptor {
    OwnedDescriptor(raw: uy_move_up(take(), 64))
  }

  /// Opens a file below this directory for reading, openat(2).
  public func openForReading(_ name: ByteString) throws(Errno) -> OwnedDescriptor {
    let directory = raw
    return OwnedDescriptor(
      raw: try Errno.check(name.withCString { uy_openat(directory, $0, O_RDONLY) }))
  }

  /// Gives the descriptor up without closing it.
  package consuming func take() -> Int32 {
    let descriptor = raw
    discard self
    return descriptor
  }

  /// fstatat(2) below this directory.
  public func facts(of name: ByteString) throws(Errno) -> FileFacts {
    try FileFacts(of: name, below: raw)
  }

  /// fchdir(2).
  public func becomeWorkingDirectory() throws(Errno) { try Errno.check(uy_fchdir(raw)) }

  /// setns(2): a namespace file with its kind, or a pidfd with any kinds, all of which are
  /// entered or none.
  public func enter(_ namespaces: NamespaceSet) throws(Errno) {
    try Errno.check(uy_setns(raw, namespaces.rawValue))
  }

  /// Writes a text as a whole, write(2), however often that takes.
  public func writeAll(_ text: ByteString) throws(Errno) {
    let descriptor = raw
    try Errno.check(text.withCString { uy_write_all(descriptor, $0, text.count) })
  }

  /// One write(2) of the whole text: the kernel's map files accept no second one. Nothing is
  /// called for an empty text.
  public func writeOnce(_ text: ByteString) throws(Errno) {
    if text.isEmpty { return }
    let descriptor = raw
    try Errno.check(text.withCString { uy_write(descriptor, $0, text.count) })
  }

  /// Reads to the end of a file that another process has a say in. Throws EFBIG where it is longer
  /// than `limit`, more than such a file ever has: it is not cut, a half number would be another one.
  public func readAll(limit: Int) throws(Errno) -> [UInt8] {
    let content = try read(atMost: limit + 1)
    if content.count > limit { throw .fileTooLarge }
    return content
  }

  /// Reads to the end of the file.
  public func readAll() throws(Errno) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = try Errno.check(uy_read(raw, &chunk, chunk.count))
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<count])
    }
  }
}
