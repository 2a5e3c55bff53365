import Bytes
import Capabilities
import Host
import Kernel
import NamespaceValues

/// A host whose files hold anything.
struct RandomHost: HostFacts {
  let effectiveUser: UserID
  let effectiveGroup: GroupID
  private let file: [UInt8]
  private let hasNames: Bool

  init(_ random: inout SplitMix) {
    let ids: [UInt32] = [0, 1, 1001, .max - 1, .max]
    effectiveUser = UserID(ids[Int.random(in: 0..<ids.count, using: &random)])
    effectiveGroup = GroupID(ids[Int.random(in: 0..<ids.count, using: &random)])
    hasNames = Bool.random(using: &random)
    var content: [UInt8] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let key: [ByteString] = ["tester", "0", "1001", "", "1001x", "other"]
      content += key[Int.random(in: 0..<key.count, using: &random)].bytes
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        content.append(UInt8(ascii: ":"))
        content += RandomWords.value(&random).bytes
      }
      content.append(Bool.random(using: &random) ? 10 : UInt8.random(in: 0...255, using: &random))
    }
    file = content
  }

  func user(named name: ByteString) -> UserID? { hasNames ? UserID(UInt32(name.count)) : nil }
  func group(named name: ByteString) -> GroupID? { hasNames ? GroupID(.max) : nil }
  func loginName(of user: UserID) -> ByteString? { hasNames ? "tester" : nil }
  func exists(_ group: GroupID) -> Bool { hasNames }
  func groups(of user: UserID) throws(Errno) -> [GroupID]? {
    if file.isEmpty { throw .noEntry }
    return hasNames ? [GroupID(user.number)] : nil
  }
  /// Not all that libcap knows by name.
  var knownCapabilities: CapabilitySet { CapabilitySet(first: hasNames ? 38 : 64) }
  func content(of path: ByteString) throws(Errno) -> [UInt8] {
    if file.isEmpty { throw .noEntry }
    return file
  }
  func check(_ descriptor: Int32, for use: GivenDescriptor.Use) throws(Errno) {
    if !hasNames { throw .badDescriptor }
  }
}
