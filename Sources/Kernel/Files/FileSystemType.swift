public import Bytes
import CKernel
public import NamespaceValues

/// The kind of a file system: the f_type of statfs(2).
public struct FileSystemType: Equatable, Sendable {
  let magic: Int64

  /// Control groups, version 1.
  public static let cgroup1 = FileSystemType(magic: 0x27_e0eb)
  /// Control groups, version 2.
  public static let cgroup2 = FileSystemType(magic: 0x6367_7270)
  /// Namespace files.
  public static let nsfs = FileSystemType(magic: 0x6e73_6673)
  /// proc(5).
  public static let proc = FileSystemType(magic: 0x9fa0)
  /// Pidfds, Linux 6.9.
  public static let pidfs = FileSystemType(magic: 0x5049_4446)
  /// SELinux.
  public static let selinux = FileSystemType(magic: 0xf97c_ff8c)

  /// FUSE, whose server may be anybody.
  public static let fuse = FileSystemType(magic: 0x6573_5546)
  /// Overlayfs, which asks the file systems below it.
  public static let overlay = FileSystemType(magic: 0x794c_7630)

  init(magic: Int64) { self.magic = magic }

  /// A type by its name in /proc/filesystems; nil for what need not be known.
  public init?(named name: ByteString) {
    for (known, magic) in Self.names where name == known {
      self.magic = magic
      return
    }
    return nil
  }

  private static let names: [(StaticString, Int64)] = [
    ("ext4", 0xef53), ("ext3", 0xef53), ("ext2", 0xef53), ("xfs", 0x5846_5342),
    ("btrfs", 0x9123_683e), ("bcachefs", 0xca45_1a4e), ("f2fs", 0xf2f5_2010), ("zfs", 0x2fc1_2fc1),
    ("tmpfs", 0x0102_1994), ("devtmpfs", 0x0102_1994), ("ramfs", 0x8584_58f6),
    ("rootfs", 0x8584_58f6), ("squashfs", 0x7371_7368), ("erofs", 0xe0f5_e1e2),
    ("iso9660", 0x9660), ("vfat", 0x4d44), ("overlay", 0x794c_7630), ("proc", 0x9fa0),
    ("sysfs", 0x6265_6572), ("cgroup", 0x27_e0eb), ("cgroup2", 0x6367_7270),
    ("nsfs", 0x6e73_6673), ("selinuxfs", 0xf97c_ff8c),
  ]

  /// Whether it is the kernel's own, which has nothing stored: sysfs(5), cgroups(7), namespaces,
  /// SELinux. Not proc(5), whose links lead anywhere.
  public var isOfKernel: Bool {
    switch magic {
    case 0x6265_6572: true
    default: self == .cgroup1 || self == .cgroup2 || self == .nsfs || self == .selinux
    }
  }

  /// Whether the kernel answers for it by itself: no server is asked, that may be dead or hostile.
  /// One that is not known is taken for one with a server.
  public var answersByItself: Bool {
    switch magic {
    // ext4, XFS, Btrfs, Bcachefs, F2FS, ZFS.
    case 0xef53, 0x5846_5342, 0x9123_683e, 0xca45_1a4e, 0xf2f5_2010, 0x2fc1_2fc1: true
    // tmpfs, ramfs.
    case 0x0102_1994, 0x8584_58f6: true
    // Squashfs, EROFS, ISO 9660, FAT.
    case 0x7371_7368, 0xe0f5_e1e2, 0x9660, 0x4d44: true
    default: false
    }
  }

  /// statfs(2).
  public init(at path: ByteString) throws(Errno) {
    var type: Int64 = 0
    try Errno.check(path.withCString { uy_file_system_type($0, &type) })
    magic = type
  }

  /// fstatfs(2).
  init(of descriptor: borrowing OwnedDescriptor) throws(Errno) {
    var type: Int64 = 0
    do throws(Errno) { try Errno.check(uy_file_system_type_of(descriptor.raw, &type)) } catch {
      if !error.isRefusal { throw error }
      // Some filters know only one of the two calls.
      self = try FileSystemType(at: "/proc/self/fd/\(descriptor.raw)")
      return
    }
    magic = type
  }
}
