import Bytes

/// Which places of a mount table lead into file systems that may ask a server, and wait for it.
struct RemoteMounts {
  /// File systems that answer by themselves, and which namespaces are mounted on. The others may be
  /// anybody's.
  private static let local: [StaticString] = [
    "bcachefs", "btrfs", "devtmpfs", "erofs", "ext2", "ext3", "ext4", "f2fs", "iso9660", "nsfs",
    "overlay", "proc", "ramfs", "rootfs", "squashfs", "sysfs", "tmpfs", "vfat", "xfs", "zfs",
  ]

  /// Hashes of mount points. Two that are equal make a path remote that is not: that is safe.
  private var index = NumberIndex()
  private var hasRoot = false

  /// Takes in a line of the table.
  mutating func insert(_ line: ArraySlice<UInt8>) {
    guard let fields = MountTable.Fields(line) else { return }
    let path = MountTable.unescaped(fields.mountPoint)
    if path == "/" { hasRoot = true }
    let fileSystem = ByteString(fields.fileSystem)
    if Self.local.contains(where: { fileSystem == $0 }) { return }
    var hash = PathHash()
    for byte in path.bytes { hash.add(byte) }
    index.set(hash.value, to: 0)
  }

  /// Whether the way to a mount point may lead through such a file system. So it may where the
  /// table does not say what is at its beginning: the root of a process need not be a mount.
  func areOnWay(to path: ByteString) -> Bool {
    if !hasRoot || index[PathHash.root] != nil { return true }
    var hash = PathHash()
    for byte in path.bytes {
      if byte == UInt8(ascii: "/"), index[hash.value] != nil { return true }
      hash.add(byte)
    }
    return false
  }
}

/// The hash of a path, byte by byte (FNV-1a).
struct PathHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  static var root: UInt64 {
    var hash = PathHash()
    hash.add(UInt8(ascii: "/"))
    return hash.value
  }
}
