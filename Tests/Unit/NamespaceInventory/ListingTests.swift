import Foundation
import Glibc
import NamespaceInventory
import Testing

/// A listing of this machine by a program with threads, which goes on to do other things.
@Suite(.serialized) struct ListingTests {
  private static var ownNumber: Int32 { getpid() }

  private static func number(_ link: String) throws -> UInt64 {
    var facts = stat()
    try #require(stat(link, &facts) == 0)
    return UInt64(facts.st_ino)
  }

  @Test(arguments: NamespaceKind.allCases) func hasTheOwnNamespaces(kind: NamespaceKind) throws {
    var request = NamespaceListing.Request()
    request.kinds = NamespaceSet(kind)
    request.includesMembers = true
    let listing = try NamespaceListing.take(request)
    #expect(listing.namespaces.allSatisfy { $0.kind == kind })
    let own = try #require(listing.namespace(try Self.number("/proc/self/ns/\(kind.name)")))
    let members = try #require(own.members)
    #expect(members.count == own.memberCount)
    #expect(own.representative == members.min { $0.process.number < $1.process.number })
    let process = try #require(members.first { $0.process.number == Self.ownNumber })
    #expect(process.parent.number == getppid())
    #expect(process.user.number == geteuid())
    let command = try Data(contentsOf: URL(fileURLWithPath: "/proc/self/cmdline"))
    let shown = command.dropLast().map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    #expect(process.command?.bytes.elementsEqual(shown.prefix(8191)) == true)
    #expect(own.discovery.contains(.process))
    #expect(listing.unaskedDiscovery.isEmpty)
  }

  @Test func whatIsNotAskedForIsNotThere() throws {
    var request = NamespaceListing.Request()
    request.includesCommands = false
    request.discovery = [.process]
    let listing = try NamespaceListing.take(request)
    #expect(!listing.namespaces.isEmpty)
    for namespace in listing.namespaces {
      #expect(namespace.members == nil && namespace.representative?.command == nil)
      #expect(namespace.memberCount > 0 && namespace.discovery.contains(.process))
    }
  }

  /// All holders, however many descriptors of one namespace a process opens; each once.
  @Test func allHoldersAreNamedOnce() throws {
    let name = "/proc/self/ns/uts"
    let opened = (0..<20).map { _ in open(name, O_RDONLY | O_CLOEXEC) }
    defer { for descriptor in opened { close(descriptor) } }
    var request = NamespaceListing.Request()
    (request.kinds, request.discovery) = (NamespaceSet.uts, [.process, .descriptor])
    let number = try Self.number(name)
    let first = try #require(try NamespaceListing.take(request).namespace(number))
    #expect(first.holders.count == 1)
    request.includesAllHolders = true
    let all = try #require(try NamespaceListing.take(request).namespace(number))
    #expect(Set(all.holders).count == all.holders.count)
    let own = ProcessID(Self.ownNumber)
    for descriptor in opened {
      #expect(all.holders.contains(.descriptor(own, UInt64(descriptor))))
    }
  }
}
