public import Bytes
import CNamespaces
import Kernel
import NamespaceValues

extension NamespaceHandle {
  /// Keeps the namespace alive at a path, without a process: mount(2) with MS_BIND, as `ip netns add` and
  /// `unshare --net=FILE` do. Needs CAP_SYS_ADMIN for the mount namespace of this thread.
  /// - Parameter path: a file, which is made where there is none. It must not be in a mount that propagates where
  ///   the namespace is a mount namespace, mount_namespaces(7).
  /// - Throws: `.open` where the file cannot be made, `.mount`. Then a file that was made is gone again.
  public func persist(at path: ByteString) throws(NamespaceError) {
    guard isProcReal else { throw .mount(path, .noEntry) }
    let made = path.withCString { un_make_file($0) }
    if made < 0, Errno(-made) != .exists { throw .open(path, Errno(-made)) }
    do throws(Errno) {
      // The link of this thread: namespaces and descriptors are looked up by whoever asks.
      try Calls.bind("/proc/thread-self/fd/\(file.number())", onto: path)
    } catch {
      // Only what is surely ours, and holds nothing.
      if made >= 0 { _ = path.withCString { un_unlink($0) } }
      throw .mount(path, error)
    }
  }

  /// Ends what `persist(at:)` did: umount2(2) with MNT_DETACH, and unlink(2) of the file, where that is empty. The
  /// namespace is gone when nothing else holds it.
  /// - Parameter path: where a namespace is mounted. A link at its end is not followed.
  /// - Throws: `.notNamespace` where there is something else: nothing is unmounted then.
  public static func release(at path: ByteString) throws(NamespaceError) {
    guard isProcReal else { throw .open("/proc", .noEntry) }
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let folder: ByteString =
      slash.map { $0 == path.bytes.startIndex ? "/" : ByteString(path.bytes[..<$0]) } ?? "."
    let name = slash.map { ByteString(path.bytes[($0 + 1)...]) } ?? path
    var isNamespace = false
    let released = folder.withCString { folder in
      name.withCString { un_release(folder, $0, &isNamespace) }
    }
    if released < 0 {
      throw isNamespace ? .mount(path, Errno(-released)) : .open(path, Errno(-released))
    }
    if !isNamespace { throw .notNamespace }
  }
}
