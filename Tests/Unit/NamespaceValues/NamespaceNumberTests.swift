import Bytes
import NamespaceValues
import Testing

/// The two forms of a namespace by its number.
@Suite struct NamespaceNumberTests {
  @Test(
    arguments: [
      ("net:[4026532180]", .network, 4_026_532_180), ("mnt:[1]", .mount, 1),
      ("pid:[4294967295]", .pid, 4_294_967_295), ("time:[10]", .time, 10),
      ("cgroup:[9]", .cgroup, 9), ("user:[4026531837]", .user, 4_026_531_837),
      ("inode:4026532180", nil, 4_026_532_180), ("inode:1", nil, 1),
    ] as [(ByteString, NamespaceKind?, UInt64)])
  func theTwoForms(_ text: ByteString, _ kind: NamespaceKind?, _ number: UInt64) {
    let found = NamespaceNumber(text)
    #expect(found?.kind == kind && found?.number == number)
  }

  /// Attacker: whoever names files, and wants one taken for a namespace.
  @Test(
    arguments: [
      "", "net", "net:", "net:[", "net:[]", "net:[0]", "net:[01]", "net:[+1]", "net:[-1]",
      "net:[ 1]",
      "net:[1 ]", "net:[1]x", " net:[1]", "net:[1]]", "net:[[1]", "net[1]", "net:1", "net:[1x]",
      "net:[4294967296]", "net:[18446744073709551617]", "NET:[1]", "network:[1]", "mount:[1]",
      "x:[1]",
      ":[1]", "[1]", "pid_for_children:[1]", "inode:", "inode:0", "inode:01", "inode:+1",
      "inode: 1",
      "inode:1 ", "inode:4294967296", "inode:[1]", "Inode:1", "1", ":1", "net::[1]", "netnet:[1]",
      "net:[1]\n", "ne:[1]",
    ] as [ByteString])
  func nothingElse(_ text: ByteString) { #expect(NamespaceNumber(text) == nil) }
}
