import Bytes
import Kernel

/// A host that a test makes up.
struct FixtureHost: HostFacts {
  var effectiveUser = UserID(1001)
  var effectiveGroup = GroupID(1001)
  var users: [ByteString: UInt32] = ["root": 0, "tester": 1001]
  var groups: [ByteString: UInt32] = ["root": 0, "tester": 1001]
  var files: [ByteString: String] = [
    "/etc/subuid": "tester:100000:65536\n", "/etc/subgid": "tester:200000:65536\n",
    "/proc/self/uid_map": "         0          0 4294967295\n",
    "/proc/self/gid_map": "         0          0 4294967295\n",
  ]

  func user(named name: ByteString) -> UserID? { users[name].map { UserID($0) } }
  func group(named name: ByteString) -> GroupID? { groups[name].map { GroupID($0) } }
  func loginName(of user: UserID) -> ByteString? {
    users.first { $0.value == user.number }?.key
  }
  func exists(_ group: GroupID) -> Bool { groups.values.contains(group.number) }
  func content(of path: ByteString) throws(Errno) -> [UInt8] {
    guard let file = files[path] else { throw .noEntry }
    return Array(file.utf8)
  }
}
