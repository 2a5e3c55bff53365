import Bytes
import Kernel
import Launch
import NamespaceValues

/// The target as /proc shows it: its directory there is opened once, and all of its files below
/// that. A directory that is open belongs to its process for ever: once the process is gone,
/// nothing can be opened below it, whoever has the number by then.
struct TargetDirectory: ~Copyable {
  private var target: NsenterIntent.Target?
  /// Whether the pidfd can be used with setns(2).
  private(set) var canEnter = false
  private var isIdentified = false
  /// The target's number in the PID namespace that /proc shows; 0 where it shows no such process.
  private var numberInProc: Int32 = 0

  init(_ target: NsenterIntent.Target?) {
    self.target = target
    numberInProc = target?.process.number ?? 0
  }

  /// Takes a process over that was found by a name: its pidfd, where it has one, and its directory are open,
  /// and known to be its own. Never looked for by number again.
  mutating func adopt(_ target: NsenterIntent.Target, hasHandle: Bool) {
    self.target = target
    numberInProc = target.process.number
    isIdentified = true
    canEnter = hasHandle && Self.kernelEntersThroughProcesses
  }

  /// The path that messages name.
  func path(of name: ByteString) -> ByteString {
    "/proc/\(target?.process.number ?? 0)/\(name)"
  }

  /// Opens the pidfd, once. That it cannot be opened is no error: a thread has none, and neither
  /// have processes on old kernels.
  mutating func identify(_ files: inout HeldFiles) {
    guard let target, !isIdentified else { return }
    isIdentified = true
    // Before the directory: a process that still exists when both are open has had its number
    // all the time, so both mean the same process.
    if files.target == nil {
      do throws(Errno) { files.target = try ProcessHandle(target.process) } catch { return }
    }
    guard let number = files.target?.numberInProc() else {
      // Without /proc there is nothing it could disagree with.
      canEnter = Self.kernelEntersThroughProcesses
      return
    }
    if target.inode != nil {
      // Which process is meant is certain; what /proc calls it may be another number.
      numberInProc = max(number, 0)
    } else if number >= 0, number != target.process.number {
      // /proc shows another PID namespace, in which the number means another process. It is used
      // for everything rather than for a part (docs/deviations.md D-119).
      files.target = nil
      return
    }
    canEnter = Self.kernelEntersThroughProcesses
  }

  /// Opens the directory, once, and makes sure that it is that of the process that the pidfd stands
  /// for.
  mutating func open(_ files: inout HeldFiles) throws(Errno) {
    if files.targetDirectory != nil { return }
    identify(&files)
    let directory = try DirectoryHandle("/proc/\(numberInProc)").movedAside()
    // Only now, with both open: a process that had its number before and still has it cannot have
    // lent it to another in between.
    if files.target != nil, !hasItsNumber(files.target) { throw .noProcess }
    files.targetDirectory = consume directory
  }

  /// Whether the process that the pidfd stands for has not been reaped, so that its number is still
  /// its own. Nothing that a permission or a filter may refuse counts as a yes.
  private func hasItsNumber(_ process: borrowing ProcessHandle?) -> Bool {
    // What has not ended has not been reaped. Nobody's permission is needed to ask that.
    if (try? process?.hasEnded()) == false { return true }
    // A zombie has ended and keeps its number until it is reaped; the kernel then shows -1.
    return process?.numberInProc() == numberInProc
  }

  /// Opens a file of the target.
  mutating func openFile(
    _ name: ByteString, _ files: inout HeldFiles
  ) throws(Errno) -> OpenFile {
    try open(&files)
    return try held(files.targetDirectory?.openFile(name))
  }

  /// What a link of the target says, in one call; nil where nobody says so. By the number alone, so
  /// nothing may depend on it.
  func link(_ name: ByteString) -> ByteString? {
    target == nil ? nil : try? FileLinks.text(of: "/proc/\(numberInProc)/\(name)")
  }

  /// The whole content of a small file of the target: an id map has at most 340 lines, a security
  /// context a page.
  mutating func content(of name: ByteString, _ files: inout HeldFiles) throws(Errno) -> [UInt8] {
    try openFile(name, &files).readAll(limit: 1 << 16)
  }

  /// Linux 5.8 has setns(2) with a pidfd. Older kernels refuse it with EINVAL, which has other
  /// meanings too, so the release is asked (docs/deviations.md D-123).
  private static var kernelEntersThroughProcesses: Bool {
    guard let release = try? Calls.kernelRelease() else { return false }
    return KernelRelease(release) >= KernelRelease(major: 5, minor: 8)
  }
}
