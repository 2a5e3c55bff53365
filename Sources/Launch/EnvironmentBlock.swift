public import Bytes
public import Kernel

/// The environment of a process as /proc/PID/environ has it: entries that end in NUL, proc(5).
/// What a process writes there is its own affair, so anything may stand in it.
public struct EnvironmentBlock: Equatable, Sendable {
  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The `NAME=VALUE` entries as the original hands them over: in reverse order, of entries with
  /// one name the last, none that holds no `=`. Throws EINVAL where a name is empty, as setenv(3)
  /// would.
  public func entries() throws(Errno) -> [ByteString] {
    let equals = UInt8(ascii: "=")
    var found: [(name: ArraySlice<UInt8>, entry: ArraySlice<UInt8>)] = []
    for entry in bytes.split(separator: 0) {
      guard let end = entry.firstIndex(of: equals) else { continue }
      if end == entry.startIndex { throw .invalidArgument }
      found.append((entry[..<end], entry))
    }
    // Sorted rather than compared one by one: a block may hold a hundred thousand entries.
    let sorted = found.indices.sorted { one, other in
      found[one].name == found[other].name
        ? one < other : found[one].name.lexicographicallyPrecedes(found[other].name)
    }
    var isLast = [Bool](repeating: true, count: found.count)
    for (one, next) in zip(sorted, sorted.dropFirst()) where found[one].name == found[next].name {
      isLast[one] = false
    }
    return found.indices.reversed().filter { isLast[$0] }.map { ByteString(found[$0].entry) }
  }
}
