/// A user id, uid_t. 4294967295, which the kernel takes for "none", is never a user.
public struct UserID: Hashable, Sendable {
  /// The number, as the user namespace of this process has it.
  public let number: UInt32
  /// The user with a number.
  public init(_ number: UInt32) { self.number = number }
  /// User 0.
  public static let root = UserID(0)
}
