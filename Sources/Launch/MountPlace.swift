import Bytes
import Kernel
import NamespaceValues

/// Where a new proc(5) or sysfs(5) is mounted, and what the one that was there before hides.
struct MountPlace: ~Copyable {
  private let directory: DirectoryHandle
  private let old: HiddenParts
  /// Whether the old one is in that very place.
  private let isOver: Bool

  init(_ directory: consuming DirectoryHandle, _ old: HiddenParts, isOver: Bool) {
    self.directory = directory
    self.old = old
    self.isOver = isOver
  }

  /// Mounts a new one there. What hid parts of the old one hides the same parts of the new one, and
  /// where nothing could be written to the old one, nothing can be to the new one: container engines
  /// do that. Nor does it show more processes, or files, than the old one did. The program may be one that has
  /// fewer rights than its caller, or can be reached by those inside through /proc/PID/root.
  /// - Throws: ENOTSUP where the old one is of other processes.
  func mount(_ type: ByteString) throws(Errno) {
    if type == "proc", isOver { try checkProcesses() }
    let new = try MountHandle(new: type, isReadOnly: old.isReadOnly, options: old.options)
    try new.place(over: directory)
    // The directory is still the old one's, with its mounts. Nobody can look in between: they are
    // this process's own, and it hides.
    for path in old.covers {
      let cover = try MountHandle(copyOf: path, below: directory)
      do throws(Errno) { try cover.place(at: path, below: new) } catch {
        // The new one has nothing there that could be hidden.
        if error != .noEntry { throw error }
      }
    }
  }

  /// Makes sure that the old one is of this process's PID namespace, or of one around it, and so was made by who has
  /// rights over that: what one of other processes shows, and to whom, says nothing of these.
  /// - Throws: ENOTSUP where this process has no number there.
  private func checkProcesses() throws(Errno) {
    // The link itself, for those inside can mount that of another one on it.
    let link = try DirectoryHandle(entry: "self", of: directory)
    let mount = try directory.look(at: "", asksMount: false).mount
    guard try link.look(at: "", asksMount: false).mount == mount else { throw .notSupported }
    do throws(Errno) { try link.readLink("") { _ in } } catch {
      throw error == .noEntry ? .notSupported : error
    }
  }
}

extension Executor {
  /// Who made the mount namespace can have chosen what is mounted where, and covered the rest.
  mutating func askMountOwner() {
    // By a directory that was opened outside: the /proc in here can say anything.
    let own = try? held(files.ownDirectory?.openNamespace("ns/user")).inode()
    let owner = try? held(files.ownDirectory?.openNamespace("ns/mnt")).owner().inode()
    ownsMounts = own != nil && own == owner
  }

  /// Opens the table of mounts while the root directory is that of the mount namespace: it shows what is below the
  /// root directory of whoever opened it, and those inside can be in one that has no /proc.
  mutating func holdMounts(for path: ByteString) throws(LaunchFailure) {
    mounts = try attempt(held(files.ownDirectory?.openFile("mountinfo"))) { .mount(path, $0) }
  }

  /// Opens the place of a new proc(5) or sysfs(5).
  mutating func openMountPlace(
    _ type: ByteString, _ path: ByteString, avoidsLinks: Bool
  ) throws(LaunchFailure) {
    do throws(Errno) {
      let directory = try DirectoryHandle(path, avoidingLinks: avoidsLinks)
      let (old, isOver) = try whatIsHidden(type, directory, isTheirs: avoidsLinks)
      place = MountPlace(directory, old, isOver: isOver)
    } catch {
      throw .mount(path, error)
    }
  }

  /// Mounts it there.
  mutating func mountAtPlace(_ type: ByteString, _ path: ByteString) throws(LaunchFailure) {
    try attempt(held(place?.mount(type))) { .mount(path, $0) }
    place = nil
  }

  /// What the mount hides that is in the place of one that is to come; where that is none of its type, what
  /// any hides in this mount namespace.
  /// - Parameter isTheirs: whether the place is one among files of others.
  private func whatIsHidden(
    _ type: ByteString, _ directory: borrowing DirectoryHandle, isTheirs: Bool
  ) throws(Errno) -> (HiddenParts, isOver: Bool) {
    let look = try directory.look(at: "", asksMount: false)
    // Before Linux 5.8 mounts have no number to be known by. What hides something is then not found.
    if look.mount == 0 { throw .notSupported }
    // After the place was opened, which keeps its number from being given to another mount.
    try held(mounts?.rewind())
    let table = MountTable(try held(mounts?.readAll(inPiecesOf: 1 << 16, upTo: 1 << 24)))
    let meansGroup = type == "proc" && hasGroupsOfMachine()
    // A mount that is not in the table was not made a slave: what comes to it would get out.
    guard let isWhole = table.isWhole(look.mount, type) else { throw .invalidArgument }
    // The root of both has this number.
    if look.inode == 1, isWhole {
      let below = try self.table(below: directory)
      return (try below.hidden(by: look.mount, type, meansGroup: meansGroup), isOver: true)
    }
    // Who made the mount namespace by a user namespace of his own can have hidden what hides something.
    if isTheirs, !ownsMounts { throw .notSupported }
    return (try table.hiddenByAny(type, meansGroup: meansGroup), isOver: false)
  }

  /// The table of the mounts on a mount, with names below that one, as whoever has it as the root directory sees it.
  /// Those inside can rename the directories above while the table is read, so that one line does not belong to the
  /// other, but nothing in a proc(5) or sysfs(5).
  private func table(below directory: borrowing DirectoryHandle) throws(Errno) -> MountTable {
    // That of whoever opens it.
    let path: ByteString = "../self/mountinfo"
    let file = try held(files.ownDirectory?.openFile(path, asRoot: directory))
    return MountTable(try file.readAll(inPiecesOf: 1 << 16, upTo: 1 << 24))
  }

  /// Whether all group ids of this process's user namespace are those of the machine: the kernel shows `gid=` in
  /// the one way and reads it in the other.
  private func hasGroupsOfMachine() -> Bool {
    guard let map = try? held(files.ownDirectory?.openFile("gid_map")).readAll(limit: 1 << 16)
    else { return false }
    return IDMapping.parse(map: map[...]) == [IDMapping(inner: 0, outer: 0, count: .max)]
  }
}
