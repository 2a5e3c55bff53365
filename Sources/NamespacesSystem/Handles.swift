// The forms with a FilePath stand back behind those with a ByteString, so that a literal is not ambiguous.
#if SwiftSystem
  public import NamespaceValues
  public import Namespaces
  public import SystemPackage

  extension NamespaceHandle {
    /// Opens the file of a namespace, open(2): /proc/PID/ns/net, or a file that one is mounted on.
    /// - Parameters:
    ///   - path: its file.
    ///   - kind: what it must be; any kind, where nil.
    /// - Throws: as the one that takes a `ByteString`.
    @_disfavoredOverload
    public init(path: FilePath, kind: NamespaceKind? = nil) throws(NamespaceError) {
      try self.init(path: ByteString(path), kind: kind)
    }

    /// Copies a descriptor of a namespace that somebody else owns, and goes on owning: fcntl(2) F_DUPFD_CLOEXEC.
    /// - Parameters:
    ///   - descriptor: is open, and stays so.
    ///   - kind: what it must be; any kind, where nil.
    /// - Throws: as the one that takes a number.
    public init(
      duplicating descriptor: FileDescriptor, kind: NamespaceKind? = nil
    ) throws(NamespaceError) {
      try self.init(duplicating: descriptor.rawValue, kind: kind)
    }

    /// Calls a function with the descriptor, which is valid during the call only, and must not be closed there. To keep
    /// one, copy it: `FileDescriptor.duplicate()`, dup(2), whose copy is not close-on-exec.
    public func withFileDescriptor<Result: ~Copyable, Failure: Error>(
      _ body: (FileDescriptor) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      try withDescriptor { (number) throws(Failure) in try body(FileDescriptor(rawValue: number)) }
    }

    /// Keeps the namespace alive at a path, without a process: mount(2) with MS_BIND.
    /// - Throws: as the one that takes a `ByteString`.
    @_disfavoredOverload
    public func persist(at path: FilePath) throws(NamespaceError) {
      try persist(at: ByteString(path))
    }

    /// Ends what `persist(at:)` did: umount2(2) with MNT_DETACH, and unlink(2) of the file.
    /// - Throws: as the one that takes a `ByteString`.
    @_disfavoredOverload
    public static func release(at path: FilePath) throws(NamespaceError) {
      try release(at: ByteString(path))
    }
  }

  extension ProcessHandle {
    /// Copies a pidfd that somebody else owns, and goes on owning: fcntl(2) F_DUPFD_CLOEXEC.
    /// - Throws: as the one that takes a number.
    public init(duplicating descriptor: FileDescriptor) throws(NamespaceError) {
      try self.init(duplicating: descriptor.rawValue)
    }

    /// Calls a function with the pidfd, which is valid during the call only, and must not be closed there.
    public func withFileDescriptor<Result: ~Copyable, Failure: Error>(
      _ body: (FileDescriptor) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      try withDescriptor { (number) throws(Failure) in try body(FileDescriptor(rawValue: number)) }
    }
  }
#endif
