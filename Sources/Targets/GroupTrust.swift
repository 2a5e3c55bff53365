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
  /// The directories that are the root of what this process sees as a hierarchy.
  private let roots: [ByteString]

  /// - Parameter own: the /proc/PID/cgroup of this process.
  init(for caller: UserID, _ own: [UInt8]) {
    self.caller = caller
    let paths = CgroupPath.all(in: own)
    let places: [(ByteString, FileSystemType)] = [
      ("/sys/fs/cgroup", .cgroup2), ("/sys/fs/cgroup/unified", .cgroup2),
      ("/sys/fs/cgroup/systemd", .cgroup1), ("/sys/fs/cgroup/pids", .cgroup1),
    ]
    var roots: [ByteString] = []
    for (place, type) in places {
      if let root = try? DirectoryHandle(place), (try? root.fileSystemType()) == type,
        Self.isRoot(root, of: paths)
      {
        roots.append(place)
      }
    }
    self.roots = roots
  }

  /// Whose a group is; nil where nobody but root and the caller can have named it.
  /// - Returns: -1 where that cannot be known: it is not below the root of the hierarchy that is seen here, which
  ///   may itself be below a user's.
  func stranger(_ group: CgroupOwner) -> Int64? {
    var isFound = false
    for root in roots {
      // One that is there in several hierarchies must be nobody else's in any.
      do throws(Errno) {
        if let stranger = try stranger(group, below: DirectoryHandle(root)) { return stranger }
        isFound = true
      } catch { if error != .noEntry { return -1 } }
    }
    return isFound ? nil : -1
  }

  /// Whether this process is in one of these groups, by their paths from a directory on.
  private static func isRoot(
    _ directory: borrowing DirectoryHandle, of own: [CgroupPath]
  ) -> Bool {
    for path in own {
      if !path.text.leadsOut, let members = try? directory.processes(ofGroup: ".\(path.text)"),
        members.contains(UInt64(Calls.ownProcess.number))
      {
        return true
      }
    }
    return false
  }

  /// The same in a hierarchy. Throws ENOENT where it is not in that one.
  private func stranger(
    _ group: CgroupOwner, below root: borrowing DirectoryHandle
  ) throws(Errno) -> Int64? {
    if group.path.leadsOut { return -1 }
    let parts = Fields(Array(group.path.bytes), by: UInt8(ascii: "/"))
    var stranger: Int64?
    var path: ByteString = "."
    for part in 0..<parts.count {
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

extension DirectoryHandle {
  /// The numbers of the processes in a control group, `cgroup.procs` of cgroups(7); 0 for each that has none here.
  /// - Parameter path: its directory, from this one on.
  func processes(ofGroup path: ByteString) throws(Errno) -> [UInt64] {
    let content = try openFile("\(path)/cgroup.procs").readAll(inPiecesOf: 4096, upTo: 1 << 20)
    let lines = Fields(content, by: UInt8(ascii: "\n"))
    var numbers: [UInt64] = []
    for line in 0..<lines.count {
      if let number = lines.slice(line).wholeNumber { numbers.append(number) }
    }
    return numbers
  }
}
