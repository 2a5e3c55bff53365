import CNamespaces
import Kernel
public import NamespaceValues

extension ChildHandle {
  /// Waits until the child ends, without keeping a thread of Swift concurrency from its work, and reaps it.
  /// - Throws: as the other one; `.cancelled` where the task was cancelled: the child goes on, and can be waited for again.
  public func wait() async throws(NamespaceError) -> ChildStatus {
    try end.mayWait()
    let pidfd = handle.file.number()
    let stop = try CancelSwitch()
    // It is found out on a thread that does nothing else: one for each child that is waited for.
    let found = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Int32, Never>) in
        let box = Unmanaged.passRetained(Wait(pidfd, stop.number, continuation))
        let refused = un_start_thread(
          { argument in
            guard let argument else { return }
            let wait = Unmanaged<Wait>.fromOpaque(argument).takeRetainedValue()
            wait.continuation.resume(returning: un_wait_end(wait.pidfd, wait.stop, -1))
          }, box.toOpaque())
        if refused < 0 {
          box.release()
          continuation.resume(returning: refused)
        }
      }
    } onCancel: {
      stop.cancel()
    }
    if found < 0 { throw .thread(Errno(-found)) }
    if found == 2 { throw .cancelled }
    return try ended()
  }

  /// The synchronous one, which has nothing to wait for any more.
  private func ended() throws(NamespaceError) -> ChildStatus { try wait() }
}

/// What the thread is given.
private final class Wait: Sendable {
  let pidfd: Int32
  let stop: Int32
  let continuation: CheckedContinuation<Int32, Never>

  init(_ pidfd: Int32, _ stop: Int32, _ continuation: CheckedContinuation<Int32, Never>) {
    (self.pidfd, self.stop, self.continuation) = (pidfd, stop, continuation)
  }
}

/// A pipe in which a word says that nobody wants to know any more.
private final class CancelSwitch: Sendable {
  let number: Int32
  private let writer: Int32

  init() throws(NamespaceError) {
    var pipe = try ChildPipe()
    (number, writer) = (pipe.takeReader(), pipe.takeWriter())
  }

  deinit {
    un_close(number)
    un_close(writer)
  }

  func cancel() {
    var word: UInt8 = 1
    _ = un_write(writer, &word, 1)
  }
}
