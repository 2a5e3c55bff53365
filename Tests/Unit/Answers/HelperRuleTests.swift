import Answers
import Bytes
import Kernel
import Launch
import NamespaceValues
import Testing

/// newuidmap(1) and newgidmap(1) did not do what a plain user asked for.
@Suite struct HelperRuleTests {
  /// Everything is as it must be.
  private func failed(_ words: [ByteString], status: Int32 = 1) throws -> Situation {
    try Situation.unshare(words, .helperExited(status)).with {
      $0.evidence.delegation.users = Situation.text("other:165536:65536\ntester:100000:65536\n")
      $0.evidence.delegation.groups = Situation.text("1001:200000:65536\n")
      $0.evidence.delegation.accounts = Situation.text("tester:x:1001:1001::/:/bin/sh\n")
      $0.evidence.delegation.services = Situation.text("passwd: files\n")
      $0.evidence.delegation.programs = [program(mode: 0o104755)]
      // The process is in the new user namespace.
      $0.evidence.process.userMap = Situation.text("")
      $0.evidence.process.groupMap = Situation.text("")
    }
  }

  private func program(mode: UInt32, gives: Bool? = false) -> DelegationEvidence.Program {
    .init(
      .users, at: "/usr/bin/newuidmap", FileLook(device: 0x801, mode: mode),
      givesCapabilities: gives)
  }

  @Test func nothingIsSaidWithoutACause() throws {
    #expect(try failed(["--map-auto"]).topics == [])
    #expect(try failed(["--map-users", "0:1001:1"]).topics == [])
  }

  @Test func itIsMissing() throws {
    func situation(_ words: [ByteString], _ program: ByteString, _ errno: Errno) throws -> [String]
    {
      try Situation.unshare(words, .execute(program, errno)).topics
    }
    #expect(try situation(["--map-auto"], "newuidmap", .noEntry) == ["helper-missing"])
    #expect(try situation(["--map-auto"], "newgidmap", .noEntry) == ["helper-missing"])
    #expect(try !situation(["--map-auto"], "newuidmap", .accessDenied).contains("helper-missing"))
    #expect(try !situation(["-r"], "newuidmap", .noEntry).contains("helper-missing"))
    // Who waited for it says no more.
    let waiting = try failed(["--map-auto"], status: 127).with {
      $0.evidence.process.forbidsNewPrivileges = true
    }
    #expect(waiting.topics == [])
  }

  @Test func aRangeOfSomebodyElse() throws {
    let foreign = try failed(["--map-users", "0:165536:10"])
    #expect(foreign.topics == ["range-not-delegated"])
    #expect(
      foreign.sentences
        == ["/etc/subuid does not give 165536-165545 to user 1001, who has 100000-165535"])
    #expect(try failed(["--map-users", "0:100000:65536"]).topics == [])
    #expect(try failed(["--map-users", "0:100000:65537"]).topics == ["range-not-delegated"])
    // Who else delegates ids is not known.
    #expect(
      foreign.with { $0.evidence.delegation.services = Situation.text("subid:\tsss files\n") }
        .topics
        == [])
    #expect(foreign.with { $0.evidence.delegation.services = .unknown }.topics == [])
    #expect(
      foreign.with {
        $0.evidence.delegation.users = Situation.text(
          "tester:100000:65536\n1001:165536:9\n1001:165545:1\n")
      }.topics == [])
    #expect(
      try failed(["--map-groups", "0:100000:10"]).sentences
        == ["/etc/subgid does not give 100000-100009 to user 1001, who has 200000-265535"])
    let nothing = foreign.with { $0.evidence.delegation.users = Situation.text(":165536:65536\n") }
    #expect(nothing.sentences.first?.hasSuffix("who has none") == true)
  }

  @Test func rangesOverlap() throws {
    #expect(
      try failed(["--map-users", "0:100000:10", "--map-users", "9:100100:1"]).topics == [
        "map-overlap"
      ])
  }

  @Test func noNewPrivileges() throws {
    let fixed = try failed(["--map-auto"]).with { $0.evidence.process.forbidsNewPrivileges = true }
    #expect(fixed.topics == ["no-new-privs"])
    #expect(fixed.with { $0.evidence.process.forbidsNewPrivileges = nil }.topics == [])
  }

  @Test func itHasNoRights() throws {
    let plain = try failed(["--map-auto"]).with {
      $0.evidence.delegation.programs = [program(mode: 0o100755)]
    }
    #expect(plain.topics == ["helper-without-rights"])
    // Fedora's have capabilities instead.
    for gives in [true, nil] {
      #expect(
        plain.with { $0.evidence.delegation.programs = [program(mode: 0o100755, gives: gives)] }
          .topics
          == [])
    }
  }

  /// They run one after the other.
  @Test func theOneThatWorkedIsNotBlamed() throws {
    let both = try failed(["--map-auto"]).with {
      $0.evidence.delegation.programs = [
        program(mode: 0o100755),
        .init(
          .groups, at: "/usr/bin/newgidmap", FileLook(mode: 0o100755), givesCapabilities: false),
      ]
    }
    #expect(both.sentences[0].hasPrefix("/usr/bin/newuidmap is"))
    let second = both.with { $0.evidence.process.userMap = Situation.text("0 100000 65536\n") }
    #expect(second.sentences[0].hasPrefix("/usr/bin/newgidmap is"))
    #expect(second.with { $0.evidence.delegation.programs.removeLast() }.topics == [])
    #expect(both.with { $0.evidence.delegation.programs.removeFirst() }.topics == [])
    // Nor are its ranges.
    let foreign = try failed(["--map-users", "0:165536:10", "--map-groups", "0:200000:1"])
    #expect(foreign.topics == ["range-not-delegated"])
    #expect(
      foreign.with { $0.evidence.process.userMap = Situation.text("0 165536 10\n") }.topics == [])
  }

  @Test func itsFileSystemTakesThem() throws {
    func mounted(_ line: String) throws -> [String] {
      try failed(["--map-auto"]).with { $0.evidence.process.mounts = Situation.text(line) }.topics
    }
    let root = "24 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n"
    #expect(try mounted("24 1 8:1 / / rw,nosuid - ext4 /dev/sda1 rw\n") == ["helper-nosuid"])
    #expect(try mounted(root) == [])
    #expect(
      try mounted(root + "25 24 8:1 / /usr/bin rw,nosuid,nodev - ext4 x rw\n") == ["helper-nosuid"])
    #expect(try mounted(root + "25 24 8:1 / /usr/bi rw,nosuid - ext4 x rw\n") == [])
    // A link leads elsewhere.
    #expect(try mounted(root + "25 24 8:2 / /usr/bin rw,nosuid - ext4 x rw\n") == [])
  }

  /// Two processes wait for a program that fails: what one of them says is said once.
  @Test func theOuterNamespaceHasFewIDs() throws {
    let outside = try failed(["--map-auto"]).with {
      $0.evidence.process.userMap = Situation.text("1001 1001 1\n")
      $0.evidence.process.groupMap = Situation.text("1001 1001 1\n")
    }
    #expect(outside.topics == ["subids-outside"])
    #expect(
      outside.sentences
        == ["this user namespace has only 1001, but /etc/subuid delegates 100000-165535"])
    #expect(
      outside.with { $0.evidence.process.userMap = Situation.text("0 0 4294967295\n") }.topics == []
    )
    #expect(outside.with { $0.evidence.process.forbidsNewPrivileges = true }.topics == [])
    // The users were mapped, but not the groups.
    let inside = outside.with { $0.evidence.process.groupMap = Situation.text("") }
    #expect(inside.topics == [])
    #expect(inside.with { $0.evidence.process.groupMap = .unknown }.topics == [])
  }
}
