public import Bytes
import Kernel
public import Launch
public import NamespaceValues

/// The files of the machine this runs on.
public struct LiveEntryFiles: EntryFiles, ~Copyable {
  private var held = HeldFiles()
  private var namespaceIDs: NamespaceIDOpener?

  /// Nothing is held.
  public init() {}

  /// What was opened.
  public consuming func take() -> HeldFiles { held }

  /// Holds the process where it was named with the inode of its pidfd, and refuses another one.
  /// - Throws: `.identify`, `.inode`.
  public mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError) {
    held.target = nil
    guard let inode = target.inode else { return }
    let process = try attempt(ProcessHandle(target.process)) { .identify(target.process, $0) }
    do throws(Errno) {
      // Elsewhere all pidfds have one inode, which identifies nothing.
      guard try process.fileSystemType() == .pidfs else { throw Errno.notSupported }
    } catch {
      throw .identify(target.process, error)
    }
    let found = try attempt(process.inode()) { .inode($0) }
    if found != inode { throw .identify(target.process, .noProcess) }
    // Kept: a second look by number could find another process (docs/deviations.md D-116).
    held.target = consume process
  }

  /// Opens a namespace file, open(2), in the place of one held for the kind before.
  public mutating func openNamespace(
    _ kind: NamespaceKind, at path: ByteString
  ) throws(NsenterError) {
    // First: the numbers of descriptors appear in messages.
    held.namespaces.close(kind)
    held.namespaces.hold(
      try attempt(NamespaceHandle(given: path)) { .open(path, $0) }, as: kind)
  }

  /// Opens a namespace by its id, open_by_handle_at(2).
  public mutating func openNamespace(
    _ kind: NamespaceKind, withID id: UInt64
  ) throws(NsenterError) {
    if namespaceIDs == nil {
      namespaceIDs = try attempt(NamespaceIDOpener()) { .namespaceHandles($0) }
    }
    held.namespaces.close(kind)
    held.namespaces.hold(
      try attempt(try Launch.held(namespaceIDs?.open(id))) { .openNamespaceID(id, $0) }, as: kind)
  }

  /// Opens the directory that is to be the root.
  public mutating func openRoot(_ path: ByteString) throws(NsenterError) {
    held.root = nil
    held.root = try Self.directory(path)
  }

  /// Opens the directory that is to be the working directory.
  public mutating func openWorkingDirectory(_ path: ByteString) throws(NsenterError) {
    held.workingDirectory = nil
    held.workingDirectory = try Self.directory(path)
  }

  private static func directory(_ path: ByteString) throws(NsenterError) -> DirectoryHandle {
    try attempt(DirectoryHandle(given: path)) { .open(path, $0) }
  }
}
