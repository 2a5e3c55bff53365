public import Bytes
import NamespaceValues

/// The path of the control group of the unified hierarchy in a /proc/PID/cgroup, cgroups(7): what
/// follows `0::`. Nil where no line begins so.
///
/// On a machine with both hierarchies that line is seldom the first, and a path may hold colons
/// (docs/deviations.md D-127).
public func unifiedCgroup(in content: [UInt8]) -> ByteString? {
  let mark = literalBytes("0::")
  for line in content.split(separator: UInt8(ascii: "\n")) where line.starts(with: mark) {
    let path = ByteString(line.dropFirst(mark.count))
    return path.isEmpty ? nil : path
  }
  return nil
}

/// Answers whose id a number is, from the map of a user namespace as its parent sees it.
public struct OwnerLookup {
  private let mappings: [(inner: UInt64, outer: UInt64, count: UInt64)]

  /// - Parameter map: the content of /proc/PID/uid_map or gid_map.
  public init(map: [UInt8]) {
    mappings = IDMapping.parse(map: map[...]).map {
      (UInt64($0.inner), UInt64($0.outer), UInt64($0.count))
    }
  }

  /// Whether an id has no place in the namespace, while the overflow id, as which it appears
  /// there, has one.
  /// - Parameter owner: an id outside.
  public func isStranger(_ owner: UInt32, overflow: UInt32) -> Bool {
    // Out here it is not known either.
    if owner == overflow { return false }
    let owner = UInt64(owner)
    let overflow = UInt64(overflow)
    let isMapped = mappings.contains { $0.outer <= owner && owner < $0.outer + $0.count }
    return !isMapped
      && mappings.contains { $0.inner <= overflow && overflow < $0.inner + $0.count }
  }
}
