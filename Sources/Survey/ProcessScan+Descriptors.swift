import Bytes
import Kernel
import NamespaceValues

// What a process holds open.
//
// A listing has to do with a handful of descriptors: beside /proc mostly three are open at once. So
// what is found is written down first, and looked at when the folder is closed.

extension ProcessScan {
  /// Looks at the descriptors of the process. Where that is not allowed it has none. Of its sockets it
  /// only takes down which are new.
  func scanDescriptors(in directory: borrowing DirectoryHandle) {
    guard !request.discovery.isDisjoint(with: [.descriptor, .socket]) else { return }
    do throws(Errno) {
      try listDescriptors(in: try directory.openDirectory(context.descriptorFolder))
    } catch {
      giveUpIfExhausted(error, at: context.descriptorFolder)
    }
    for held in findings.descriptors where needsLook(held.inode) { ask(held, directory) }
  }

  private func listDescriptors(
    in folder: borrowing DirectoryHandle
  ) throws(Errno) {
    let looksAtNamespaces = request.discovery.contains(.descriptor)
    let looksAtSockets = request.discovery.contains(.socket) && request.kinds.contains(.network)
    try folder.forEachNumber(in: entries, fitsAtOnce: context.isRealProc) { entry in
      // It may be a file of a dead or hostile server, which must not be waited for (D-236).
      guard let file = try? folder.identity(of: entry) else { return }
      let held = ProcessFindings.HeldFile(descriptor: entry.number, inode: file.inode)
      if let device = context.namespaceDevice, file.device == device {
        guard looksAtNamespaces, request.wantsAllHolders || !known.isKnownByDescriptor(file.inode)
        else { return }
        findings.descriptors.append(held)
      } else if file.isSocket, looksAtSockets,
        request.wantsAllHolders || !known.isKnown(socket: file.inode)
      {
        unaskedSockets.append(held)
      }
    }
  }

  /// Whether a namespace that is held was not examined yet.
  func needsLook(_ number: UInt64) -> Bool {
    inquiry.found[number] == nil && known.needsLook(number)
  }

  private func ask(
    _ held: ProcessFindings.HeldFile, _ directory: borrowing DirectoryHandle
  ) {
    do throws(Errno) {
      let file = try open(held, directory)
      if let file { inquiry.ask(file, held.inode) }
    } catch {
      giveUpIfExhausted(error, at: "fd/\(held.descriptor)")
    }
  }

  /// Opens a namespace that the process holds. It may have put something else there meanwhile, and
  /// opening that could wait for ever. What is only named stays what it is.
  private func open(
    _ held: ProcessFindings.HeldFile, _ directory: borrowing DirectoryHandle
  ) throws(Errno) -> NamespaceHandle? {
    let name: ByteString = "fd/\(held.descriptor)"
    let place = try directory.naming(name)
    let file = try place.identity()
    guard file.device == context.namespaceDevice, file.inode == held.inode else { return nil }
    return context.isRealProc
      ? try place.openNamespace(by: request.own) : try directory.openGivenNamespace(name)
  }
}
