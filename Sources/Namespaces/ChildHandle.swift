import Bytes
import CNamespaces
import Kernel
public import NamespaceValues
import Synchronization

/// A child that `clone` made, by its pidfd: until it was waited for no other process has its number, and nothing
/// that is done through this value ever reaches another one.
///
/// A handle that goes away without `wait()` leaves the child running; it is reaped if it has ended by then, and
/// stays a zombie otherwise until this process ends, as with fork(2).
public struct ChildHandle: ~Copyable, Sendable {
  /// As the PID namespace of this process has it.
  public let process: ProcessID
  let handle: ProcessHandle
  let end: ChildEnd

  /// - Parameters:
  ///   - pidfd: is taken over.
  ///   - report: the end of a pipe where the child says why it failed, is taken over; or -1.
  init(_ process: ProcessID, pidfd: Int32, report: Int32) throws(NamespaceError) {
    self.process = process
    end = ChildEnd(report: report)
    handle = ProcessHandle(
      taking: try attempt(Kernel.ProcessHandle(taking: pidfd)) { .descriptor(pidfd, $0) })
  }

  deinit { _ = try? end.reap(handle, waits: false) }

  /// A namespace of the child. In the hook of `clone` it is the new one, if there is one.
  /// - Throws: as `NamespaceHandle.init(_:of:)`.
  public func namespace(_ kind: NamespaceKind) throws(NamespaceError) -> NamespaceHandle {
    try NamespaceHandle(kind, of: handle)
  }

  /// Another handle of the process, which does not wait for it.
  public func processHandle() throws(NamespaceError) -> ProcessHandle {
    try ProcessHandle(duplicating: handle.file.number())
  }

  /// Sends a signal, pidfd_send_signal(2).
  /// - Throws: `.signal` with ESRCH where it was waited for.
  public func signal(_ signal: SignalNumber) throws(NamespaceError) { try handle.signal(signal) }

  /// Whether it has ended, after at most so long a wait: poll(2). It is not reaped.
  /// - Parameter time: rounded up to milliseconds.
  public func hasEnded(within time: Duration = .zero) throws(NamespaceError) -> Bool {
    let (seconds, attoseconds) = time.components
    // Far beyond either end there is nothing to add up.
    let whole = min(max(seconds, -1), 2_000_001)
    let milliseconds =
      whole * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    let limit = whole > 2_000_000 ? Int32.max : Int32(clamping: max(milliseconds, 0))
    let found = un_wait_end(handle.file.number(), -1, limit)
    return try attempt(check(found)) { .wait($0) } == 1
  }

  /// Waits until it ends, and reaps it: waitid(2) with P_PIDFD, Linux 5.4. Called again it says the same again.
  /// - Throws: `.child` where the function that ran in it threw; `.wait` with ECHILD where this process ignores SIGCHLD, so that
  ///   the kernel has forgotten how it ended; with EDEADLK in the hook of `clone`, for which the child waits.
  public func wait() throws(NamespaceError) -> ChildStatus {
    try end.mayWait()
    guard let status = try end.reap(handle, waits: true) else { throw .wait(.noProcess) }
    return status
  }

  /// Ends a child that has not begun, and reaps it.
  func kill() {
    do throws(NamespaceError) { try signal(.kill) } catch {
      // Where a filter refuses that: the number is the child's own, which nobody has waited for.
      if error.errno?.isRefusal == true, (try? hasEnded()) == false {
        try? Calls.kill(process, .kill)
      }
    }
    _ = try? end.reap(handle, waits: true)
  }
}

/// How a child ended, once that is known: it can be found out only once.
final class ChildEnd: Sendable {
  private struct State {
    var result: Result<ChildStatus, NamespaceError>?
    var report: Int32
    var hasBegun = false
  }
  private let state: Mutex<State>

  init(report: Int32) { state = Mutex(State(report: report)) }

  deinit {
    state.withLock { state in
      un_close(state.report)
    }
  }

  /// The child goes on: it can be waited for.
  func begin() { state.withLock { $0.hasBegun = true } }

  /// - Throws: EDEADLK where the child waits for the hook of `clone` to return.
  func mayWait() throws(NamespaceError) {
    if !(state.withLock { $0.hasBegun }) { throw .wait(.deadlock) }
  }

  /// - Returns: nil where it has not ended, and nobody waits.
  func reap(
    _ process: borrowing ProcessHandle, waits: Bool
  ) throws(NamespaceError) -> ChildStatus? {
    let pidfd = process.file.number()
    // Not under the lock, so that nobody who only looks has to wait as well.
    if waits { _ = un_wait_end(pidfd, -1, -1) }
    let result: Result<ChildStatus, NamespaceError>? = state.withLock { state in
      if let known = state.result { return known }
      var (isKilled, status): (Bool, Int32) = (false, 0)
      let found = un_reap(pidfd, waits, &isKilled, &status)
      if found == 0 { return nil }
      let result: Result<ChildStatus, NamespaceError> =
        if found < 0 {
          .failure(.wait(Errno(-found)))
        } else if let text = Self.report(of: &state) {
          .failure(.child(text))
        } else {
          .success(isKilled ? .killed(SignalNumber(status)) : .exited(status))
        }
      state.result = result
      return result
    }
    return try result?.get()
  }

  /// What the child said of its failure. It has ended, so it can say no more; but it may have children that have the
  /// pipe open.
  private static func report(of state: inout State) -> ByteString? {
    guard state.report >= 0 else { return nil }
    defer {
      un_close(state.report)
      state.report = -1
    }
    guard un_wait_end(state.report, -1, 0) == 1 else { return nil }
    var text = [UInt8](repeating: 0, count: ChildEnd.largestReport)
    let count = un_read_some(state.report, &text, text.count)
    return count > 0 ? ByteString(text[..<count]) : nil
  }

  /// How much a child says of its failure: what a pipe takes in one piece.
  static let largestReport = 4096
}
