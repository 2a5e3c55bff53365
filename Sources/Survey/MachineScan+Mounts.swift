import Bytes
import Kernel
import NamespaceValues

// Namespaces that are kept by a mount.

extension MachineScan {
  /// Looks at the mounts in this process's own mount namespace.
  func scanMounts() throws(InventoryFault) {
    let request = context.request
    let isWay = request.discovery.contains(.mount)
    var known = KnownMounts()
    var way = MountWay(of: request.own)
    for mount in mounts where !builder.isOver {
      if isWay {
        take(mount, &way, .mount(mount.mountPoint), opening: builder.looksAtDescriptors)
      }
      guard request.wantsMountPoints, let place = builder.place(of: mount.number) else { continue }
      let name: ByteString = "\(builder.namespaces[place].kind.name):[\(mount.number)]"
      guard mount.root == name, known.insert(mount) else { continue }
      builder.add(mountPoint: mount.mountPoint, place)
    }
    try check()
  }

  /// Takes in a mount of a namespace, which is asked where it is new.
  private func take(
    _ mount: NamespaceMount, _ way: inout MountWay, _ holder: Holder, opening: Bool = true
  ) {
    var found = NamespaceFindings()
    if opening, !builder.knowledge.contains(mount.number) { found = findings(at: mount, &way) }
    builder.take(mount, holder, found)
  }

  /// Opens what is mounted somewhere. Another mount may cover it, so it is looked at before it is
  /// opened. In a foreign mount namespace a stranger may have put a device of ours there, by a link.
  private func findings(at mount: NamespaceMount, _ way: inout MountWay) -> NamespaceFindings {
    let inquiry = NamespaceInquiry(context, knowing: builder.knowledge)
    do throws(Errno) {
      let place = try way.naming(mount.mountPoint, isRealProc: context.isRealProc)
      let file = try place.identity()
      if file.inode == mount.number, try isNamespace(place, file) {
        // Only the real /proc can open what is named.
        let opened =
          context.isRealProc
          ? try place.openNamespace(by: context.request.own)
          : try NamespaceHandle(given: way.path(of: mount.mountPoint))
        inquiry.ask(opened, mount.number)
      }
    } catch {
      inquiry.found.giveUpIfExhausted(error, way.path(of: mount.mountPoint))
    }
    return inquiry.found
  }

  private func isNamespace(
    _ place: borrowing NamedFile, _ file: FileIdentity
  ) throws(Errno) -> Bool {
    // A file system is asked for its type only where that is the only way to know.
    if let device = context.namespaceDevice { return file.device == device }
    return try place.fileSystemType() == .nsfs
  }

  /// Looks at the mounts in every other mount namespace that a process is in.
  func scanForeignMounts() throws(InventoryFault) {
    guard context.request.discovery.contains(.foreignMount), builder.looksAtDescriptors else {
      return
    }
    let own = try? FileFacts(of: "\(context.request.own)/ns/mnt").inode
    for (number, process) in builder.mountNamespaces where number != own && !builder.isOver {
      scanMounts(of: process)
    }
    try check()
  }

  private func scanMounts(of process: ProcessID) {
    let folder = context.path(of: process)
    // Through the root of that process, since the paths are those in its view.
    var way = MountWay(of: folder, prefix: "\(folder)/root")
    do throws(Errno) {
      // Line by line: whoever made the namespace decides how many there are.
      try OpenFile(given: "\(folder)/mountinfo").forEachLine { line in
        guard !builder.isOver, let mount = MountTable.namespaceMount(in: line) else { return }
        take(mount, &way, .foreignMount(process, mount.mountPoint))
      }
    } catch {
      builder.giveUpIfExhausted(error, "\(folder)/mountinfo")
    }
  }
}
