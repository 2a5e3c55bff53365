/// The ids of a process of one kind, user or group: credentials(7).
public struct ProcessIDs: Equatable, Sendable {
  /// The real, effective and saved id and the one for files, in this order.
  public let all: [UInt32]

  /// Four ids, in the order of `all`.
  public init(_ all: [UInt32]) { self.all = all }

  /// One id in all four places.
  public init(_ id: UInt32) { all = [id, id, id, id] }

  /// What each is called.
  public static let names: [StaticString] = ["real", "effective", "saved", "file system"]

  /// The id that decides what the process may do.
  public var effective: UInt32 { all[1] }
}
