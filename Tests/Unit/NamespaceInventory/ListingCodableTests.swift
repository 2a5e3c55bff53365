import Foundation
import NamespaceInventory
import Testing

/// A listing that is written and read again, with a command line and a mount point that a stranger chose.
@Suite struct ListingCodableTests {
  /// Every key with every kind of value.
  private static let text = #"""
    {"root":"/proc","unsupportedRequests":["NS_GET_OWNER_UID"],"unaskedDiscovery":["socket"],
    "namespaces":[
    {"number":4026531837,"kind":"user","memberCount":2,
    "members":[{"process":1,"parent":0,"user":0,"command":"init"},
    {"process":7,"parent":1,"user":4294967294,"command":{"bytes":[255,27,91,50,74]}}],
    "representative":{"process":1,"parent":0,"user":0,"command":"init"},
    "mountPoints":[],"holders":[],"discovery":["proc"]},
    {"number":4026532000,"kind":"net","memberCount":0,"owner":4026531837,"networkID":-3,
    "mountPoints":["/run/netns/a",{"bytes":[47,195]}],
    "holders":[{"way":"fd","process":7,"descriptor":9},{"way":"socket","process":7,"descriptor":10},
    {"way":"mount","mountPoint":{"bytes":[47,195]}},{"way":"task","process":7,"thread":8},
    {"way":"children","process":7},{"way":"mount-all","process":7,"mountPoint":"/x"},
    {"way":"ancestor","namespace":18446744073709551615}],
    "discovery":["fd","socket","mount","task","children","mount-all","ancestor"]},
    {"number":4026532001,"kind":"net","memberCount":0,"networkID":"unassigned","mountPoints":[],
    "holders":[],"discovery":["fd"]},
    {"number":4026532002,"kind":"user","memberCount":0,"parent":4026531837,"owner":4026531837,
    "creator":1001,"mountPoints":[],"holders":[],"discovery":["fd"]}]}
    """#

  private func read(_ text: String) throws -> NamespaceListing {
    try JSONDecoder().decode(NamespaceListing.self, from: Data(text.utf8))
  }

  @Test func theKeysAreThese() throws {
    let listing = try read(Self.text)
    #expect(listing.namespaces[0].members?.last?.command == ByteString([255, 27, 91, 50, 74]))
    let network = listing.namespaces[1]
    #expect(network.networkID == .number(-3))
    #expect(network.mountPoints.last == ByteString([47, 195]))
    #expect(network.holders.map(\.discovery) == Array(NamespaceDiscovery.allCases.dropFirst()))
    #expect(network.discovery == Set(NamespaceDiscovery.allCases.dropFirst()))
    #expect(network.holders.last == .ancestor(of: .max))
    #expect(listing.owner(of: network) == listing.namespaces[0])
    #expect(listing.namespaces[2].networkID == .unassigned)
    #expect(listing.parent(of: listing.namespaces[3]) == listing.namespaces[0])
    #expect(listing.namespaces[3].creator == UserID(1001))
    #expect(listing.path(of: listing.namespaces[0]) == "/proc/1/ns/user")
    #expect(listing.path(of: network) == nil)
    #expect(listing.unaskedDiscovery == [.socket])
  }

  @Test func whatIsWrittenIsWhatWasRead() throws {
    let listing = try read(Self.text)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let written = try encoder.encode(listing)
    #expect(try JSONDecoder().decode(NamespaceListing.self, from: written) == listing)
    // Key by key.
    let before = try JSONSerialization.jsonObject(with: Data(Self.text.utf8)) as? NSDictionary
    let after = try JSONSerialization.jsonObject(with: written) as? NSDictionary
    #expect(before == after && before != nil)
  }

  @Test func thisMachineComesBack() throws {
    var request = NamespaceListing.Request()
    (request.includesMembers, request.includesAllHolders) = (true, true)
    let listing = try NamespaceListing.take(request)
    let read = try JSONDecoder().decode(
      NamespaceListing.self, from: JSONEncoder().encode(listing))
    #expect(read == listing)
  }

  @Test(arguments: [
    (#""kind":"user""#, #""kind":"users""#), (#""way":"fd""#, #""way":"proc""#),
    (#""networkID":"unassigned""#, #""networkID":"assigned""#),
    (#""discovery":["proc"]"#, #""discovery":["tcp"]"#),
    (#""process":1,"#, #""process":9999999999,"#),
  ])
  func anythingElseIsRefused(_ part: String, _ wrong: String) {
    let text = Self.text.replacingOccurrences(of: part, with: wrong)
    #expect(text != Self.text)
    #expect(throws: DecodingError.self) { try read(text) }
  }
}
