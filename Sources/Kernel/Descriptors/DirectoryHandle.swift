public import Bytes
import CKernel
public import NamespaceValues

/// An open directory. That of a process below /proc is this process's for as long as it is open,
/// whoever gets the process id next.
@frozen public struct DirectoryHandle: ~Copyable {
  private(set) var descriptor: OwnedDescriptor

  init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// Opens a directory as a place for other names, open(2) with O_PATH.
  public init(_ path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_PATH | O_DIRECTORY)
  }

  /// Opens a directory as far as that takes no question to a file system: openat2(2) with
  /// RESOLVE_CACHED. Throws EAGAIN where one would have to be asked.
  public init(cached path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path.withCString { uy_open_cached(AT_FDCWD, $0) })
  }

  /// Opens a directory below another one, whose mount the way must not leave: openat2(2) with
  /// RESOLVE_NO_XDEV and RESOLVE_NO_MAGICLINKS. Throws EXDEV or ELOOP where it would.
  public init(
    _ path: ByteString, within directory: borrowing DirectoryHandle
  ) throws(Errno) {
    descriptor = try OwnedDescriptor(
      path.withCString { uy_open_within(directory.descriptor.raw, $0, O_PATH | O_DIRECTORY) })
  }

  /// Opens a directory directly below another one: open(2) with O_PATH and O_NOFOLLOW, by which nothing
  /// is mounted automatically.
  public init(
    entry name: ByteString, of directory: borrowing DirectoryHandle
  ) throws(Errno) {
    descriptor = try directory.descriptor.open(name, O_PATH | O_NOFOLLOW)
  }

  /// Takes over what is named, which is known to be a directory.
  public init(named file: consuming NamedFile) { descriptor = file.descriptor }

  /// Opens a directory whose entries are read, open(2).
  public init(listing path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_RDONLY)
  }

  /// Opens a directory by the name the user gave, open(2). A FIFO or a device in its place does not
  /// block and does not become the controlling terminal.
  public init(given path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, OwnedDescriptor.given)
  }

  /// The same under a number that does not stand in the way: those of others appear in messages,
  /// and the original has none of this purpose. fcntl(2) F_DUPFD_CLOEXEC.
  public consuming func movedAside() -> DirectoryHandle {
    var moved = self
    moved.descriptor.moveAside()
    return moved
  }

  /// fchdir(2).
  public func becomeWorkingDirectory() throws(Errno) {
    try Errno.check(uy_fchdir(descriptor.raw))
  }

  /// fstat(2).
  public func facts() throws(Errno) -> FileFacts { try facts(of: "") }

  /// fstatat(2) of a name below this directory.
  public func facts(of name: ByteString) throws(Errno) -> FileFacts {
    try FileFacts(of: name, below: descriptor.raw)
  }

  /// What is at a name below this directory, or this directory itself where that is empty, without a
  /// question to its file system: statx(2).
  /// - Parameter asksMount: whether statmount(2) may be called.
  public func look(at name: ByteString, asksMount: Bool = true) throws(Errno) -> FileLook {
    try FileLook(of: name, below: descriptor.raw, asksMount: asksMount)
  }

  /// What is directly below this directory under a name, which is not followed where it is a link:
  /// statx(2).
  /// - Parameter asksMount: whether statmount(2) may be called.
  public func lookAtEntry(_ name: ByteString, asksMount: Bool = true) throws(Errno) -> FileLook {
    try FileLook(of: name, below: descriptor.raw, follow: false, asksMount: asksMount)
  }

  /// fstatfs(2).
  public func fileSystemType() throws(Errno) -> FileSystemType {
    try FileSystemType(of: descriptor)
  }
}

// MARK: What is below it

extension DirectoryHandle {
  /// Opens a file below this directory for reading, openat(2). A FIFO or a device in its place does not
  /// block and does not become the controlling terminal.
  public func openFile(_ name: ByteString) throws(Errno) -> OpenFile {
    OpenFile(try descriptor.open(name, OwnedDescriptor.given))
  }

  /// Opens what is directly below this directory and no link, openat(2) with O_NOFOLLOW. A FIFO or a
  /// device does not block and does not become the controlling terminal.
  public func openFile(entry name: ByteString) throws(Errno) -> OpenFile {
    OpenFile(try descriptor.open(name, OwnedDescriptor.given | O_NOFOLLOW))
  }

  /// Opens a file below this directory for reading, whose mount the way must not leave: openat2(2) with
  /// RESOLVE_NO_XDEV and RESOLVE_NO_MAGICLINKS. Throws EXDEV or ELOOP where it would.
  public func openFile(within path: ByteString) throws(Errno) -> OpenFile {
    OpenFile(
      try OwnedDescriptor(
        path.withCString { uy_open_within(descriptor.raw, $0, OwnedDescriptor.given) }))
  }

  /// Opens a file below this directory for reading in a child that has another directory as its root directory:
  /// clone(2) with CLONE_VFORK and CLONE_FILES. The own working directory, to which there may be no way back, stays.
  public func openFile(
    _ path: ByteString, asRoot root: borrowing DirectoryHandle
  ) throws(Errno) -> OpenFile {
    OpenFile(
      try OwnedDescriptor(
        path.withCString { uy_open_as_root(root.descriptor.raw, descriptor.raw, $0) }))
  }

  /// Opens a file below this directory for writing, openat(2).
  public func openForWriting(_ name: ByteString) throws(Errno) -> OpenFile {
    OpenFile(try descriptor.open(name, O_WRONLY))
  }

  /// Opens a directory below this one for reading, openat(2). A FIFO or a device in its place does not
  /// block and does not become the controlling terminal.
  public func openDirectory(_ name: ByteString) throws(Errno) -> DirectoryHandle {
    DirectoryHandle(try descriptor.open(name, OwnedDescriptor.given))
  }

  /// Opens a namespace by its link below this directory, openat(2).
  public func openNamespace(_ name: ByteString) throws(Errno) -> NamespaceHandle {
    NamespaceHandle(try descriptor.open(name, O_RDONLY))
  }

  /// Opens a namespace by a name that may stand for something else meanwhile, openat(2). A FIFO or a
  /// device does not block and does not become the controlling terminal.
  public func openGivenNamespace(_ name: ByteString) throws(Errno) -> NamespaceHandle {
    NamespaceHandle(try descriptor.open(name, OwnedDescriptor.given))
  }

  /// Names what is at a path below this directory, openat(2) with O_PATH.
  public func naming(_ path: ByteString) throws(Errno) -> NamedFile {
    NamedFile(try descriptor.open(path, O_PATH))
  }

  /// Names what is directly below this directory, a link itself: openat(2) with O_PATH and O_NOFOLLOW.
  public func naming(entry name: ByteString) throws(Errno) -> NamedFile {
    NamedFile(try descriptor.open(name, O_PATH | O_NOFOLLOW))
  }

  /// Names what is at a path below this directory, as far as that takes no question to a file
  /// system: openat2(2) with RESOLVE_CACHED. Throws EAGAIN where one would have to be asked, EINVAL
  /// or ENOSYS where the kernel is too old.
  public func namingCached(_ path: ByteString) throws(Errno) -> NamedFile {
    NamedFile(try OwnedDescriptor(path.withCString { uy_open_cached(descriptor.raw, $0) }))
  }

  /// The inode number of a file below this directory, openat(2) with O_PATH, statx(2).
  public func inode(of name: ByteString) throws(Errno) -> UInt64 {
    try descriptor.open(name, O_PATH).inode()
  }

  /// Reads what a link below this directory says, readlinkat(2): at most 255 bytes of it. They are
  /// never kept: a listing reads eight links of each process.
  /// - Parameter read: makes something of the text, which is valid during the call only.
  public func readLink<Result>(
    _ name: ByteString, _ read: (UnsafeRawBufferPointer) -> Result
  ) throws(Errno) -> Result {
    var fault: Errno?
    let result = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 255) { bytes in
      var count = 0
      if let start = bytes.baseAddress {
        count = name.withCString { uy_readlinkat(descriptor.raw, $0, start, bytes.count) }
      }
      if count < 0 { fault = Errno(Int32(truncatingIfNeeded: -count)) }
      return read(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<max(count, 0)]))
    }
    if let fault { throw fault }
    return result
  }
}
