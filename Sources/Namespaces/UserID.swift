/// A user id, uid_t. 4294967295, which the kernel takes for "none", is never a user.
public struct UserID: Hashable, Sendable {
  public let number: UInt32
  public init(_ number: UInt32) { self.number = number }
  public static let root = UserID(0)
}
