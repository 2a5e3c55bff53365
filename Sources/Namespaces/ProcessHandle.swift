import Bytes
import CNamespaces
import Kernel
public import NamespaceValues

/// A process by its pidfd, pidfd_open(2): it never comes to mean another one. Its descriptor is close-on-exec,
/// and closed when this value goes away.
public struct ProcessHandle: ~Copyable, Sendable {
  let file: Kernel.ProcessHandle

  init(taking file: consuming Kernel.ProcessHandle) { self.file = file }

  /// Opens the process with a number, as the PID namespace of this process has it: pidfd_open(2), Linux 5.3.
  /// - Throws: `.openProcess` with ESRCH where there is none, EINVAL for a thread.
  public init(_ process: ProcessID) throws(NamespaceError) {
    file = try attempt(Kernel.ProcessHandle(process)) { .openProcess(process, $0) }
  }

  /// Copies a pidfd that somebody else owns, and goes on owning, such as that of swift-subprocess: fcntl(2)
  /// F_DUPFD_CLOEXEC.
  /// - Throws: `.descriptor` with EBADF where it is not open, or no pidfd.
  public init(duplicating descriptor: Int32) throws(NamespaceError) {
    file = try attempt(Self.copy(descriptor)) { .descriptor(descriptor, $0) }
  }

  private static func copy(_ descriptor: Int32) throws(Errno) -> Kernel.ProcessHandle {
    let number = un_duplicate(descriptor)
    let copy = try Kernel.ProcessHandle(taking: number)
    // A file is always readable, as if it had ended, and a namespace can be entered.
    try check(un_check_pidfd(number))
    return copy
  }

  /// Whether the process has ended: poll(2).
  public func hasEnded() throws(NamespaceError) -> Bool {
    try attempt(file.hasEnded()) { .wait($0) }
  }

  /// Sends a signal, pidfd_send_signal(2). Needs what kill(2) needs.
  /// - Throws: `.signal` with ESRCH where the process has ended and was waited for.
  public func signal(_ signal: SignalNumber) throws(NamespaceError) {
    let result = un_signal(file.number(), signal.number)
    try attempt(check(result)) { .signal(signal, $0) }
  }

  /// Moves the calling thread into namespaces of the process, all of them or none: setns(2), Linux 5.8. What it
  /// means to the other threads: `NamespaceHandle.enter()`.
  public func enter(_ kinds: NamespaceSet) throws(NamespaceError) {
    if !kinds.holdsKindsOnly { throw .enter(kinds, .invalidArgument) }
    do throws(Errno) { try file.enter(kinds) } catch { throw .entering(kinds, error) }
  }

  /// Calls a function with the number of the pidfd, which is valid during the call only, and must not be closed
  /// there.
  public func withDescriptor<Result: ~Copyable, Failure: Error>(
    _ body: (Int32) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Open during the call, as this value is lent for as long.
    try body(file.number())
  }
}

// MARK: Its files below /proc

/// Whether /proc is proc(5): in a mount namespace of somebody else it may be a folder of his, whose links lead anywhere.
var isProcReal: Bool { (try? FileSystemType(at: "/proc")) == .proc }

extension ProcessHandle {
  /// The folder of the process below /proc, whatever PID namespace that shows.
  /// - Parameter failure: what it means that /proc does not show it.
  func folder(
    _ failure: (Errno) -> NamespaceError
  ) throws(NamespaceError) -> ByteString {
    // Its number there, and not the one it was opened by: that may be a stranger's in a /proc of another PID
    // namespace.
    guard isProcReal, let number = file.numberInProc() else { throw failure(.noEntry) }
    guard number > 0 else { throw failure(.noProcess) }
    return "/proc/\(number)"
  }

  /// Opens a namespace of the process.
  func open(
    _ kind: NamespaceKind, forChildren: Bool
  ) throws(NamespaceError) -> Kernel.NamespaceHandle {
    if !forChildren {
      do throws(Errno) { return try file.namespace(kind) } catch {
        // The kernel, or a filter, does not know the request; the file says the same.
        guard error == .notTerminal || error == .invalidArgument || error.isRefusal else {
          throw .namespace(kind, error)
        }
      }
    }
    let name = forChildren ? kind.persistentName : kind.name
    let folder = try folder { .namespace(kind, $0) }
    let opened = try attempt(Kernel.NamespaceHandle(given: "\(folder)/ns/\(name)")) {
      .namespace(kind, $0)
    }
    // Only what has not been reaped has kept its number until here. A zombie has no namespaces.
    if try hasEnded() { throw .namespace(kind, .noProcess) }
    return opened
  }
}
