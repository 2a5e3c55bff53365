import Bytes

/// Mounts that were seen, to notice one that stands twice in the table. In constant time for each:
/// thousands may be of one namespace.
struct KnownMounts {
  private var mounts: [NamespaceMount] = []
  private var index = NumberIndex()

  /// False for one that was inserted before.
  mutating func insert(_ mount: NamespaceMount) -> Bool {
    var path = PathHash()
    for byte in mount.mountPoint.bytes { path.add(byte) }
    let hash = path.value ^ mount.number &* 0x100_0000_01b3
    if let place = index[hash] {
      if mounts[place] == mount || mounts.contains(mount) { return false }
    } else {
      index.set(hash, to: mounts.count)
    }
    mounts.append(mount)
    return true
  }
}
