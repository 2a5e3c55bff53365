public import Bytes
import CKernel
public import NamespaceValues

/// What a file is, found out without a question to its file system: neither a dead server nor a
/// hostile one is waited for. statx(2) with AT_STATX_DONT_SYNC, and statmount(2).
public struct FileLook: Equatable, Sendable {
  /// The number of the file system it is on.
  public var device: UInt64
  /// The number it has there.
  public var inode: UInt64
  /// As the user namespace of the calling process sees it; the overflow id where it has none.
  public var user: UserID
  /// As the user namespace of the calling process sees it; the overflow id where it has none.
  public var group: GroupID
  /// st_mode of stat(2): kind and permissions.
  public var mode: UInt32
  /// How many names it has, st_nlink of stat(2). A directory of control groups has 2, and one more for each
  /// directory in it.
  public var links: UInt64 = 1
  /// Nil where the kernel does not say it without asking: before Linux 6.8.
  public var fileSystem: FileSystemType?
  /// Whether its mount is known to be noexec, mount(8).
  public var forbidsPrograms = false
  /// The number of its mount in proc_pid_mountinfo(5); 0 where only its type was asked for, or it is
  /// not known: before Linux 5.8.
  public var mount: UInt32 = 0

  /// Looks at a path; links are followed.
  public init(at path: ByteString) throws(Errno) { try self.init(of: path, below: AT_FDCWD) }

  /// - Parameter asksMount: whether statmount(2) may be called. Some filters end whoever makes a call
  ///   that they do not know.
  init(
    of name: ByteString, below directory: Int32, follow: Bool = true, asksMount: Bool = true
  ) throws(Errno) {
    var look = uy_file_look()
    try Errno.check(name.withCString { uy_file_look(directory, $0, follow, asksMount, &look) })
    (device, inode, mode) = (look.device, look.inode, look.mode)
    links = UInt64(look.links)
    (user, group) = (UserID(look.user), GroupID(look.group))
    forbidsPrograms = look.forbids_programs
    mount = UInt32(truncatingIfNeeded: look.mount)
    fileSystem = look.file_system < 0 ? nil : FileSystemType(magic: look.file_system)
  }

  /// A look that a test makes up.
  public init(
    device: UInt64 = 0, inode: UInt64 = 0, user: UserID = UserID(0), group: GroupID = GroupID(0),
    mode: UInt32, links: UInt64 = 1, fileSystem: FileSystemType? = nil
  ) {
    (self.device, self.inode, self.mode, self.fileSystem) = (device, inode, mode, fileSystem)
    (self.user, self.group, self.links) = (user, group, links)
  }

  /// Whether a program's file gives it capabilities: getxattr(2) of security.capability.
  public static func givesCapabilities(_ path: ByteString) throws(Errno) -> Bool {
    try Errno.check(path.withCString { uy_gives_capabilities($0) }) != 0
  }

  /// Whether both are certain to be on one mount; on one file system, where the kernel does not number mounts.
  public func isOnMount(of other: FileLook) -> Bool {
    mount == other.mount && device == other.device
  }

  /// Whether it is a regular file.
  public var isRegular: Bool { mode & 0o170000 == 0o100000 }
  /// Whether it is a directory.
  public var isDirectory: Bool { mode & 0o170000 == 0o040000 }
  /// Whether it is a symbolic link.
  public var isLink: Bool { mode & 0o170000 == 0o120000 }
  /// Whether anybody may execute it: one of the three x bits.
  public var isExecutable: Bool { mode & 0o111 != 0 }
  /// Whether a program in it runs as its owner: S_ISUID.
  public var setsUser: Bool { mode & 0o4000 != 0 }
}
