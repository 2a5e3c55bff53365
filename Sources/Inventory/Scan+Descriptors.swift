import Bytes
import Kernel

// What processes hold open.

extension Scan {
  /// Looks at the descriptors of a process. Where that is not allowed it has none.
  func scanDescriptors(of process: ProcessID, _ directory: borrowing OwnedDescriptor) {
    guard !request.discovery.isDisjoint(with: [.descriptor, .socket]) else { return }
    do throws(Errno) {
      scanDescriptors(of: process, in: try directory.openForReading("fd"))
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/fd")
    }
  }

  private func scanDescriptors(of process: ProcessID, in folder: borrowing OwnedDescriptor) {
    let looksAtSockets = request.discovery.contains(.socket) && request.kinds.contains(.network)
    var sockets: ProcessSockets?
    let failed = Result { () throws(Errno) in
      try folder.forEachNumber(in: ownEntries, fitsAtOnce: isRealProc) { entry in
        // It may be a file of a dead or hostile server, which must not be waited for (D-236).
        guard let file = try? folder.identity(of: entry) else { return }
        if let namespaceDevice, file.device == namespaceDevice {
          if request.discovery.contains(.descriptor) {
            scanDescriptor(entry, file.inode, of: process, in: folder)
          }
        } else if file.isSocket, looksAtSockets, knownSockets[file.inode] == nil {
          let opened = sockets ?? ProcessSockets(of: process)
          sockets = opened
          // The network namespace of a socket never changes, so one look is enough.
          if scanSocket(entry.number, opened, of: process) {
            knownSockets.set(file.inode, to: 0)
          }
        }
      }
    }
    if case .failure(let error) = failed {
      giveUpIfExhausted(error, "/proc/\(process.number)/fd")
    }
  }

  private func scanDescriptor(
    _ entry: NumberedEntry, _ number: UInt64, of process: ProcessID,
    in folder: borrowing OwnedDescriptor
  ) {
    let holder = Holder.descriptor(process, entry.number)
    if let place = place(of: number) { note(holder, place) }
    guard rejected[number] == nil, !isExamined(number) else { return }
    do throws(Errno) {
      // The process may have put something else there meanwhile, and opening that could wait for
      // ever. What is only named stays what it is.
      let place = try folder.naming(entry)
      let file = try place.identity()
      guard file.device == namespaceDevice, file.inode == number else { return }
      examine(isRealProc ? try place.opened() : try folder.openGiven(entry), number, holder)
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/fd/\(entry.number)")
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
      if let place = place(of: number) { note(holder, place) }
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
  func scanTasks(of process: ProcessID, _ directory: borrowing OwnedDescriptor) {
    if request.discovery.contains(.children) {
      for kind in kindsForChildren {
        scanLink("ns/\(kind.persistentName)", of: process, .children(process), directory)
      }
    }
    guard request.discovery.contains(.task) else { return }
    do throws(Errno) {
      scanTasks(of: process, in: try directory.openForReading("task"), directory)
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/task")
    }
  }

  private func scanTasks(
    of process: ProcessID, in folder: borrowing OwnedDescriptor,
    _ directory: borrowing OwnedDescriptor
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
    _ directory: borrowing OwnedDescriptor
  ) {
    do throws(Errno) {
      guard let number = bracketedNumber(try directory.linkText(of: name)),
        !ownNumbers.contains(number)
      else { return }
      if let place = place(of: number) { return note(holder, place) }
      let file = try directory.openForReading(name)
      // It may lead elsewhere by now.
      if try file.inode() == number { examine(file, number, holder) }
    } catch {
      giveUpIfExhausted(error, "/proc/\(process.number)/\(name)")
    }
  }
}
