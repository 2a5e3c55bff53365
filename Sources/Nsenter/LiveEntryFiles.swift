public import Bytes
import Kernel
public import Launch
public import NamespaceValues
import Survey
public import Targets

/// The files of the machine this runs on.
public struct LiveEntryFiles: EntryFiles, ~Copyable {
  var held = HeldFiles()
  /// How the target was chosen; nil where it was given by its id.
  public internal(set) var choice: TargetChoice?
  /// The kinds of namespaces that were named by a file, a number or an id.
  public private(set) var namedKinds: NamespaceSet = []
  private var namespaceIDs: NamespaceIDOpener?

  /// Nothing is held.
  public init() {}

  /// What was opened.
  public consuming func take() -> HeldFiles { held }

  /// Holds the process where it was named with the inode of its pidfd, and refuses another one.
  /// - Throws: `.identify`, `.inode`.
  public mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError) {
    held.target = nil
    choice = nil
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

  /// Reads a file that holds the number of a process. At once, so that a FIFO keeps nobody waiting.
  /// - Throws: `.openPidfile`, `.named`.
  public mutating func readPidfile(_ path: ByteString) throws(NsenterError) -> PidfileContent {
    let file = try attempt(OpenFile(given: path)) { .openPidfile(path, $0) }
    // Before the content: what is written in between must not look older than it is.
    if (try? file.look().isRegular) == true, let times = try? file.modified(),
      let content = try? file.readAll(limit: 64), let process = processNumber(inFile: content[...])
    {
      return PidfileContent(process, modified: times.file, boot: times.boot)
    }
    throw .named(NamedTargetError(.noProcess, .pidfile, path))
  }

  /// Opens a namespace file, open(2), in the place of one held for the kind before. Where there is no such
  /// file and the name is a number in the form of `NamespaceNumber`, the namespace is looked for.
  public mutating func openNamespace(
    _ kind: NamespaceKind, at path: ByteString
  ) throws(NsenterError) {
    // First: the numbers of descriptors appear in messages.
    held.namespaces.close(kind)
    namedKinds.insert(NamespaceSet(kind))
    var refusal: Errno
    do throws(Errno) {
      held.namespaces.hold(try NamespaceHandle(given: path), as: kind)
      return
    } catch {
      refusal = error
    }
    // A file of that name wins, and one that may not be looked at may be there: only what certainly is
    // no file is a number (docs/deviations.md D-167).
    guard refusal == .noEntry, let namespace = NamespaceNumber(path) else {
      throw .open(path, refusal)
    }
    guard namespace.kind ?? kind == kind,
      let found = search(.number(namespace.number), kind, &refusal)
    else {
      throw refusal == .noEntry
        ? .noSuchNumber(path, namespace.kind == kind ? nil : namespace.kind) : .open(path, refusal)
    }
    held.namespaces.hold(found, as: kind)
  }

  /// Opens a namespace by its id, open_by_handle_at(2). Where the kernel does not, the namespace is looked for
  /// (docs/deviations.md D-168).
  public mutating func openNamespace(
    _ kind: NamespaceKind, withID id: UInt64
  ) throws(NsenterError) {
    if namespaceIDs == nil {
      namespaceIDs = try attempt(NamespaceIDOpener()) { .namespaceHandles($0) }
    }
    held.namespaces.close(kind)
    namedKinds.insert(NamespaceSet(kind))
    let refusal: Errno
    do throws(Errno) {
      held.namespaces.hold(try Launch.held(namespaceIDs?.open(id)), as: kind)
      return
    } catch {
      refusal = error
    }
    let mayBeElsewhere =
      refusal == .staleHandle || refusal == .notPermitted || refusal == .notSupported
      || refusal == .notTerminal
    var fault = refusal
    guard mayBeElsewhere, let found = search(.id(id), kind, &fault) else {
      throw .openNamespaceID(id, refusal)
    }
    held.namespaces.hold(found, as: kind)
  }

  /// Looks for a namespace wherever one may be kept.
  /// - Parameter fault: gets what ended the search, if anything did.
  @inline(never)
  private func search(
    _ sought: SoughtNamespace, _ kind: NamespaceKind, _ fault: inout Errno
  ) -> NamespaceHandle? {
    do throws(InventoryFault) { return try Inventory.open(sought, kind) } catch {
      fault = error.errno ?? fault
      return nil
    }
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
