import NamespaceValues
import Testing

@testable import Bytes
@testable import Launch

/// What hides parts of a /proc or /sys, from a table of mounts in which others have a say.
struct MountCoverTests {
  private func names(_ mount: UInt32, _ table: String) throws -> [String] {
    try covers(of: mount, in: Array(table.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static let options: [(String, meansGroup: Bool, String?)] = [
    ("rw", false, ""), ("ro,seclabel", false, ""),
    ("rw,hidepid=invisible", false, "hidepid=invisible,"),
    ("rw,gid=5,hidepid=2,subset=pid", true, "gid=5,hidepid=2,subset=pid,"),
    ("rw,gid=5,hidepid=2", false, nil), ("rw,hidepid", true, nil), ("rw,new=1", true, nil),
  ]

  @Test(
    "who would see more than the old one shows: what is not known is refused", arguments: options)
  func optionsOfProc(row: (String, meansGroup: Bool, String?)) {
    let table =
      "3 1 0:4 / /p rw - proc p rw,hidepid=1\n30 20 0:4 / /proc rw shared:7 - proc proc \(row.0)\n"
    let found = try? procOptions(of: 30, in: Array(table.utf8), meansGroup: row.meansGroup)
    #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == row.2)
    #expect(throws: Errno.invalidArgument) {
      try procOptions(of: 31, in: Array(table.utf8), meansGroup: true)
    }
  }

  @Test func directlyOnIt() throws {
    let table = """
      20 1 8:1 / / rw - ext4 /dev/a rw
      31 30 0:5 /null /proc/kcore rw - tmpfs t rw
      30 20 0:4 / /proc rw shared:7 - proc proc rw
      32 30 0:4 /sys /proc/sys ro - proc proc rw
      33 32 0:6 / /proc/sys/fs/binfmt_misc rw - binfmt_misc b rw
      34 20 0:4 / /procession rw - proc proc rw

      """
    #expect(try names(30, table) == ["kcore", "sys"])
    #expect(try names(34, table) == [])
  }

  @Test(
    "an attacker's table: no such mount, one on the whole, a name in another writing",
    arguments: [
      ("20 1 8:1 / / rw - a b c", Errno.invalidArgument),
      ("", .invalidArgument),
      ("30 20 0:4 / /proc rw - a b c\n31 30 0:4 / /proc rw - a b c", .notSupported),
      (
        #"30 20 0:4 / /proc rw - a b c"# + "\n" + #"31 30 0:4 / /proc/a\040b rw - a b c"#,
        .notSupported
      ),
    ])
  func closed(_ table: String, _ expected: Errno) {
    #expect(throws: expected) { try names(30, table) }
  }

  @Test("cut and odd lines are no mounts, and end nothing") func odd() throws {
    #expect(
      try names(30, "30 20\n\n31 30 0:4\n30 20 0:4 / /proc rw - a b c\n\u{0} \u{1} 3 4 5 6 7") == []
    )
  }
}
