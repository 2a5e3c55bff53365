public import Bytes
import Kernel
public import Launch
public import Namespaces

/// The files of the machine this runs on.
public struct LiveEntryFiles: EntryFiles, ~Copyable {
  private var held = HeldFiles()
  private var namespaceIDs: NamespaceIDOpener?

  public init() {}

  /// What was opened.
  public consuming func take() -> HeldFiles { held }

  public mutating func choose(_ target: NsenterIntent.Target) throws(NsenterError) {
    held.close(.target)
    guard let inode = target.inode else { return }
    let process: OwnedDescriptor
    do throws(Errno) { process = try Calls.openProcess(target.process) } catch {
      throw .identify(target.process, error)
    }
    do throws(Errno) {
      // Elsewhere all pidfds have one inode, which identifies nothing.
      guard try FileSystemType(of: process) == .pidfs else { throw Errno.notSupported }
    } catch {
      throw .identify(target.process, error)
    }
    let found: UInt64
    do throws(Errno) { found = try process.inode() } catch { throw .inode(error) }
    if found != inode { throw .identify(target.process, .noProcess) }
    // Kept: a second look by number could find another process (docs/deviations.md D-116).
    held.hold(process, as: .target)
  }

  public mutating func openNamespace(
    _ kind: NamespaceKind, at path: ByteString
  ) throws(NsenterError) {
    try open(path, as: .namespace(kind))
  }

  public mutating func openNamespace(
    _ kind: NamespaceKind, withID id: UInt64
  ) throws(NsenterError) {
    if namespaceIDs == nil {
      do throws(Errno) { namespaceIDs = try NamespaceIDOpener() } catch {
        throw .namespaceHandles(error)
      }
    }
    held.close(.namespace(kind))
    do throws(Errno) {
      if let namespace = try namespaceIDs?.open(id) {
        held.hold(namespace, as: .namespace(kind))
      }
    } catch {
      throw .openNamespaceID(id, error)
    }
  }

  public mutating func openRoot(_ path: ByteString) throws(NsenterError) {
    try open(path, as: .root)
  }

  public mutating func openWorkingDirectory(_ path: ByteString) throws(NsenterError) {
    try open(path, as: .workingDirectory)
  }

  private mutating func open(_ path: ByteString, as file: HeldFile) throws(NsenterError) {
    // First: the numbers of descriptors appear in messages.
    held.close(file)
    do throws(Errno) { held.hold(try OwnedDescriptor(given: path), as: file) } catch {
      throw .open(path, error)
    }
  }
}
