import Bytes
import Kernel
import NamespaceValues

// The network namespaces of the sockets a process has.

extension ProcessScan {
  /// Asks the sockets of the process that are new.
  func scanSockets() {
    guard !unaskedSockets.isEmpty else { return }
    let sockets = ProcessSockets(of: process)
    // The network namespace of a socket never changes, so one look is enough.
    var asked = NumberIndex()
    for var socket in unaskedSockets where asked[socket.inode] == nil {
      guard let namespace = ask(socket, sockets) else { continue }
      asked.set(socket.inode, to: 0)
      socket.namespace = namespace
      findings.sockets.append(socket)
    }
  }

  /// - Returns: the number of its namespace. Where a process cannot be asked, because it ends or is
  ///   out of reach, another one that has the socket too may be.
  private func ask(
    _ socket: ProcessFindings.HeldFile, _ sockets: ProcessSockets
  ) -> UInt64? {
    guard let descriptor = Int32(exactly: socket.descriptor) else { return nil }
    do throws(Errno) {
      let namespace = try sockets.networkNamespace(of: descriptor)
      let number = try namespace.inode()
      if inquiry.found[number] == nil, !known.isExamined(number) {
        inquiry.ask(namespace, number)
      }
      return number
    } catch {
      giveUpIfExhausted(error, at: "fd")
      if error.isRefusal { tryCopies(insteadOf: error) }
      return nil
    }
  }

  /// Most processes of others may not be asked. But where one's own may not it is a filter, and what
  /// only sockets hold would be missing without a word.
  private func tryCopies(insteadOf error: Errno) {
    if known.hasTriedCopies || findings.hasTriedCopies { return }
    findings.hasTriedCopies = true
    switch ProcessSockets.refusal(tryingWith: context.proc) {
    case .notPermitted?: inquiry.found.fault = .read("sockets", error)
    case .noSystemCall?: findings.lacksCopies = true
    default: break
    }
  }
}
