import Bytes
public import Kernel
public import NamespaceValues

/// The environment of a process as /proc/PID/environ has it: entries that end in NUL, proc(5).
/// What a process writes there is its own affair, so anything may stand in it, and any amount.
public struct EnvironmentBlock: Equatable, Sendable {
  /// The most that exec(3) can take of arguments and environment together, in bytes, whatever the
  /// limits of a process: three quarters of 8 MiB, execve(2).
  static let limit = 6 << 20

  private let bytes: [UInt8]
  /// Whether no program can be started with it. Then nothing is kept.
  public let isTooLarge: Bool

  /// Takes the content of such a file.
  public init(_ bytes: [UInt8]) {
    // As the kernel counts: an entry costs a pointer too.
    var size = bytes.count
    for (byte, next) in zip(bytes, bytes.dropFirst()) where byte != 0 && next == 0 { size += 8 }
    isTooLarge = size > Self.limit
    self.bytes = isTooLarge ? [] : bytes
  }

  /// Reads what exec can take and one byte more: a process can make gigabytes of it.
  public init(reading file: borrowing OpenFile) throws(Errno) {
    self.init(try file.read(atMost: Self.limit + 1))
  }

  /// The entry that begins at a place of the block.
  public func entry(at start: Int32) -> ArraySlice<UInt8> {
    bytes[Int(start)...].prefix { $0 != 0 }
  }

  /// Where the `NAME=VALUE` entries begin that the original hands over, in its order: the last
  /// first, of entries with one name the last, none that holds no `=`. Throws EINVAL where a name
  /// is empty, as setenv(3) would.
  public func entries() throws(Errno) -> [Int32] {
    let equals = UInt8(ascii: "=")
    // Small numbers rather than slices: there may be half a million entries.
    var found: [(start: Int32, nameEnd: Int32)] = []
    var start = 0
    while start < bytes.count {
      let entry = entry(at: Int32(start))
      if let end = entry.firstIndex(of: equals) {
        if end == start { throw .invalidArgument }
        found.append((Int32(start), Int32(end)))
      }
      start = entry.endIndex + 1
    }
    func name(_ index: Int) -> ArraySlice<UInt8> {
      bytes[Int(found[index].start)..<Int(found[index].nameEnd)]
    }
    // Sorted rather than compared one by one, for the same reason.
    let sorted = sortedIndices(found.count) { name($0).lexicographicallyPrecedes(name($1)) }
    var isLast = [Bool](repeating: true, count: found.count)
    for (one, next) in zip(sorted, sorted.dropFirst()) where name(one) == name(next) {
      isLast[one] = false
    }
    return found.indices.reversed().filter { isLast[$0] }.map { found[$0].start }
  }

  /// Makes it the environment of this process.
  func becomeEnvironment() throws(Errno) {
    try Execution.setEnvironment(bytes, entriesAt: try entries())
  }
}
