import Bytes
import Kernel
import NamespaceValues

/// Whether only root and the caller can have named a control group. The text of its path does not say it: a service
/// to which systemd delegates a group, for a user, has one that looks like the system's.
///
/// Who may make groups in a group owns its directory. The group itself may be anybody's: what is in it goes by
/// its name.
struct GroupTrust {
  private let caller: UserID
  /// In which groups this process is, by which it is seen that a directory is the root of its hierarchy.
  private let own: [CgroupPath]

  /// - Parameter own: the /proc/PID/cgroup of this process.
  init(for caller: UserID, _ own: [UInt8]) {
    self.caller = caller
    self.own = CgroupPath.all(in: own)
  }

  /// Whose a group is; nil where nobody but root and the caller can have named it.
  /// - Returns: -1 where that cannot be known: it is not below the root of the hierarchy that is seen here, which
  ///   may itself be below a user's.
  func stranger(_ group: CgroupOwner) -> Int64? {
    var isFound = false
    let roots: [(ByteString, FileSystemType)] = [
      ("/sys/fs/cgroup", .cgroup2), ("/sys/fs/cgroup/unified", .cgroup2),
      ("/sys/fs/cgroup/systemd", .cgroup1), ("/sys/fs/cgroup/pids", .cgroup1),
    ]
    for (root, type) in roots {
      guard let root = try? DirectoryHandle(root), (try? root.fileSystemType()) == type, isOwn(root)
      else { continue }
      // One that is there in several hierarchies must be nobody else's in any.
      do throws(Errno) {
        if let stranger = try stranger(group, below: root) { return stranger }
        isFound = true
      } catch { if error != .noEntry { return -1 } }
    }
    return isFound ? nil : -1
  }

  /// Whether a directory is the root of what this process sees as a hierarchy.
  private func isOwn(_ root: borrowing DirectoryHandle) -> Bool {
    for path in own {
      guard let file = try? root.openFile(".\(path.text)/cgroup.procs"),
        let content = try? file.readAll(inPiecesOf: 4096, upTo: 1 << 20)
      else { continue }
      let lines = Fields(content, by: UInt8(ascii: "\n"))
      for line in 0..<lines.count {
        if lines.slice(line).wholeNumber == UInt64(Calls.ownProcess.number) { return true }
      }
    }
    return false
  }

  /// The same in a hierarchy. Throws ENOENT where it is not in that one.
  private func stranger(
    _ group: CgroupOwner, below root: borrowing DirectoryHandle
  ) throws(Errno) -> Int64? {
    let parts = Fields(Array(group.path.bytes), by: UInt8(ascii: "/"))
    var stranger: Int64?
    var path: ByteString = "."
    for part in 0..<parts.count {
      if parts.isText(part, "..") { return -1 }
      let look = try root.lookAtEntry(path, asksMount: false)
      let isOwn = look.user == UserID(0) || look.user == caller || look.user == group.user
      if !isOwn || look.mode & 0o022 != 0 { stranger = stranger ?? Int64(look.user.number) }
      path = "\(path)/\(ByteString(parts.slice(part)))"
    }
    // Is it there at all?
    _ = try root.lookAtEntry(path, asksMount: false)
    return stranger
  }
}
