import Foundation
import Harness
import NamespaceInventory
import Testing

/// A program that asks the library is told what nsls tells people: nothing can be hidden from the one that
/// the other one shows.
@Suite(.enabled(if: canSandbox, needsRoot)) struct ListingFactsTests {
  private static let columns =
    "NS,TYPE,PATH,NPROCS,PID,PPID,COMMAND,UID,NETNSID,NSFS,PNS,ONS,HELDBY"

  /// What nsls has in the row of a namespace.
  private func row(_ namespace: ListedNamespace, _ listing: NamespaceListing) -> NSDictionary {
    let process = namespace.representative
    let user = process?.user ?? namespace.creator
    let networkID: String? =
      switch namespace.networkID {
      case nil: nil
      case .unassigned: "unassigned"
      case .number(let number): "\(number)"
      }
    func text(_ bytes: ByteString?) -> Any { bytes.map { String(decoding: $0) } ?? NSNull() }
    let places = namespace.mountPoints.map { String(decoding: $0) }
    let holders =
      (process.map { ["proc:\($0.process.number)"] } ?? [])
      + namespace.holders.map { Self.text(of: $0) }
    return [
      "ns": namespace.number, "type": "\(namespace.kind.name)",
      "path": text(listing.path(of: namespace)), "nprocs": namespace.memberCount,
      "pid": process?.process.number ?? NSNull(), "ppid": process?.parent.number ?? NSNull(),
      "command": text(process?.command), "uid": Int32(bitPattern: user?.number ?? 0),
      "netnsid": networkID ?? NSNull(),
      "nsfs": places.isEmpty ? NSNull() : places.joined(separator: "\n"),
      "pns": namespace.parent ?? 0, "ons": namespace.owner ?? 0, "heldby": holders,
    ]
  }

  private static func text(of holder: NamespaceHolder) -> String {
    switch holder {
    case .descriptor(let process, let number): "fd:\(process.number)/\(number)"
    case .socket(let process, let number): "socket:\(process.number)/\(number)"
    case .mount(let path): "mount:\(path)"
    case .thread(let process, let thread): "task:\(process.number)/\(thread)"
    case .children(let process): "children:\(process.number)"
    case .foreignMount(let process, let path): "mount-all:\(process.number):\(path)"
    case .ancestor(let number): "ancestor:\(number)"
    }
  }

  private func compare(_ lister: String) throws -> NamespaceListing {
    // Everybody has a process that is older than the lister, which would stand for its namespaces.
    let outcome = ListingPlace.run(
      NslsDiscoveryTests.ways.map { $0.script }.joined(separator: "\n") + """

        $asTester sleep 1000 & A=$!; waitcomm $A sleep
        $asTester unshare -Ur unshare -Urn sleep 1000 & A=$!; waitcomm $A sleep
        \(lister) "$(command -v nsls)" -J -l --discover=all -o \(Self.columns)
        echo ----
        \(lister) "$LISTING"
        """)
    #expect(outcome.stderrText.isEmpty)
    let parts = outcome.stdoutText.components(separatedBy: "----\n")
    try #require(parts.count == 2, "\(outcome.stdoutText)")
    let table = try JSONSerialization.jsonObject(with: Data(parts[0].utf8)) as? NSDictionary
    let rows = try #require(table?["namespaces"] as? [NSDictionary])
    let listing = try ListingPlace.listing(parts[1])
    #expect(rows.count == listing.namespaces.count)
    for (row, namespace) in zip(rows, listing.namespaces) {
      #expect(row == self.row(namespace, listing))
    }
    #expect(listing.unsupportedRequests.isEmpty && listing.unaskedDiscovery.isEmpty)
    return listing
  }

  @Test func asRoot() throws {
    let listing = try compare("env")
    // The test is of no use where nothing is kept: each way is the only one of some namespace.
    for way in NamespaceDiscovery.allCases where way != .mount {
      #expect(listing.namespaces.contains { $0.discovery == [way] }, "\(way)")
    }
    #expect(listing.namespaces.contains { $0.discovery.contains(.mount) })
  }

  @Test func asAPlainUser() throws {
    let listing = try compare("$asTester")
    #expect(listing.namespaces.filter { $0.kind == .user }.count >= 2)
    #expect(listing.namespaces.contains { $0.representative?.user == UserID(1001) })
    // Nothing of what root's processes do.
    #expect(
      listing.namespaces.allSatisfy { $0.representative?.user ?? UserID(1001) == UserID(1001) })
  }
}
