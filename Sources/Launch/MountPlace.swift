import Bytes
import Kernel
import NamespaceValues

/// Where a new proc(5) or sysfs(5) is mounted, and what the one that was there before hides.
struct MountPlace: ~Copyable {
  private let directory: DirectoryHandle
  private let old: Old?

  /// What there was of the same file system.
  struct Old {
    /// The names below it of what is mounted on it.
    var covers: [ByteString]
    var isReadOnly: Bool
    /// Whom it shows what, for `MountHandle`.
    var options: ByteString
  }

  init(_ directory: consuming DirectoryHandle, _ old: Old?) {
    self.directory = directory
    self.old = old
  }

  /// Mounts a new one there. What hid parts of the old one hides the same parts of the new one, and
  /// where nothing could be written to the old one, nothing can be to the new one: container engines
  /// do that. Nor does it show more processes, or files, than the old one did. The program may be one that has
  /// fewer rights than its caller, or can be reached by those inside through /proc/PID/root.
  func mount(_ type: ByteString) throws(Errno) {
    let new = try MountHandle(
      new: type, isReadOnly: old?.isReadOnly ?? false, options: old?.options ?? "")
    try new.place(over: directory)
    // The directory is still the old one's, with its mounts. Nobody can look in between: they are
    // this process's own, and it hides.
    for path in old?.covers ?? [] {
      let cover = try MountHandle(copyOf: path, below: directory)
      do throws(Errno) { try cover.place(at: path, below: new) } catch {
        // The new one has nothing there that could be hidden.
        if error != .noEntry { throw error }
      }
    }
  }
}

/// The names, below the mount of a number, of the mounts that are directly on it.
/// - Parameter table: proc_pid_mountinfo(5).
/// - Throws: ENOTSUP where a name is one that the kernel writes in another way.
func covers(of mount: UInt32, in table: [UInt8]) throws(Errno) -> [ByteString] {
  let number: ByteString = "\(mount)"
  var base: Int?
  var points: [ArraySlice<UInt8>] = []
  for line in table.split(separator: UInt8(ascii: "\n")) {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
    guard fields.count == 6 else { continue }
    if ByteString(fields[0]) == number {
      base = fields[4].count
    } else if ByteString(fields[1]) == number {
      points.append(fields[4])
    }
  }
  // A mount that is not in the table is not one of this process's.
  guard let base else { throw .invalidArgument }
  var found: [ByteString] = []
  for point in points {
    let name = ByteString(point.dropFirst(base + 1))
    if name.isEmpty || name.bytes.contains(UInt8(ascii: "\\")) { throw .notSupported }
    found.append(name)
  }
  return found
}

/// The options of the proc(5) in the mount of a number which say whom it shows what, each with a comma after it:
/// `hidepid=`, `gid=`, `subset=`.
/// - Parameters:
///   - table: proc_pid_mountinfo(5).
///   - meansGroup: whether a group id of the table is the same group for this process.
/// - Throws: ENOTSUP where one of them is not known, or cannot be said here.
func procOptions(
  of mount: UInt32, in table: [UInt8], meansGroup: Bool
) throws(Errno) -> ByteString {
  let number: ByteString = "\(mount)"
  for line in table.split(separator: UInt8(ascii: "\n")) {
    let fields = line.split(separator: UInt8(ascii: " "))
    // The options of the file system are the last field, behind its type and its source.
    guard let first = fields.first, let last = fields.last, ByteString(first) == number else {
      continue
    }
    var options: ByteString = ""
    for field in last.split(separator: UInt8(ascii: ",")) {
      let option = ByteString(field)
      // Read-only is found by fstatfs(2), labels come by themselves.
      if option == "rw" || option == "ro" || option == "seclabel" { continue }
      let isGroup = field.starts(with: literalBytes("gid="))
      let isKnown =
        isGroup || field.starts(with: literalBytes("hidepid="))
        || field.starts(with: literalBytes("subset="))
      // What is not known may be what hides something.
      guard isKnown, !isGroup || meansGroup else { throw .notSupported }
      options = "\(options)\(option),"
    }
    return options
  }
  throw .invalidArgument
}

extension Executor {
  /// Opens the place of a new proc(5) or sysfs(5).
  mutating func openMountPlace(
    _ type: ByteString, _ path: ByteString, avoidsLinks: Bool
  ) throws(LaunchFailure) {
    do throws(Errno) {
      let directory = try DirectoryHandle(path, avoidingLinks: avoidsLinks)
      let old = try whatIsMounted(type, directory)
      place = MountPlace(directory, old)
    } catch {
      throw .mount(path, error)
    }
  }

  /// Mounts it there.
  mutating func mountAtPlace(_ type: ByteString, _ path: ByteString) throws(LaunchFailure) {
    try attempt(held(place?.mount(type))) { .mount(path, $0) }
    place = nil
  }

  /// What there is at a place of a file system that is to come; nil where that is something else.
  private func whatIsMounted(
    _ type: ByteString, _ directory: borrowing DirectoryHandle
  ) throws(Errno) -> MountPlace.Old? {
    let look = try directory.look(at: "", asksMount: false)
    // The root of both has this number; of a part that is mounted elsewhere nothing is taken over.
    if look.inode != 1 { return nil }
    if try directory.fileSystemType() != FileSystemType(named: type) { return nil }
    // Before Linux 5.8 mounts have no number to be known by. What hides something is then not found.
    if look.mount == 0 { throw .notSupported }
    // By a directory that was opened outside: the /proc in here can say anything.
    let table = try held(files.ownDirectory?.openFile("mountinfo"))
      .readAll(inPiecesOf: 1 << 16, upTo: 1 << 24)
    return MountPlace.Old(
      covers: try covers(of: look.mount, in: table), isReadOnly: directory.isReadOnly(),
      options: type == "proc"
        ? try procOptions(of: look.mount, in: table, meansGroup: hasGroupsOfMachine()) : "")
  }

  /// Whether all group ids of this process's user namespace are those of the machine: the kernel shows `gid=` in
  /// the one way and reads it in the other.
  private func hasGroupsOfMachine() -> Bool {
    guard let map = try? held(files.ownDirectory?.openFile("gid_map")).readAll(limit: 1 << 16)
    else { return false }
    return IDMapping.parse(map: map[...]) == [IDMapping(inner: 0, outer: 0, count: .max)]
  }
}
