import Bytes
import Kernel
import NamespaceValues

/// The way to the mount points of a mount namespace, as a process in it sees them. It never leads
/// into a file system that could keep the walker waiting (docs/deviations.md D-237).
struct MountWay {
  /// The directory of the process below /proc.
  private let process: ByteString
  /// What stands before its paths; nothing for this process.
  private let prefix: ByteString
  /// Read only where it is needed, and once.
  private var remote: RemoteMounts?

  init(of process: ByteString, prefix: ByteString = "") {
    (self.process, self.prefix) = (process, prefix)
  }

  /// Where this process finds a mount point.
  func path(of mountPoint: ByteString) -> ByteString { "\(prefix)\(mountPoint)" }

  /// Names what is at a mount point, without opening it.
  /// - Parameter isRealProc: false where /proc is a folder of somebody's, whose table says nothing.
  mutating func naming(
    _ mountPoint: ByteString, isRealProc: Bool
  ) throws(Errno) -> NamedFile {
    guard isRealProc, mountPoint.hasPrefix("/") else {
      return try NamedFile(path(of: mountPoint))
    }
    let root = try DirectoryHandle(path(of: "/"))
    let relative = mountPoint.count == 1 ? "." : mountPoint.dropFirst(1)
    do throws(Errno) {
      // A mount keeps all names on the way to it in memory, so no file system need be asked.
      return try root.namingCached(relative)
    } catch {
      // An older kernel, or one that is not certain at the moment. Anything else is an answer.
      guard error.isNoCachedAnswer else { throw error }
      if remote == nil { remote = try remoteMounts() }
      if remote?.areOnWay(to: mountPoint) ?? true { throw error }
      return try root.naming(relative)
    }
  }

  private func remoteMounts() throws(Errno) -> RemoteMounts {
    var found = RemoteMounts()
    try OpenFile(reading: "\(process)/mountinfo").forEachLine { found.insert($0) }
    return found
  }
}
