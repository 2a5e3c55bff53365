public import Bytes
public import Capabilities
import Kernel
public import Namespaces

/// The machine this runs on.
public struct LiveHost: HostFacts {
  public let effectiveUser = Calls.effectiveUser
  public let effectiveGroup = Calls.effectiveGroup

  public init() {}

  public func user(named name: ByteString) -> UserID? { Accounts.user(named: name) }
  public func group(named name: ByteString) -> GroupID? { Accounts.group(named: name) }
  public func loginName(of user: UserID) -> ByteString? { Accounts.loginName(of: user) }
  public func exists(_ group: GroupID) -> Bool { Accounts.exists(group) }

  public func groups(of user: UserID) throws(Errno) -> [GroupID]? { try Accounts.groups(of: user) }
  public var knownCapabilities: CapabilitySet { CapabilitySet.known }

  public func content(of path: ByteString) throws(Errno) -> [UInt8] {
    try OpenFile(reading: path).readAll()
  }
}
