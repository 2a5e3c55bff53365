public import Bytes
import CKernel
public import NamespaceValues

/// What is at a path, named without being opened, open(2) with O_PATH: nothing is waited for, and no
/// device notices. It stays what it is, whatever comes to that path.
@frozen public struct NamedFile: ~Copyable {
  let descriptor: OwnedDescriptor

  init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }

  /// Names whatever is at a path, open(2) with O_PATH.
  public init(_ path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path, O_PATH)
  }

  /// Names what is at a path as far as that takes no question to a file system: openat2(2) with
  /// RESOLVE_CACHED. Throws what `Errno.isNoCachedAnswer` knows where one would have to be asked.
  public init(cached path: ByteString) throws(Errno) {
    descriptor = try OwnedDescriptor(path.withCString { uy_open_cached(AT_FDCWD, $0) })
  }

  /// What it is, statx(2) and statmount(2).
  /// - Parameter asksMount: whether statmount(2) may be called.
  public func look(asksMount: Bool = true) throws(Errno) -> FileLook {
    try FileLook(of: "", below: descriptor.raw, asksMount: asksMount)
  }

  /// Opens for reading what this was seen to be.
  /// - Parameter proc: /proc, known to be the kernel's, and this process's.
  public func openFile(through proc: borrowing DirectoryHandle) throws(Errno) -> OpenFile {
    let own = try DirectoryHandle("self/fd", within: proc)
    return OpenFile(try own.descriptor.open("\(descriptor.raw)", OwnedDescriptor.given))
  }

  /// Which file this is, statx(2) with AT_STATX_DONT_SYNC.
  public func identity() throws(Errno) -> FileIdentity {
    try FileIdentity(of: "", below: descriptor.raw)
  }

  /// The type of the file system it is on, fstatfs(2).
  public func fileSystemType() throws(Errno) -> FileSystemType {
    try FileSystemType(of: descriptor)
  }

  /// Opens for reading the namespace that this was seen to be, through the folder of this process's
  /// descriptors.
  /// - Parameter own: the directory of this process in a proc(5).
  public func openNamespace(by own: ByteString = "/proc/self") throws(Errno) -> NamespaceHandle {
    try NamespaceHandle("\(own)/fd/\(descriptor.raw)")
  }
}
