import Bytes
import Kernel
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

  /// Somebody mounts a file of his over the one of the kernel; -2147483648 was a trap.
  @Test(
    arguments: [
      ("pos:\t0\nPid:\t77\nNSpid:\t77\t1\n", 77), ("Pid:\t0", 0), ("Pid:\t-1\n", -1),
      ("Pid:\t-2147483648\n", Int32.min), ("Pid:\t2147483647\n", .max), ("Pid:\t2147483648\n", nil),
      ("Pid:\t-2147483649\n", nil), ("Pid:\t4294967297\n", nil), ("Pid:\t-4294967296\n", nil),
      ("Pid:\t18446744073709551615\n", nil), ("Pid:\t-18446744073709551616\n", nil),
      ("Pid:\nPid:\t1\n", nil), ("xPid:\t1\n", nil), ("", nil),
    ] as [(String, Int32?)])
  func processNumbers(content: String, number: Int32?) {
    #expect(processNumber(in: Array(content.utf8)) == number)
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
    // A number that does not fit is not taken for a small one.
    #expect(
      !OwnerLookup(map: Array("0 4294967296 65535\n".utf8)).isStranger(70_000, overflow: 65534))
    #expect(!OwnerLookup(map: []).isStranger(7, overflow: 65534))
    #expect(!OwnerLookup(map: Array("x y z".utf8)).isStranger(7, overflow: 65534))
  }
}
