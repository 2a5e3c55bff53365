public import Bytes

/// Which of the two id maps of a user namespace, user_namespaces(7).
public enum IDMapKind: Hashable, Sendable {
  case users, groups

  /// The file below /proc/PID.
  public var fileName: StaticString {
    switch self {
    case .users: "uid_map"
    case .groups: "gid_map"
    }
  }

  /// The file that holds the id shown for one that a user namespace does not know.
  public var overflowFile: ByteString {
    switch self {
    case .users: "/proc/sys/kernel/overflowuid"
    case .groups: "/proc/sys/kernel/overflowgid"
    }
  }

  /// The set-uid program that writes the map for a plain user.
  public var helperName: ByteString {
    switch self {
    case .users: "newuidmap"
    case .groups: "newgidmap"
    }
  }

  /// The file with the subordinate ids, subuid(5) and subgid(5).
  public var subordinateFile: ByteString {
    switch self {
    case .users: "/etc/subuid"
    case .groups: "/etc/subgid"
    }
  }
}

/// One line of an id map: ID-inside-ns, ID-outside-ns, length.
public struct IDMapping: Hashable, Sendable {
  public var inner: UInt32
  public var outer: UInt32
  public var count: UInt32

  public init(inner: UInt32, outer: UInt32, count: UInt32) {
    self.inner = inner
    self.outer = outer
    self.count = count
  }

  /// The line without its newline.
  public var line: ByteString { "\(inner) \(outer) \(count)" }

  /// Reads the lines of /proc/PID/uid_map; what is not three numbers of 32 bits ends the list.
  public static func parse(map: ArraySlice<UInt8>) -> [IDMapping] {
    var mappings: [IDMapping] = []
    var cursor = Cursor(map)
    while let inner = cursor.number()?.unsigned32, let outer = cursor.number()?.unsigned32,
      let count = cursor.number()?.unsigned32
    {
      mappings.append(IDMapping(inner: inner, outer: outer, count: count))
    }
    return mappings
  }
}
