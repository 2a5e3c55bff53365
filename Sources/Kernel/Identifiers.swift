/// A process id, pid_t.
public struct ProcessID: Hashable, Sendable {
  public let number: Int32
  public init(_ number: Int32) { self.number = number }
}

/// A user id, uid_t. 4294967295, which the kernel takes for "none", is never a user.
public struct UserID: Hashable, Sendable {
  public let number: UInt32
  public init(_ number: UInt32) { self.number = number }
  public static let root = UserID(0)
}

/// A group id, gid_t.
public struct GroupID: Hashable, Sendable {
  public let number: UInt32
  public init(_ number: UInt32) { self.number = number }
  public static let root = GroupID(0)
}
