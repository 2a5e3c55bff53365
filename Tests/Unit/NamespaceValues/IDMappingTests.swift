import Testing

@testable import NamespaceValues

struct IDMappingTests {
  @Test func readsTheKernelsLines() {
    let text = "         0       1001          1\n         1     100000      65536\n"
    #expect(
      IDMapping.parse(map: Array(text.utf8)[...]) == [
        IDMapping(inner: 0, outer: 1001, count: 1),
        IDMapping(inner: 1, outer: 100000, count: 65536),
      ])
    #expect(IDMapping.parse(map: []).isEmpty)
    #expect(IDMapping.parse(map: Array("0 1".utf8)[...]).isEmpty)
    // Not root, and not 4294967295: what does not fit is none.
    for text in ["0 4294967296 1", "-1 0 1", "0 0 18446744073709551617"] {
      #expect(IDMapping.parse(map: Array(text.utf8)[...]).isEmpty)
    }
  }

  /// 0, else one's own, else the lowest, wherever in the map it stands.
  @Test func theIDThatIsTaken() {
    let two = [
      IDMapping(inner: 1001, outer: 1001, count: 1), IDMapping(inner: 5, outer: 100000, count: 10),
    ]
    #expect(IDMapping.usualID(of: two, own: 1001) == 1001)
    #expect(IDMapping.usualID(of: two, own: 7) == 7)
    #expect(IDMapping.usualID(of: two, own: 15) == 5)
    #expect(IDMapping.usualID(of: two, own: nil) == 5)
    let root = two + [IDMapping(inner: 0, outer: 9, count: 1)]
    #expect(IDMapping.usualID(of: root, own: 1001) == 0)
    #expect(IDMapping.usualID(of: [], own: 1001) == nil)
    // The kernel writes no such lines.
    #expect(IDMapping.usualID(of: [IDMapping(inner: 0, outer: 0, count: 0)], own: 0) == nil)
    let last = [IDMapping(inner: .max - 1, outer: 0, count: 2)]
    #expect(IDMapping.usualID(of: last, own: .max) == .max)
  }

  @Test func writesALine() {
    #expect(IDMapping(inner: 0, outer: 4_294_967_294, count: 1).line == "0 4294967294 1")
  }

  @Test func kindsAreOneTable() {
    #expect(Set(NamespaceKind.allCases.map(\.flag)).count == 8)
    #expect(NamespaceSet([.mount, .pid]).contains(NamespaceKind.pid))
    #expect(!NamespaceSet([.mount, .pid]).contains(NamespaceKind.user))
  }
}
