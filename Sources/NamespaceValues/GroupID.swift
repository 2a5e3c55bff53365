/// A group id, gid_t.
public struct GroupID: Hashable, Sendable {
  /// The number, as the user namespace of this process has it.
  public let number: UInt32
  /// The group with a number.
  public init(_ number: UInt32) { self.number = number }
  /// Group 0.
  public static let root = GroupID(0)
}
