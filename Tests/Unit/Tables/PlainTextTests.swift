import Bytes
import Testing

@testable import Tables

/// The examples that were measured on the original.
struct PlainTextTests {
  private let long =
    "a-rather-long-name with blanks and more text to be cut off somewhere 1000"

  private var two: Table {
    table(
      [Sample.type, Sample.nprocs, Sample.user, Sample.command],
      [(["uts", "2", "root", "init case"], nil), (["uts", "1", "root", long], 0)])
  }

  @Test func narrowTerminals() {
    #expect(
      plain(two, width: 40) == """
        TYPE NPROCS USER COMMAND
        uts       2 root init case
        uts       1 root └─a-rather-long-name wi

        """)
    #expect(
      plain(two, width: 60) == """
        TYPE NPROCS USER COMMAND
        uts       2 root init case
        uts       1 root └─a-rather-long-name with blanks and more t

        """)
    // Nothing gets smaller than its heading.
    #expect(plain(two, width: 20).contains("uts       1 root └─a-rat\n"))
  }

  @Test func wideTerminalsGiveHints() {
    for width in [120, 200] {
      #expect(
        plain(two, width: width) == """
          TYPE  NPROCS USER COMMAND
          uts        2 root init case
          uts        1 root └─\(long)

          """)
    }
  }

  @Test func twoColumnsThatMayBeCut() {
    let twice = table(
      [Sample.flatCommand, Sample.type, Sample.flatCommand],
      [(["init case", "uts", "init case"], nil), ([long, "uts", long], nil)])
    #expect(
      plain(twice, width: 60) == """
        COMMAND                                         TYPE COMMAND
        init case                                       uts  init ca
        a-rather-long-name with blanks and more text to uts  a-rathe

        """)
  }

  @Test(
    arguments: [
      (nil, "        NS TYPE NPROCS PID USER COMMAND"),
      (41, "        NS TYPE NPROCS PID USER COMMAND"),
      (42, "        NS TYPE NPROCS  PID USER COMMAND"),
      (43, "        NS TYPE  NPROCS  PID USER COMMAND"),
      (44, "        NS TYPE  NPROCS   PID USER COMMAND"),
      (80, "        NS TYPE  NPROCS   PID USER COMMAND"),
    ] as [(Int?, String)])
  func growing(width: Int?, heading: String) {
    let one = table(
      [Sample.ns, Sample.type, Sample.nprocs, Sample.pid, Sample.user, Sample.command],
      [(["4026531840", "mnt", "2", "1", "root", "init case"], nil)])
    #expect(plain(one, width: width).split(separator: "\n").first.map(String.init) == heading)
  }

  @Test func ownerTree() {
    let owners = table(
      [Sample.nsTree, Sample.type, Sample.nprocs, Sample.flatCommand],
      [
        (["4026531837", "user", "3", "init case"], nil),
        (["4026531838", "uts", "2", "init case"], 0), (["4026532177", "uts", "1", long], 0),
      ])
    #expect(
      plain(owners, width: 50) == """
        NS           TYPE NPROCS COMMAND
        4026531837   user      3 init case
        ├─4026531838 uts       2 init case
        └─4026532177 uts       1 a-rather-long-name with b

        """)
  }

  @Test func wideCharacters() {
    let wide = table(
      [Sample.flatCommand, Sample.type, Sample.nprocs],
      [(["中文中文中文中文 1000", "uts", "1"], nil)])
    #expect(plain(wide, width: 30).split(separator: "\n").last == "中文中文中文中文 1 uts       1")
  }

  /// Lines in cells, one too wide for its column, and a tree that goes on beside them.
  @Test func manyLines() {
    let mounts = table(
      [Sample.ns, Sample.nsfs, Sample.pid, Sample.command],
      [
        (["4026531833", "", "1", "init case"], nil),
        (["4026532182", "/mnt/abc/m/e\t\t\n/mnt/abc/m/abcdefg", "5", "sleep 1000"], 0),
        (["4026532252", "/mnt/abc/m/b1\n/mnt/abc/m/b2", "7", "sleep 1001"], 1),
      ])
    let expected = [
      "        NS NSFS               PID COMMAND",
      "4026531833                      1 init case",
      "4026532182 /mnt/abc/m/e\\x09\\x09",
      "                                5 └─sleep 1000",
      "           /mnt/abc/m/abcdefg       │ ",
      "4026532252 /mnt/abc/m/b1        7   └─sleep 1001",
      "           /mnt/abc/m/b2              ", "",
    ]
    #expect(plain(mounts) == expected.joined(separator: "\n"))
  }

  /// Nothing in a cell reaches a terminal raw.
  @Test func hostileText() {
    let hostile = table(
      [Sample.type, Sample.flatCommand],
      [(["uts", "a\u{1b}[2Jb\n\\x é\u{85}"], nil)])
    #expect(plain(hostile) == "TYPE COMMAND\nuts  a\\x1b[2Jb\\x0a\\x5cx é\\xc2\\x85\n")
    #expect(
      plain(hostile, unicode: false)
        == "TYPE COMMAND\nuts  a\\x1b[2Jb\\x0a\\x5cx \\xc3\\xa9\\xc2\\x85\n")
    var invalid = Table([Sample.flatCommand])
    invalid.add(Table.Row([ByteString([0xff, 0xe4, 0x41])]))
    #expect(plain(invalid, hasHeading: false) == "\\xff\\xe4A\n")
  }

  @Test func emptyCells() {
    let empty = table(
      [Sample.ns, Sample.type, Sample.nprocs, Sample.pid, Sample.user, Sample.command],
      [(["4026532180", "net", "0", "", "root", ""], nil)])
    #expect(
      plain(empty) == """
                NS TYPE NPROCS PID USER COMMAND
        4026532180 net       0     root\u{20}

        """)
    #expect(plain(Table([Sample.ns])) == "")
  }

  /// Without a heading a column may vanish, but not its separator; one digit stays one cell.
  @Test func noHeading() {
    let row = table(
      [Sample.type, Sample.pid, Sample.nprocs, Sample.user], [(["net", "", "3", "root"], nil)])
    #expect(plain(row, hasHeading: false) == "net    3 root\n")
    let two = table([Sample.pid, Sample.nprocs], [(["12", "34567"], nil)])
    #expect(plain(two, hasHeading: false) == "   12 34567\n")
  }
}
