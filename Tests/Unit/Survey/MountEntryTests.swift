import Survey
import Testing

/// Lines of mountinfo, of whatever is mounted.
@Suite struct MountEntryTests {
  let table = Array(
    """
    24 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    25 24 0:5 / /proc rw,nosuid,nodev master:3 - proc proc rw
    26 24 259:1048577 /x /srv/a\\040b rw - xfs /dev/nvme rw,nosuid
    27 26 0:9 / /srv/a\\040b ro - tmpfs none rw
    junk
    28 24 0:9 /

    """.utf8)

  @Test func whatALineSays() {
    let entries = MountTable.entries(of: table)
    #expect(entries.map { $0.fileSystem } == ["ext4", "proc", "xfs", "tmpfs"])
    #expect(entries.map { $0.isShared } == [true, false, false, false])
    #expect(entries[0].device == 0x801)
    #expect(entries[2].device == 0x1_0001_0301)
    #expect(entries[1].has("nosuid") && !entries[1].has("suid") && !entries[2].has("nosuid"))
    #expect(entries[2].root == "/x")
    #expect(entries[2].mountPoint == "/srv/a b")
  }

  @Test func whereAPathLies() {
    let entries = MountTable.entries(of: table)
    #expect(entries.holding("/srv/a b/c")?.fileSystem == "tmpfs")
    #expect(entries.holding("/srv/a bc")?.fileSystem == "ext4")
    #expect(entries.holding("/proc")?.fileSystem == "proc")
    #expect(entries.holding("relative") == nil)
  }
}
