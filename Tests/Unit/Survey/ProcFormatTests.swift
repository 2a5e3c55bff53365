import Bytes
import Testing

@testable import Survey

/// The files of proc(5) that tell of processes and mounts.
struct ProcFormatTests {
  @Test(arguments: [
    ("1 (init) S 0 1 1\n", 1, 0),
    ("77 (a) S 9 (b) R 5 1\n", 77, 5),
    ("77 (x\ny) z) S 5 1 1\n", 77, 5),
    ("77 (x) S -1 1\n", 77, -1),
    ("99999999999 (x) S 5 \n", Int(Int32.max), 5),
    // What stands behind a NUL is read as well.
    ("77 (x) S\u{0}5 1\n", 77, 5),
  ])
  func readsStatus(text: String, process: Int, parent: Int) throws {
    let status = try #require(ProcessStat(Array(text.utf8)))
    #expect(status.process.number == Int32(process))
    #expect(status.parent.number == Int32(parent))
  }

  @Test(arguments: [
    "", "\n", "77", "77 (x", "77 x) S 5 1\n", "77 (x)\n", "77 (x) S\n", "x (x) S 5 1\n",
  ])
  func refusesMalformedStatus(text: String) {
    #expect(ProcessStat(Array(text.utf8)) == nil)
  }

  @Test func findsMountsOfNamespaces() {
    let text = """
      22 1 0:21 / /proc rw,nosuid shared:5 - proc proc rw
      9 1 0:4 uts:[4026531838] /a\\040b rw shared:3 - NSFS nsfs rw
      # 9 1 0:4 uts:[4026531838] /comment rw - nsfs nsfs rw
      9 1 0:4 uts:[4026531838] /c - nsfs nsfs rw
      9 1 04 uts:[4026531838] /device rw - nsfs nsfs rw
      9 x 0:4 uts:[4026531838] /number rw - nsfs nsfs rw
      9 1 0:4 uts:[4026531838] /d\\011\\012\\134 rw - nsfs nsfs rw
      9 1 0:4 uts:[] /none rw - nsfs nsfs rw
      9 1 0:4 /[4026531838] /dir rw - tmpfs nsfs rw
      9 1 0:4 net:[4026531840]\trw\trw shared:1 master:2 -\tnsfs nsfs rw
      """
    let mounts = Array(text.utf8).split(separator: 10).compactMap {
      MountTable.namespaceMount(in: $0)
    }
    #expect(mounts.map(\.mountPoint) == ["/a b", "/d\t\n\\", "rw"])
    #expect(mounts.map(\.number) == [4_026_531_838, 4_026_531_838, 4_026_531_840])
    #expect(mounts.first?.root == "uts:[4026531838]")
  }

  /// What may keep a walker waiting is found wherever it stands on the way, and where the table
  /// does not say what the root is.
  @Test func remoteMounts() {
    func remote(_ lines: String) -> RemoteMounts {
      var found = RemoteMounts()
      for line in Array(lines.utf8).split(separator: 10) { found.insert(line) }
      return found
    }
    let root = "22 1 0:21 / / rw shared:5 - ext4 /dev/sda1 rw\n"
    let some = remote(
      root + """
        23 22 0:22 / /mnt/a\\040b rw - fuse.sshfs host rw
        24 22 0:23 / /srv rw master:1 - nfs4 host:/srv rw
        25 22 0:24 / /run rw - tmpfs none rw
        broken
        """)
    for path in ["/mnt/a b/c", "/srv/x/y", "/srv/"] {
      #expect(some.areOnWay(to: ByteString(path.utf8)))
    }
    for path in ["/run/netns/a", "/mnt/a", "/srv", "/srvx/y", "/mnt/a b", "/"] {
      #expect(!some.areOnWay(to: ByteString(path.utf8)))
    }
    #expect(remote("").areOnWay(to: "/run/a"))
    #expect(remote("23 22 0:22 / /run rw - tmpfs none rw\n").areOnWay(to: "/run/a"))
    #expect(remote(root + "23 22 0:22 / / rw - nfs host rw\n").areOnWay(to: "/run/a"))
  }

  @Test func commandsLoseTheirLastByte() {
    #expect(ProcessCommand.text(of: Array("sleep\u{0}1000\u{0}".utf8)) == "sleep 1000")
    #expect(ProcessCommand.text(of: Array("title".utf8)) == "titl")
    #expect(ProcessCommand.text(of: [0]).isEmpty)
    #expect(ProcessCommand.text(of: []).isEmpty)
    #expect(ProcessCommand.text(of: [0xff, 0, 0xc3, 0]) == ByteString([0xff, 0x20, 0xc3]))
  }
}
