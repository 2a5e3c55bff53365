import Bytes
import Kernel
import NamespaceValues

// MARK: /proc

extension LiveEvidence {
  /// Opens a file of /proc. Something else may be mounted on it: a FIFO, or a file system that never
  /// answers.
  @inline(never)
  func openFile(ofProc name: ByteString) throws(Errno) -> OpenFile {
    let proc = try proc()
    if isAmongOthersFiles { return try proc.openFile(within: name) }
    let (folder, last) = name.splitAtLastSlash
    let directory = try self.folder(folder, of: proc)
    let look = try directory.lookAtEntry(last, asksMount: false)
    guard look.isRegular, look.isOnMount(of: try directory.look(at: "", asksMount: false)) else {
      throw Self.unknownProc
    }
    return try directory.openFile(entry: last)
  }

  /// What is at a path of /proc. Of its links only those that stand for namespaces are followed, which
  /// lead where nobody has to be asked.
  @inline(never)
  func look(ofProc name: ByteString) throws(Errno) -> FileLook {
    let proc = try proc()
    let (folder, last) = name.splitAtLastSlash
    let directory = try self.folder(folder, of: proc)
    let look = try directory.lookAtEntry(last, asksMount: !mayBeFiltered)
    if isAmongOthersFiles || !look.isLink { return look }
    if folder.isEmpty {
      return try self.folder(name, of: proc).look(at: "", asksMount: !mayBeFiltered)
    }
    guard folder.splitAtLastSlash.last == "ns" else { throw Self.unknownProc }
    return try directory.look(at: last, asksMount: !mayBeFiltered)
  }

  /// Opens a folder of /proc without leaving its mount.
  @inline(never)
  func folder(
    _ path: ByteString, of proc: borrowing DirectoryHandle
  ) throws(Errno) -> DirectoryHandle {
    if !isAmongOthersFiles { return try walk.folder(path, of: proc) }
    return try DirectoryHandle(path.isEmpty ? "." : path, within: proc)
  }

  /// The directory /proc, where it is known to be the kernel's.
  /// - Throws: `unknownProc` where it is not.
  @inline(never)
  func proc() throws(Errno) -> DirectoryHandle {
    do throws(Errno) {
      if isAmongOthersFiles {
        guard !mayBeFiltered else { throw Self.unknownProc }
        let directory = try DirectoryHandle(cached: "/proc")
        let look = try directory.look(at: "")
        // Not a part of one that was bound there.
        if look.fileSystem == .proc, look.inode == Self.rootOfProc { return directory }
      } else {
        let directory = try DirectoryHandle("/proc")
        let look = try directory.look(at: "", asksMount: !mayBeFiltered)
        // Before Linux 6.8, and where there may be a filter, it has to be asked.
        var type = look.fileSystem
        if type == nil { type = try directory.fileSystemType() }
        if type == .proc, look.inode == Self.rootOfProc { return directory }
      }
    } catch {
      // That there is no /proc says nothing of what would be in it.
    }
    throw Self.unknownProc
  }

  /// The inode of the directory that proc(5) begins with.
  private static var rootOfProc: UInt64 { 1 }

  /// Not an answer of the kernel: nothing may be concluded from it.
  private static var unknownProc: Errno { .contradiction }
}

extension ByteString {
  /// What follows `/proc/`; nil for any other path.
  var belowProc: ByteString? { hasPrefix("/proc/") ? dropFirst(6) : nil }

  /// The folder in which its last name is looked up, and that name.
  var entry: (folder: ByteString, name: ByteString) {
    let (before, last) = splitAtLastSlash
    return (before.isEmpty ? hasPrefix("/") ? "/" : "." : before, last)
  }

  /// What stands before its last slash, and after it.
  var splitAtLastSlash: (folder: ByteString, last: ByteString) {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return ("", self) }
    return (ByteString(bytes[..<slash]), dropFirst(slash + 1))
  }
}
