import Bytes
import Kernel

// Namespaces that are kept by a mount.

extension Scan {
  /// Looks at the mounts in this process's own mount namespace.
  func scanMounts(_ mounts: [NamespaceMount]) throws(InventoryFault) {
    var known = KnownMounts()
    for mount in mounts {
      if place(of: mount.number) == nil, looksAtDescriptors, request.discovery.contains(.mount) {
        examine(mount, at: mount.mountPoint, .mount(mount.mountPoint))
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
  private func examine(_ mount: NamespaceMount, at path: ByteString, _ holder: Holder) {
    do throws(Errno) {
      let place = try OwnedDescriptor(naming: path)
      guard try FileSystemType(of: place) == .nsfs, try place.inode() == mount.number else {
        return
      }
      // Only the real /proc can open what is named.
      let file = isRealProc ? try place.opened() : try OwnedDescriptor(given: path)
      examine(file, mount.number, holder)
    } catch {
      giveUpIfExhausted(error, path)
    }
  }

  /// Looks at the mounts in every other mount namespace that a process is in.
  func scanForeignMounts() throws(InventoryFault) {
    guard request.discovery.contains(.foreignMount), looksAtDescriptors else { return }
    let own = try? FileFacts(of: "/proc/self/ns/mnt").inode
    for (number, process) in mountNamespaces where number != own {
      let folder: ByteString = "/proc/\(process.number)"
      for mount in mounts(of: process) {
        let holder = Holder.foreignMount(process, mount.mountPoint)
        if place(of: mount.number) == nil {
          // Through the root of that process, since the path is the path in its view.
          examine(mount, at: "\(folder)/root\(mount.mountPoint)", holder)
        }
        if let place = place(of: mount.number) { note(holder, place) }
      }
    }
    if let fault { throw fault }
  }

  private func mounts(of process: ProcessID) -> [NamespaceMount] {
    let path: ByteString = "/proc/\(process.number)/mountinfo"
    do throws(Errno) {
      return MountTable.namespaceMounts(in: try OwnedDescriptor(reading: path).readAll())
    } catch {
      giveUpIfExhausted(error, path)
      return []
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
    var hash = mount.number
    for byte in mount.mountPoint.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if let place = index[hash] {
      if mounts[place] == mount || mounts.contains(mount) { return false }
    } else {
      index.set(hash, to: mounts.count)
    }
    mounts.append(mount)
    return true
  }
}
