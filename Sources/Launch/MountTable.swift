import Bytes
import NamespaceValues

/// What a mounted proc(5) or sysfs(5) does not show, or not let write.
struct HiddenParts {
  /// The names below it of what is mounted on it.
  var covers: [ByteString] = []
  var isReadOnly = false
  /// Whom it shows what, for `MountHandle`: `hidepid=`, `gid=`, `subset=`, each with a comma after it.
  var options: ByteString = ""
}

/// The mounts of a mount namespace: proc_pid_mountinfo(5). Pure.
struct MountTable {
  private var lines: [MountLine] = []

  init(_ content: [UInt8]) {
    for line in content.split(separator: UInt8(ascii: "\n")) {
      if let line = MountLine(line) { lines.append(line) }
    }
  }

  /// Whether a mount is of a whole file system of a type; nil where it is not in the table. A file server need not be
  /// asked for it.
  func isWhole(_ mount: UInt32, _ type: ByteString) -> Bool? { line(of: mount)?.isWhole(type) }

  private func line(of mount: UInt32) -> MountLine? {
    let number: ByteString = "\(mount)"
    return lines.first { $0.number == number }
  }

  /// What the mount of a number hides, in a table whose names begin there.
  /// - Parameter meansGroup: whether a group id of the table is the same group for this process.
  /// - Throws: EINVAL where it is not in the table, and so not one of this process's; ENOTSUP where it is not known
  ///   what is hidden, or cannot be said here.
  func hidden(
    by mount: UInt32, _ type: ByteString, meansGroup: Bool
  ) throws(Errno) -> HiddenParts {
    guard let base = line(of: mount) else { throw .invalidArgument }
    if !base.isWhole(type) || base.point != "/" { throw .notSupported }
    var hidden = HiddenParts()
    hidden.isReadOnly = base.isReadOnly
    hidden.options = try base.procOptions(meansGroup: meansGroup)
    // Before Linux 6.17 a slave can still be one of these, and a copy of what it is on goes without it.
    if lines.contains(where: { $0.isUnbindable }) { throw .notSupported }
    for line in lines where line.parent == base.number {
      let name = ByteString(line.point.bytes.dropFirst())
      // The kernel writes some bytes in another way.
      if name.isEmpty || name.bytes.contains(UInt8(ascii: "\\")) { throw .notSupported }
      hidden.covers.append(name)
      if hidden.covers.count > Self.most { throw .notSupported }
    }
    // What is below another one is covered itself, and on the way to it those inside can have a file server.
    hidden.covers = hidden.covers.filter { name in
      !hidden.covers.contains { other in
        let folder: ByteString = "\(other)/"
        return name.bytes.starts(with: folder.bytes)
      }
    }
    return hidden
  }

  /// How many mounts of a kind are looked at: each takes a look at all others, of which those inside can make as many
  /// as they like.
  private static let most = 1000

  /// What any whole file system of a type hides, wherever it is mounted: those inside may have been kept from each
  /// of them. The kernel asks the same of whoever is root of a user namespace only, mount_namespaces(7).
  /// - Returns: no covers, for they cannot be had from there.
  /// - Throws: ENOTSUP where there is none, so that all of it is hidden, where two hide processes in different
  ///   ways, or where one has something mounted on it that may hide something; as `hidden(by:)`.
  func hiddenByAny(_ type: ByteString, meansGroup: Bool) throws(Errno) -> HiddenParts {
    var all: HiddenParts?
    var count = 0
    for whole in lines where whole.isWhole(type) {
      count += 1
      if count > Self.most { throw .notSupported }
      var one = HiddenParts()
      one.isReadOnly = all?.isReadOnly == true || whole.isReadOnly
      one.options = try whole.procOptions(meansGroup: meansGroup)
      if let all, all.options != one.options { throw .notSupported }
      for line in lines where line.parent == whole.number {
        // One on the whole of it counts by itself.
        if line.point == whole.point, line.isWhole(type) { continue }
        if !Self.hidesNothing(line.point) { throw .notSupported }
      }
      all = one
    }
    guard let all else { throw .notSupported }
    return all
  }

  /// Whether it is in a directory that the kernel made for nothing but a mount, and which is always empty. Only the
  /// end is asked: directories above can be renamed while the table is read, those in a proc(5) or sysfs(5) not.
  private static func hidesNothing(_ point: ByteString) -> Bool {
    let places: [ByteString] = [
      "/sys/fs/binfmt_misc", "/fs/nfsd", "/fs/cgroup", "/fs/bpf", "/fs/pstore",
      "/fs/fuse/connections",
      "/fs/selinux", "/kernel/debug", "/kernel/tracing", "/kernel/security", "/kernel/config",
      "/firmware/efi/efivars",
    ]
    return places.contains { ByteString(point.bytes.suffix($0.count)) == $0 }
  }
}

/// A line of that table.
private struct MountLine {
  let number: ByteString
  /// The mount that it is on.
  let parent: ByteString
  /// What of its file system is mounted.
  let root: ByteString
  /// Where.
  let point: ByteString
  let type: ByteString
  /// Whether the mount or its file system is read-only.
  let isReadOnly: Bool
  let isUnbindable: Bool
  /// Those of the file system.
  let options: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: " "))
    // Any number of others stands before a dash; the type, the source, which may be empty, and the options behind.
    var dash = 6
    var isUnbindable = false
    while dash < fields.count, ByteString(fields[dash]) != "-" {
      if ByteString(fields[dash]) == "unbindable" { isUnbindable = true }
      dash += 1
    }
    self.isUnbindable = isUnbindable
    guard dash + 2 < fields.count, let last = fields.last else { return nil }
    (number, parent) = (ByteString(fields[0]), ByteString(fields[1]))
    (root, point) = (ByteString(fields[3]), ByteString(fields[4]))
    type = ByteString(fields[dash + 1])
    options = last
    isReadOnly = Self.isReadOnly(fields[5]) || Self.isReadOnly(last)
  }

  /// Whether it is the whole file system, and not a part of it.
  func isWhole(_ type: ByteString) -> Bool { root == "/" && self.type == type }

  private static func isReadOnly(_ options: ArraySlice<UInt8>) -> Bool {
    ByteString(options.prefix { $0 != UInt8(ascii: ",") }) == "ro"
  }

  /// Those options of a proc(5) which say whom it shows what; of others, none.
  func procOptions(meansGroup: Bool) throws(Errno) -> ByteString {
    if type != "proc" { return "" }
    var known: ByteString = ""
    for field in options.split(separator: UInt8(ascii: ",")) {
      let option = ByteString(field)
      // Labels come by themselves.
      if option == "rw" || option == "ro" || option == "seclabel" { continue }
      let isGroup = field.starts(with: literalBytes("gid="))
      let isKnown =
        isGroup || field.starts(with: literalBytes("hidepid="))
        || field.starts(with: literalBytes("subset="))
      // What is not known may be what hides something.
      guard isKnown, !isGroup || meansGroup else { throw .notSupported }
      known = "\(known)\(option),"
    }
    return known
  }
}
