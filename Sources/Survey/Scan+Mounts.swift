import Bytes
import Kernel
import Namespaces

// Namespaces that are kept by a mount.

extension Scan {
  /// Looks at the mounts in this process's own mount namespace.
  func scanMounts(_ mounts: [NamespaceMount]) throws(InventoryFault) {
    var known = KnownMounts()
    var way = MountWay(of: "/proc/self")
    for mount in mounts {
      if place(of: mount.number) == nil, looksAtDescriptors, request.discovery.contains(.mount) {
        examine(mount, &way, .mount(mount.mountPoint))
      }
      guard let place = place(of: mount.number) else { continue }
      if request.discovery.contains(.mount) { note(.mount(mount.mountPoint), place) }
      let name: ByteString = "\(namespaces[place].kind.name):[\(mount.number)]"
      guard request.wantsMountPoints, mount.root == name, known.insert(mount) else { continue }
      change(place) { $0.mountPoints.append(mount.mountPoint) }
    }
    if let fault { throw fault }
  }

  /// Opens what is mounted somewhere. Another mount may cover it, so it is looked at before it is
  /// opened. In a foreign mount namespace a stranger may have put a device of ours there, by a link.
  private func examine(_ mount: NamespaceMount, _ way: inout MountWay, _ holder: Holder) {
    do throws(Errno) {
      let place = try way.naming(mount.mountPoint, isRealProc: isRealProc)
      let file = try place.identity()
      guard file.inode == mount.number, try isNamespace(place, file) else { return }
      // Only the real /proc can open what is named.
      let opened =
        isRealProc
        ? try place.openNamespace() : try NamespaceHandle(given: way.path(of: mount.mountPoint))
      examine(opened, mount.number, holder)
    } catch {
      giveUpIfExhausted(error, way.path(of: mount.mountPoint))
    }
  }

  private func isNamespace(
    _ place: borrowing NamedFile, _ file: FileIdentity
  ) throws(Errno) -> Bool {
    // A file system is asked for its type only where that is the only way to know.
    if let namespaceDevice { return file.device == namespaceDevice }
    return try place.fileSystemType() == .nsfs
  }

  /// Looks at the mounts in every other mount namespace that a process is in.
  func scanForeignMounts() throws(InventoryFault) {
    guard request.discovery.contains(.foreignMount), looksAtDescriptors else { return }
    let own = try? FileFacts(of: "/proc/self/ns/mnt").inode
    for (number, process) in mountNamespaces where number != own { scanMounts(of: process) }
    if let fault { throw fault }
  }

  private func scanMounts(of process: ProcessID) {
    let folder: ByteString = "/proc/\(process.number)"
    // Through the root of that process, since the paths are those in its view.
    var way = MountWay(of: folder, prefix: "\(folder)/root")
    do throws(Errno) {
      // Line by line: whoever made the namespace decides how many there are.
      try OpenFile(reading: "\(folder)/mountinfo").forEachLine { line in
        guard fault == nil, let mount = MountTable.namespaceMount(in: line) else { return }
        let holder = Holder.foreignMount(process, mount.mountPoint)
        if place(of: mount.number) == nil { examine(mount, &way, holder) }
        if let place = place(of: mount.number) { note(holder, place) }
      }
    } catch {
      giveUpIfExhausted(error, "\(folder)/mountinfo")
    }
  }
}

/// Mounts that were seen, to notice one that stands twice in the table. In constant time for each:
/// thousands may be of one namespace.
private struct KnownMounts {
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
