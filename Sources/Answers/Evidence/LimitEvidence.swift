import Bytes
import Launch

/// What is known of how many processes there may be.
public struct LimitEvidence: Equatable, Sendable {
  /// /proc/self/limits, proc_pid_limits(5).
  public var resources = Answer<[UInt8]>.unknown
  /// pids.max of the control group, where version 2 or the pids controller is in its usual place.
  public var mostTasks = Answer<[UInt8]>.unknown
  /// pids.current of the same.
  public var tasks = Answer<[UInt8]>.unknown

  /// /proc/meminfo, proc_meminfo(5).
  public var memory = Answer<[UInt8]>.unknown

  /// Nothing is known.
  public init() {}

  /// Looks at this process, where it could not fork.
  public init(about trouble: Trouble, from source: some EvidenceSource) {
    guard case .launch(.fork) = trouble.failure else { return }
    resources = source.content(of: "/proc/self/limits")
    memory = source.content(of: "/proc/meminfo")
    guard let groups = source.content(of: "/proc/self/cgroup").value else { return }
    for line in groups.split(separator: UInt8(ascii: "\n")) {
      let text = ByteString(line)
      let places: (StaticString, Int)? =
        text.hasPrefix("0::/") ? ("/sys/fs/cgroup", 3) : nil
      guard let (mount, length) = places ?? pidsController(line) else { continue }
      let group: ByteString = "\(mount)\(text.dropFirst(length))"
      let most = source.content(of: "\(group)/pids.max")
      guard most.value != nil else { continue }
      (mostTasks, tasks) = (most, source.content(of: "\(group)/pids.current"))
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
