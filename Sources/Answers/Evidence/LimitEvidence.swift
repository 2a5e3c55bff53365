import Bytes
import Launch

/// What is known of how many processes there may be.
public struct LimitEvidence: Equatable, Sendable {
  /// /proc/self/limits, proc_pid_limits(5).
  public var resources = Answer<[UInt8]>.unknown
  /// pids.max of the control group, where version 2 or the pids controller is in its usual place; or of
  /// one above it that is full.
  public var mostTasks = Answer<[UInt8]>.unknown
  /// pids.current of the same.
  public var tasks = Answer<[UInt8]>.unknown
  /// Whether both are of a control group above that of this process.
  public var areTasksOfOuterGroup = false

  /// /proc/meminfo, proc_meminfo(5).
  public var memory = Answer<[UInt8]>.unknown

  /// Nothing is known.
  public init() {}

  /// Looks at this process, where it could not fork.
  public mutating func gather(about trouble: Trouble, from source: some EvidenceSource) {
    guard case .launch(.fork) = trouble.failure else { return }
    resources = source.content(of: "/proc/self/limits")
    memory = source.content(of: "/proc/meminfo")
    guard let groups = source.content(of: "/proc/self/cgroup").value else { return }
    for line in groups.split(separator: UInt8(ascii: "\n")) {
      let text = ByteString(line)
      let places: (StaticString, Int)? =
        text.hasPrefix("0::/") ? ("/sys/fs/cgroup", 3) : nil
      guard let (mount, length) = places ?? pidsController(line) else { continue }
      look(at: text.dropFirst(length), below: ByteString("\(mount)"), in: source)
    }
  }

  /// The limit of each group holds for all below it too: the first that is full is the one that counts.
  private mutating func look(
    at own: ByteString, below mount: ByteString, in source: some EvidenceSource
  ) {
    // One that is named from outside of what is seen here has others above it.
    guard !own.hasPrefix("/..") else { return }
    var group = own == "/" ? "" : own
    // Groups nest less deep, and questions take time.
    for level in 0..<8 {
      let most = source.content(of: "\(mount)\(group)/pids.max")
      let now = source.content(of: "\(mount)\(group)/pids.current")
      let isFull = (now.number ?? 0) >= most.number ?? .max
      if isFull || level == 0, most.value != nil {
        (mostTasks, tasks, areTasksOfOuterGroup) = (most, now, level > 0)
      }
      guard !isFull, let slash = group.bytes.lastIndex(of: UInt8(ascii: "/")) else { return }
      group = ByteString(group.bytes[..<slash])
    }
  }

  /// RLIMIT_NPROC; nil where there is none, or it is not known.
  public var processes: UInt64? { resources.number(after: "Max processes") }

  /// Whether less than 16 MiB are left; nil where that is not known.
  public var isShortOfMemory: Bool? { memory.number(after: "MemAvailable:").map { $0 < 16384 } }
}

extension Answer<[UInt8]> {
  /// The number in the line that begins with some words; nil where there is none.
  func number(after words: StaticString) -> UInt64? {
    guard let text = value else { return nil }
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let line = ByteString(line)
      guard line.hasPrefix(words) else { continue }
      var cursor = ByteCursor(line.dropFirst(words.utf8CodeUnitCount))
      return cursor.number()?.magnitude
    }
    return nil
  }
}

/// Version 1: `8:pids:/path`.
private func pidsController(_ line: ArraySlice<UInt8>) -> (StaticString, Int)? {
  let fields = line.split(
    separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
  guard fields.count == 3, ByteString(fields[1]) == "pids" else { return nil }
  return ("/sys/fs/cgroup/pids", fields[0].count + fields[1].count + 2)
}
