public import Bytes
public import Capabilities
public import Kernel
public import NamespaceValues

/// The machine this runs on.
public struct LiveHost: HostFacts {
  /// geteuid(2).
  public let effectiveUser = Calls.effectiveUser
  /// getegid(2).
  public let effectiveGroup = Calls.effectiveGroup

  /// Remembers who this process is now.
  public init() {}

  /// getpwnam(3).
  public func user(named name: ByteString) -> UserID? { Accounts.user(named: name) }
  /// getgrnam(3).
  public func group(named name: ByteString) -> GroupID? { Accounts.group(named: name) }
  /// getpwuid(3).
  public func loginName(of user: UserID) -> ByteString? { Accounts.loginName(of: user) }
  /// getgrgid(3).
  public func exists(_ group: GroupID) -> Bool { Accounts.exists(group) }

  /// getgrouplist(3); nil when there is no such user.
  public func groups(of user: UserID) throws(Errno) -> [GroupID]? { try Accounts.groups(of: user) }
  /// The capabilities that the running kernel knows.
  public var knownCapabilities: CapabilitySet { CapabilitySet.known }

  /// The whole content of a file, read(2).
  public func content(of path: ByteString) throws(Errno) -> [UInt8] {
    try OpenFile(reading: path).readAll()
  }

  /// Whether a descriptor came from whoever started this process, and can be used so: fcntl(2).
  public func check(_ descriptor: Int32, for use: GivenDescriptor.Use) throws(Errno) {
    try GivenDescriptor.check(descriptor, for: use)
  }
}
