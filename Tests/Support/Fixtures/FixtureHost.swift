public import Bytes
public import Capabilities
public import Host
public import Kernel
public import NamespaceValues

/// A host that a test makes up.
public struct FixtureHost: HostFacts, Sendable {
  public var effectiveUser: UserID
  public var effectiveGroup: GroupID
  public var users: [ByteString: UInt32] = ["root": 0, "tester": 1001]
  public var groups: [ByteString: UInt32] = ["root": 0, "tester": 1001]
  public var memberships: [UInt32: [UInt32]] = [0: [0], 1001: [1001, 4, 27]]
  /// As on Linux 6.12.
  public var knownCapabilities = CapabilitySet(first: 41)
  public var files: [ByteString: String] = [
    "/etc/subuid": "tester:100000:65536\n", "/etc/subgid": "tester:200000:65536\n",
    "/proc/self/uid_map": "         0          0 4294967295\n",
    "/proc/self/gid_map": "         0          0 4294967295\n",
  ]

  /// The descriptors that are open, and whether for writing alone.
  public var descriptors: [Int32: Bool] = [
    3: true, 4: true, 5: true, 6: true, 7: false, 8: false, 9: true, 10: true,
  ]

  public init(effectiveUser: UserID = UserID(1001), effectiveGroup: GroupID = GroupID(1001)) {
    self.effectiveUser = effectiveUser
    self.effectiveGroup = effectiveGroup
  }

  public func user(named name: ByteString) -> UserID? { users[name].map { UserID($0) } }
  public func group(named name: ByteString) -> GroupID? { groups[name].map { GroupID($0) } }
  public func loginName(of user: UserID) -> ByteString? {
    users.first { $0.value == user.number }?.key
  }
  public func exists(_ group: GroupID) -> Bool { groups.values.contains(group.number) }
  public func groups(of user: UserID) throws(Errno) -> [GroupID]? {
    memberships[user.number]?.map { GroupID($0) }
  }
  public func content(of path: ByteString) throws(Errno) -> [UInt8] {
    guard let file = files[path] else { throw .noEntry }
    return Array(file.utf8)
  }
  public func check(_ descriptor: Int32, for use: GivenDescriptor.Use) throws(Errno) {
    guard let isForWriting = descriptors[descriptor] else { throw .badDescriptor }
    if use == (isForWriting ? .reading : .writing) { throw .badDescriptor }
  }
}
