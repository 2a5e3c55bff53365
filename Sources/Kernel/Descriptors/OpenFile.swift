public import Bytes
import CKernel
public import NamespaceValues

/// A file that was opened to be read or written.
@frozen public struct OpenFile: ~Copyable {
  let descriptor: OwnedDescriptor

  init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// Opens a file for reading, open(2).
  public init(reading path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_RDONLY)
  }

  /// Opens a file for reading that others have a say in, open(2). A FIFO or a device in its place
  /// does not block and does not become the controlling terminal.
  public init(given path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, OwnedDescriptor.given)
  }

  /// Opens a file for writing at its end, open(2) with O_APPEND. A FIFO or a device in its place does not
  /// block and does not become the controlling terminal.
  public init(appendingTo path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY)
  }

  /// The type of the file system it is on, fstatfs(2).
  public func fileSystemType() throws(Errno) -> FileSystemType {
    try FileSystemType(of: descriptor)
  }

  /// Opens a file for writing, open(2); never creates or truncates it. A terminal does not
  /// become the controlling one.
  public init(writing path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_WRONLY | O_NOCTTY)
  }

  /// Writes a text as a whole, write(2), however often that takes.
  public func writeAll(_ text: ByteString) throws(Errno) {
    try Errno.check(text.withCString { uy_write_all(descriptor.raw, $0, text.count) })
  }

  /// One write(2) of the whole text: the kernel's map files accept no second one. Nothing is
  /// called for an empty text.
  public func writeOnce(_ text: ByteString) throws(Errno) {
    if text.isEmpty { return }
    try Errno.check(text.withCString { uy_write(descriptor.raw, $0, text.count) })
  }
}

// MARK: Reading

extension OpenFile {
  /// Reads to the end of a file that another process has a say in, read(2).
  /// - Parameter limit: bytes; more than such a file ever has.
  /// - Throws: EFBIG where it is longer: it is not cut, a half number would be another one.
  public func readAll(limit: Int) throws(Errno) -> [UInt8] {
    let content = try read(atMost: limit + 1)
    if content.count > limit { throw .fileTooLarge }
    return content
  }

  /// Reads to the end of the file, read(2).
  /// - Parameters:
  ///   - size: how many bytes are asked for at once.
  ///   - largest: the most bytes that are taken.
  /// - Throws: EFBIG where there are more.
  public func readAll(
    inPiecesOf size: Int = 4096, upTo largest: Int = .max
  ) throws(Errno) -> [UInt8] {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    while true {
      let count = try Errno.check(uy_read(descriptor.raw, &piece, piece.count))
      if count == 0 { return content }
      if content.count + count > largest { throw .fileTooLarge }
      content.append(contentsOf: piece[..<count])
    }
  }

  /// Goes back to the beginning, lseek(2): a file of /proc says then what is so by then.
  public func rewind() throws(Errno) { try Errno.check(uy_rewind(descriptor.raw)) }

  /// Reads at most so many bytes from where the file stands, read(2) as often as that takes.
  @inline(never)
  public func read(atMost limit: Int) throws(Errno) -> [UInt8] {
    var fault: Errno?
    let content = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      while filled < limit {
        let count = uy_read(descriptor.raw, start + filled, limit - filled)
        if count < 0 { fault = Errno(Int32(truncatingIfNeeded: -count)) }
        if count <= 0 { return }
        filled += count
      }
    }
    if let fault { throw fault }
    return content
  }
}
