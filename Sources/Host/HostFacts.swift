public import Bytes
public import Capabilities
public import Kernel
public import NamespaceValues

/// Questions about the host that are asked while the command line is applied. What applies options
/// and reads their values is generic over it, so that tests can answer; planners ask nothing.
public protocol HostFacts {
  /// geteuid(2) at the start.
  var effectiveUser: UserID { get }
  /// getegid(2) at the start.
  var effectiveGroup: GroupID { get }
  /// getpwnam(3).
  func user(named name: ByteString) -> UserID?
  /// getgrnam(3).
  func group(named name: ByteString) -> GroupID?
  /// The login name of a user, getpwuid(3).
  func loginName(of user: UserID) -> ByteString?
  /// Whether an id is a group's, getgrgid(3).
  func exists(_ group: GroupID) -> Bool
  /// All groups of a user, getgrouplist(3); nil when there is no such user.
  func groups(of user: UserID) throws(Errno) -> [GroupID]?
  /// The capabilities that the running kernel knows.
  var knownCapabilities: CapabilitySet { get }
  /// The whole content of a file.
  func content(of path: ByteString) throws(Errno) -> [UInt8]
  /// Whether a descriptor came from whoever started this process, and can be used so: fcntl(2).
  func check(_ descriptor: Int32, for use: GivenDescriptor.Use) throws(Errno)
}
