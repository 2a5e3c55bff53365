import Bytes
import Kernel
import Namespaces

// What processes hold open.

//
// A listing has to do with a handful of descriptors: beside /proc mostly three are open at once. So
// what is found is written down first, and looked at when the folder is closed.

extension Scan {
  /// Looks at the descriptors of a process. Where that is not allowed it has none. Of its sockets it
  /// only takes down which are new.
  func scanDescriptors(of process: ProcessID, _ directory: borrowing DirectoryHandle) {
    heldSockets.removeAll(keepingCapacity: true)
    guard !request.discovery.isDisjoint(with: [.descriptor, .socket]) else { return }
    heldNamespaces.removeAll(keepingCapacity: true)
    do throws(Errno) {
      try listDescriptors(of: process, in: try directory.openDirectory("fd"))
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/fd")
    }
    for held in heldNamespaces { examine(held, of: process, directory) }
  }

  private func listDescriptors(
    of process: ProcessID, in folder: borrowing DirectoryHandle
  ) throws(Errno) {
    let looksAtSockets = request.discovery.contains(.socket) && request.kinds.contains(.network)
    try folder.forEachNumber(in: ownEntries, fitsAtOnce: isRealProc) { entry in
      // It may be a file of a dead or hostile server, which must not be waited for (D-236).
      guard let file = try? folder.identity(of: entry) else { return }
      if let namespaceDevice, file.device == namespaceDevice {
        guard request.discovery.contains(.descriptor) else { return }
        note(.descriptor(process, entry.number), ofFound: file.inode)
        if needsLook(file.inode) { heldNamespaces.append((entry.number, file.inode)) }
      } else if file.isSocket, looksAtSockets, knownSockets[file.inode] == nil {
        heldSockets.append((entry.number, file.inode))
      }
    }
  }

  private func note(_ holder: Holder, ofFound number: UInt64) {
    if let place = place(of: number) { note(holder, place) }
  }

  private func needsLook(_ number: UInt64) -> Bool {
    rejected[number] == nil && !isExamined(number)
  }

  private func examine(
    _ held: HeldFile, of process: ProcessID, _ directory: borrowing DirectoryHandle
  ) {
    let holder = Holder.descriptor(process, held.descriptor)
    note(holder, ofFound: held.inode)
    guard needsLook(held.inode) else { return }
    do throws(Errno) {
      let file = try open(held, directory)
      if let file { examine(file, held.inode, holder) }
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/fd/\(held.descriptor)")
    }
  }

  /// Opens a namespace that a process holds. The process may have put something else there
  /// meanwhile, and opening that could wait for ever. What is only named stays what it is.
  private func open(
    _ held: HeldFile, _ directory: borrowing DirectoryHandle
  ) throws(Errno) -> NamespaceHandle? {
    let name: ByteString = "fd/\(held.descriptor)"
    let place = try directory.naming(name)
    let file = try place.identity()
    guard file.device == namespaceDevice, file.inode == held.inode else { return nil }
    return isRealProc ? try place.openNamespace() : try directory.openGivenNamespace(name)
  }

  /// Looks at the new sockets of the process that was looked at last.
  func scanSockets(of process: ProcessID) {
    guard !heldSockets.isEmpty else { return }
    let sockets = ProcessSockets(of: process)
    for held in heldSockets where knownSockets[held.inode] == nil {
      // The network namespace of a socket never changes, so one look is enough.
      if scanSocket(held.descriptor, sockets, of: process) { knownSockets.set(held.inode, to: 0) }
    }
  }

  /// - Returns: whether the namespace is known now. Where a process cannot be asked, because it ends
  ///   or is out of reach, another one that has the socket too may be.
  private func scanSocket(
    _ number: UInt64, _ sockets: ProcessSockets, of process: ProcessID
  ) -> Bool {
    guard let socket = Int32(exactly: number) else { return false }
    do throws(Errno) {
      let namespace = try sockets.networkNamespace(of: socket)
      let number = try namespace.inode()
      let holder = Holder.socket(process, UInt64(socket))
      note(holder, ofFound: number)
      if !isExamined(number) { examine(namespace, number, holder) }
      return true
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/fd")
      // Most processes of others may not be asked. But where one's own may not it is a filter, and
      // what only sockets hold would be missing without a word.
      if error.isRefusal, !knowsCopies {
        knowsCopies = true
        switch ProcessSockets.refusal(tryingWith: proc) {
        case .notPermitted?: fault = .read("sockets", error)
        case .noSystemCall?: note(unknown: .copy)
        default: break
        }
      }
      return false
    }
  }

  func isExamined(_ number: UInt64) -> Bool {
    place(of: number).map { namespaces[$0].isExamined } ?? false
  }

  /// Threads that are elsewhere than their process, and where its children will be.
  func scanTasks(of process: ProcessID, _ directory: borrowing DirectoryHandle) {
    if request.discovery.contains(.children) {
      for kind in kindsForChildren {
        scanLink("ns/\(kind.persistentName)", of: process, .children(process), directory)
      }
    }
    guard request.discovery.contains(.task) else { return }
    do throws(Errno) {
      scanTasks(of: process, in: try directory.openDirectory("task"), directory)
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/task")
    }
  }

  private func scanTasks(
    of process: ProcessID, in folder: borrowing DirectoryHandle,
    _ directory: borrowing DirectoryHandle
  ) {
    // A process that ends meanwhile has no more threads.
    try? folder.forEachNumber(in: ownEntries, fitsAtOnce: isRealProc) { entry in
      guard entry.number != UInt64(truncatingIfNeeded: process.number) else { return }
      let holder = Holder.task(process, entry.number)
      for kind in kinds {
        scanLink("task/\(entry.number)/\(kind.linkName)", of: process, holder, directory)
      }
      guard request.discovery.contains(.children) else { return }
      for kind in kindsForChildren {
        let name: ByteString = "task/\(entry.number)/ns/\(kind.persistentName)"
        scanLink(name, of: process, holder, directory)
      }
    }
  }

  /// The kinds in which children may be without their parent.
  private var kindsForChildren: [NamespaceKind] {
    [.pid, .time].filter { request.kinds.contains($0) }
  }

  /// A namespace by its link, if the process itself is not in it; opened only where it is new.
  private func scanLink(
    _ name: ByteString, of process: ProcessID, _ holder: Holder,
    _ directory: borrowing DirectoryHandle
  ) {
    do throws(Errno) {
      guard let number = bracketedNumber(try directory.linkText(of: name)),
        !ownNumbers.contains(number)
      else { return }
      if let place = place(of: number) { return note(holder, place) }
      let file = try directory.openNamespace(name)
      // It may lead elsewhere by now.
      if try file.inode() == number { examine(file, number, holder) }
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/\(name)")
    }
  }
}
