import Bytes
import Kernel
import NamespaceValues

// Threads that are elsewhere than their process, and where its children will be.

extension ProcessScan {
  /// Looks at the threads of the process, and at where its children will be.
  func scanTasks(in directory: borrowing DirectoryHandle) {
    if request.discovery.contains(.children) {
      for kind in kindsForChildren {
        scanLink("ns/\(kind.persistentName)", nil, directory)
      }
    }
    guard request.discovery.contains(.task) else { return }
    do throws(Errno) {
      scanTasks(in: try directory.openDirectory("task"), of: directory)
    } catch {
      giveUpIfExhausted(error, at: "task")
    }
  }

  private func scanTasks(
    in folder: borrowing DirectoryHandle, of directory: borrowing DirectoryHandle
  ) {
    // A process that ends meanwhile has no more threads.
    try? folder.forEachNumber(in: entries, fitsAtOnce: context.isRealProc) { entry in
      guard entry.number != UInt64(truncatingIfNeeded: process.number) else { return }
      for kind in context.kinds {
        scanLink("task/\(entry.number)/\(kind.linkName)", entry.number, directory)
      }
      guard request.discovery.contains(.children) else { return }
      for kind in kindsForChildren {
        scanLink("task/\(entry.number)/ns/\(kind.persistentName)", entry.number, directory)
      }
    }
  }

  /// The kinds in which children may be without their parent.
  private var kindsForChildren: [NamespaceKind] {
    [.pid, .time].filter { request.kinds.contains($0) }
  }

  /// A namespace by its link, with the thread whose it is, if the process itself is not in it; opened only where it is new.
  private func scanLink(
    _ name: ByteString, _ thread: UInt64?, _ directory: borrowing DirectoryHandle
  ) {
    do throws(Errno) {
      guard let number = try directory.readLink(name, { bracketedNumber($0) }),
        !findings.memberships.contains(where: { $0.number == number })
      else { return }
      findings.links.append(ProcessFindings.Link(number: number, thread: thread))
      guard inquiry.found[number] == nil, !known.contains(number) else { return }
      let file = try directory.openGivenNamespace(name)
      // It may lead elsewhere by now.
      if try file.inode() == number { inquiry.ask(file, number) }
    } catch {
      giveUpIfExhausted(error, at: name)
    }
  }
}
