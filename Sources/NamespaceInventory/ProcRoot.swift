import Bytes
import Kernel
import NamespaceValues

/// Which proc(5) is asked.
enum ProcRoot {
  /// The directory of the calling thread in the proc(5) of a request, or else in /proc: that of a PID
  /// namespace in which this process is not has none. Of a folder, `self`.
  static func own(
    for request: NamespaceListing.Request
  ) throws(NamespaceListingError) -> ByteString {
    let root = request.root
    guard root.hasPrefix("/") else { throw .rootIsRelative(root) }
    if !(try isProc(root)) {
      guard request.acceptsFolder else { throw .rootIsNoProc(root) }
      return "\(root)/self"
    }
    // A thread may be in another mount namespace than its process, and have descriptors of its own.
    for place in [root, "/proc"] as [ByteString] {
      let own: ByteString = "\(place)/thread-self"
      if (try? DirectoryHandle(own)) != nil, try isProc(place) { return own }
    }
    throw .unreadable("\(root)/thread-self", .noEntry)
  }

  private static func isProc(_ path: ByteString) throws(NamespaceListingError) -> Bool {
    do throws(Errno) {
      // It is only named: whatever waits there is not waited for.
      return try NamedFile(path).fileSystemType() == .proc
    } catch {
      throw .unreadable(path, error)
    }
  }
}
