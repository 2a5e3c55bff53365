public import Bytes

/// One line of an id map: ID-inside-ns, ID-outside-ns, length.
public struct IDMapping: Hashable, Sendable {
  /// The first id inside of the namespace.
  public var inner: UInt32
  /// The first id outside of it.
  public var outer: UInt32
  /// How many ids there are from those on.
  public var count: UInt32

  /// Maps a range of ids.
  public init(inner: UInt32, outer: UInt32, count: UInt32) {
    self.inner = inner
    self.outer = outer
    self.count = count
  }

  /// Whether it has an id inside of the namespace.
  public func hasInner(_ id: UInt32) -> Bool { id >= inner && id - inner < count }

  /// The line without its newline.
  public var line: ByteString { "\(inner) \(outer) \(count)" }

  /// The whole map as it is written to /proc/PID/uid_map: a line for each range. The kernel takes fewer
  /// than `largestMap` bytes, and at most 340 lines.
  public static func text(of mappings: [IDMapping]) -> ByteString {
    var text: [UInt8] = []
    for mapping in mappings {
      text.append(contentsOf: mapping.line.bytes)
      text.append(UInt8(ascii: "\n"))
    }
    return ByteString(text)
  }

  /// The id that a program takes where any will do: 0 if there is one, else one's own, else the lowest. Own
  /// before lowest, for files that one has there. Nil where the map is empty.
  /// - Parameter own: one's id inside of the namespace; nil where there is none.
  package static func usualID(of map: [IDMapping], own: UInt32?) -> UInt32? {
    var lowest: UInt32?
    var hasOwn = false
    for line in map where line.count > 0 {
      lowest = min(line.inner, lowest ?? .max)
      if let own, line.hasInner(own) { hasOwn = true }
    }
    return lowest != 0 && hasOwn ? own : lowest
  }

  /// A page: what has as many bytes is no map any more, user_namespaces(7). The command line leaves this one length to the kernel,
  /// as the original does.
  public static let largestMap = 4096

  /// Reads the lines of /proc/PID/uid_map; what is not three numbers of 32 bits ends the list.
  public static func parse(map: ArraySlice<UInt8>) -> [IDMapping] {
    var mappings: [IDMapping] = []
    var cursor = ByteCursor(map)
    while let inner = cursor.number()?.unsigned32, let outer = cursor.number()?.unsigned32,
      let count = cursor.number()?.unsigned32
    {
      mappings.append(IDMapping(inner: inner, outer: outer, count: count))
    }
    return mappings
  }
}
