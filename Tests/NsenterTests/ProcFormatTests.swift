import Bytes
import Testing

@testable import Nsenter

struct ProcFormatTests {
  @Test(arguments: [
    ("0::/a\n", "/a"), ("9:name=systemd:/x\n1:cpu:/y\n0::/a:b\n", "/a:b"), ("0::/\n", "/"),
    ("0::/a b\n", "/a b"), ("0::/a", "/a"),
  ])
  func unifiedGroups(content: String, path: String) {
    #expect(unifiedCgroup(in: Array(content.utf8)).map { text($0) } == path)
  }

  @Test(arguments: ["", "\n", "0::", "0::\n", "1:cpu:/y\n", "10::/a\n", "00::/a", ":::", "0:"])
  func noUnifiedGroup(content: String) {
    #expect(unifiedCgroup(in: Array(content.utf8)) == nil)
  }

  @Test func strangers() {
    let some = OwnerLookup(map: Array("     65534     300000          1\n".utf8))
    #expect(some.isStranger(0, overflow: 65534))
    #expect(!some.isStranger(300_000, overflow: 65534))
    // Nobody out here: nothing can be said.
    #expect(!some.isStranger(65534, overflow: 65534))
    // The overflow id means nobody inside: the kernel refuses it by itself.
    #expect(!OwnerLookup(map: Array("0 1000 1\n".utf8)).isStranger(0, overflow: 65534))
    #expect(!OwnerLookup(map: Array("0 0 4294967295\n".utf8)).isStranger(5, overflow: 65534))
    #expect(OwnerLookup(map: Array("0 100000 65536\n".utf8)).isStranger(7, overflow: 65534))
    #expect(!OwnerLookup(map: Array("0 100000 65536\n".utf8)).isStranger(165_534, overflow: 65534))
    #expect(!OwnerLookup(map: []).isStranger(7, overflow: 65534))
    #expect(!OwnerLookup(map: Array("x y z".utf8)).isStranger(7, overflow: 65534))
  }
}
