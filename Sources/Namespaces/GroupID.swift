/// A group id, gid_t.
public struct GroupID: Hashable, Sendable {
  public let number: UInt32
  public init(_ number: UInt32) { self.number = number }
  public static let root = GroupID(0)
}
