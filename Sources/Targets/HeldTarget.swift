import Bytes
public import Kernel
import NamespaceValues

/// A process that a name led to: from here on it is known by what is open, and never by its number.
public struct HeldTarget: ~Copyable {
  /// Its number in /proc.
  public let process: Int32
  /// Its pidfd; nil where the kernel has none, or numbers processes otherwise than /proc.
  public var handle: ProcessHandle?
  /// Its directory in /proc, which belongs to it for ever.
  public var directory: DirectoryHandle?

  /// Gets hold of a process, and proves that it is the one that was meant.
  ///
  /// The order is what makes it safe. The pidfd comes before the directory, and the question whether the
  /// process of the pidfd runs comes after all else: a process that has its number before and after has had it
  /// all the time, so the directory, and what was read in it, are its own.
  /// - Parameters:
  ///   - process: its number in /proc.
  ///   - candidate: by what it is known.
  ///   - usesHandle: whether pidfd_open(2) numbers processes as /proc does.
  /// - Throws: ESRCH where there is no such process, ESTALE where the number is another one's by now.
  init(
    _ process: Int32, _ candidate: Candidate, usesHandle: Bool, _ search: NameSearch
  ) throws(Errno) {
    var handle: ProcessHandle?
    if usesHandle {
      do throws(Errno) { handle = try ProcessHandle(ProcessID(process)) } catch {
        // Old kernels and filters: the directory alone is safe as well. A thread is no process.
        if error != .noSystemCall, error != .notPermitted { throw .noProcess }
      }
    }
    let directory = try DirectoryHandle("/proc/\(process)").movedAside()
    guard let content = ProcScan.content("stat", directory),
      let facts = ProcessFacts(process, stat: content), !facts.isNobody
    else { throw .noProcess }
    var isProven: Bool
    if let group = candidate.group {
      let owner = search.owner(ProcScan.content("cgroup", directory) ?? [])
      isProven = owner?.isSame(as: group) == true
    } else if let inode = candidate.inode {
      // Elsewhere than on pidfs all have one inode, which proves nothing.
      isProven = (try? handle?.fileSystemType()) == .pidfs && (try? handle?.inode()) == inode
    } else if let start = candidate.start {
      isProven = facts.start == start
    } else {
      isProven = candidate.isOlder(start: facts.start)
    }
    if handle != nil, (try? handle?.hasEnded()) != false { throw .noProcess }
    if !isProven { throw .stale }
    self.process = process
    self.handle = handle.take()
    self.directory = consume directory
  }
}
