import NamespaceValues
import Testing

@testable import Bytes
@testable import Launch

/// What hides parts of a /proc or /sys, from a table of mounts in which others have a say.
struct MountCoverTests {
  private func names(_ mount: UInt32, _ table: String) throws -> [String] {
    try MountTable(Array(table.utf8)).hidden(by: mount, "proc", meansGroup: false).covers
      .map { String(decoding: $0.bytes, as: UTF8.self) }
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
      "3 1 0:4 / /p rw - proc p rw,hidepid=1\n30 20 0:4 / / rw shared:7 - proc proc \(row.0)\n"
    let mounts = MountTable(Array(table.utf8))
    let found = try? mounts.hidden(by: 30, "proc", meansGroup: row.meansGroup)
    #expect((found?.options).map { String(decoding: $0.bytes, as: UTF8.self) } == row.2)
    #expect(found == nil || found?.isReadOnly == row.0.hasPrefix("ro"))
    #expect(throws: Errno.invalidArgument) {
      try mounts.hidden(by: 31, "proc", meansGroup: true)
    }
  }

  @Test func directlyOnIt() throws {
    let table = """
      20 1 8:1 / / rw - ext4 /dev/a rw
      31 30 0:5 /null /kcore rw - tmpfs t rw
      30 20 0:4 / / rw shared:7 - proc proc rw
      32 30 0:4 /sys /sys ro - proc proc rw
      33 32 0:6 / /sys/fs/binfmt_misc rw - binfmt_misc b rw
      34 20 0:4 / / rw - proc proc rw

      """
    #expect(try names(30, table) == ["kcore", "sys"])
    #expect(try names(34, table) == [])
  }

  @Test(
    "an attacker's table: no such mount, one on the whole, a name in another writing",
    arguments: [
      ("20 1 8:1 / / rw - proc p rw", Errno.invalidArgument),
      ("", .invalidArgument),
      ("30 20 0:4 / / rw - proc p rw\n31 30 0:4 / / rw - proc p rw", .notSupported),
      (
        #"30 20 0:4 / / rw - proc p rw"# + "\n" + #"31 30 0:4 / /a\040b rw - proc p rw"#,
        .notSupported
      ),
    ])
  func closed(_ table: String, _ expected: Errno) {
    #expect(throws: expected) { try names(30, table) }
  }

  @Test(
    "an attacker's mount that came to the number: a part of one, one of another type, one elsewhere"
  )
  func anotherMount() {
    for row in [
      "30 20 0:4 /tty / rw - proc p rw", "30 20 0:4 / / rw - sysfs s rw",
      "30 20 0:4 / /proc rw - proc p rw",
    ] {
      #expect(throws: Errno.notSupported) { try names(30, row) }
    }
    let table = MountTable(Array("30 20 0:4 / /a rw - tmpfs t rw\n".utf8))
    #expect(table.isWhole(30, "tmpfs") == true && table.isWhole(30, "proc") == false)
    #expect(table.isWhole(3, "tmpfs") == nil && table.isWhole(20, "tmpfs") == nil)
  }

  @Test("a cover that another one covers: on the way to it there can be a file server that hangs")
  func coveredCover() throws {
    let table = """
      30 20 0:4 / / rw - proc proc rw
      31 30 0:5 /null /sys/kernel/ostype rw - tmpfs t rw
      32 30 0:5 /null /system rw - tmpfs t rw
      33 30 0:8 / /sys rw - fuse.proc fz rw

      """
    #expect(try names(30, table) == ["system", "sys"])
  }

  @Test("a mount on a cover that its copy would go without, before Linux 6.17") func unbindable() {
    let table = "30 20 0:4 / / rw - proc p rw\n31 30 0:4 /sys /sys ro master:3 - proc p rw\n"
    #expect(throws: Never.self) { try names(30, table) }
    #expect(throws: Errno.notSupported) {
      try names(30, table + "32 31 0:5 /null /sys/vm rw master:4 unbindable - tmpfs t rw\n")
    }
  }

  @Test("who makes so many mounts that to compare them takes hours") func tooMany() {
    let cover = { "\(100 + $0) 30 0:5 / /a\($0) rw - tmpfs t rw\n" }
    let whole = { "\(100 + $0) 20 0:4 / /a\($0) rw - proc p rw\n" }
    for count in [1000, 1001] {
      let numbers = 1...count
      let covers = "30 20 0:4 / / rw - proc p rw\n" + numbers.map(cover).joined()
      #expect((try? names(30, covers))?.count == (count == 1000 ? 1000 : nil))
      let table = MountTable(Array(numbers.map(whole).joined().utf8))
      let any = try? table.hiddenByAny("proc", meansGroup: false)
      #expect((any == nil) == (count > 1000))
    }
  }

  @Test("cut and odd lines are no mounts, and end nothing") func odd() throws {
    #expect(
      try names(30, "30 20\n\n31 30 0:4\n30 20 0:4 / / rw - proc p rw\n\u{0} \u{1} 3 4 5 6 7")
        == []
    )
  }

  /// What is expected of all mounts of a type: the names, whether nothing can be written, and the options; or nil.
  private static let anywhere: [(String, String?)] = [
    ("", nil),
    // A part of one is none, nor is one of another type.
    ("30 20 0:4 /sys /x rw - proc p rw\n31 20 0:5 / /y rw - sysfs s rw", nil),
    ("30 20 0:4 / /proc rw - proc p rw", " rw "),
    // What hides parts of one that is covered itself, and of one elsewhere; what hides nothing.
    ("30 20 0:4 / /proc rw - proc p rw\n31 30 0:4 /sys /proc/sys ro - proc p rw", nil),
    (
      "30 20 0:4 / /proc rw - proc p rw\n32 20 0:4 / /a/proc rw - proc p rw\n"
        + "33 32 0:9 / /a/proc/fs rw - tmpfs t rw", nil
    ),
    (
      "30 20 0:4 / /proc rw - proc p rw\n31 30 0:9 / /proc/sys/fs/binfmt_misc rw - autofs a rw\n"
        + "32 30 0:9 / /proc/fs/nfsd rw - nfsd n rw", " rw "
    ),
    // An attacker who renames a directory above while the table is read.
    ("30 20 0:4 / /proc rw - proc p rw\n31 30 0:9 / /fs/nfsd/sys rw - tmpfs t rw", nil),
    // A second one on the whole of it is one of them; anything else hides all of it.
    (
      "30 20 0:4 / /proc rw - proc p rw\n31 30 0:8 / /proc rw - proc p rw\n"
        + "32 31 0:9 / /proc/fs rw - tmpfs t rw", nil
    ),
    ("30 20 0:4 / /proc rw - proc p rw\n31 30 0:8 / /proc rw - proc p rw", " rw "),
    ("30 20 0:4 / /proc rw - proc p rw\n31 30 0:9 / /proc rw - tmpfs t rw", nil),
    ("30 20 0:4 / /proc rw - proc p rw\n31 30 0:4 /sys /proc rw - proc p rw", nil),
    // One that is read-only, by itself or by its file system, is enough.
    ("30 20 0:4 / /proc rw - proc p rw\n31 20 0:4 / /a ro,nosuid - proc p rw", " ro "),
    ("30 20 0:4 / /proc rw - proc p ro\n31 20 0:4 / /a rw - proc p rw", " ro "),
    // Whom they show what.
    (
      "30 20 0:4 / /proc rw - proc p rw,hidepid=2\n31 20 0:8 / /a rw - proc p rw,hidepid=2",
      " rw hidepid=2,"
    ),
    ("30 20 0:4 / /proc rw - proc p rw,hidepid=2\n31 20 0:8 / /a rw - proc p rw", nil),
    ("30 20 0:4 / /proc rw - proc p rw\n31 20 0:8 / /a rw - proc p rw,new=1", nil),
    // One that is the root of all.
    ("30 1 0:4 / / rw - proc p rw\n31 30 0:9 / /fs/nfsd rw - nfsd n rw", " rw "),
  ]

  @Test("a target that chose a place where nothing is hidden", arguments: anywhere)
  func hiddenByAny(_ table: String, _ expected: String?) {
    let found = try? MountTable(Array(table.utf8)).hiddenByAny("proc", meansGroup: false)
    let text = found.map { found in
      let names = found.covers.map { String(decoding: $0.bytes, as: UTF8.self) }
      return names.joined(separator: " ") + (found.isReadOnly ? " ro " : " rw ")
        + String(decoding: found.options.bytes, as: UTF8.self)
    }
    #expect(text == expected)
  }
}
