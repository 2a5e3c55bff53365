import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Testing

/// The maps of ids, and their files.
@Suite struct MapRuleTests {
  let everything = CapabilitySet(first: 41)

  private func written(_ words: [ByteString], _ errno: Errno, _ file: ByteString = "uid_map") throws
    -> Situation
  {
    try Situation.unshare(words, .writeMap("/proc/7/\(file)", errno), on: rootHost).with {
      $0.evidence.process.capabilities?.effective = everything
    }
  }

  @Test func rangesOverlap() throws {
    let inside = try written(
      ["--map-users", "0:0:10", "--map-users", "5:100:10"], .invalidArgument)
    #expect(inside.topics == ["map-overlap"])
    #expect(inside.sentences == ["two lines of uid_map overlap inside: 0-9 and 5-14"])
    let outside = try written(
      ["--map-users", "0:0:10", "--map-users", "50:9:1"], .invalidArgument)
    #expect(outside.sentences == ["two lines of uid_map overlap outside: 0-9 and 9"])
    #expect(
      try written(["--map-users", "0:0:10", "--map-users", "10:10:10"], .invalidArgument).topics
        == [])
  }

  @Test func tooManyLines() throws {
    func lines(_ count: Int) -> [ByteString] {
      (0..<count).flatMap { ["--map-users", "\($0):\($0):1"] }
    }
    #expect(try written(lines(341), .invalidArgument).topics == ["map-too-long"])
    #expect(try written(lines(340), .invalidArgument).topics == [])
    #expect(
      try Situation.unshare(["--map-users", "0:0:1"], .mapTooLarge("/proc/7/uid_map")).topics
        == ["map-too-long"])
  }

  @Test func idsThatTheOuterNamespaceLacks() throws {
    let outside = try written(["--map-users", "0:5:10"], .notPermitted).with {
      $0.evidence.process.userMap = Situation.text("0 1000 1\n1 100000 9\n")
    }
    #expect(outside.topics == ["map-outside"])
    #expect(
      outside.sentences
        == ["uid_map is to have 5-14, but the outer user namespace has only 0, 1-9"])
    // All there, but the kernel wants them in one line.
    #expect(
      try written(["--map-users", "0:0:3"], .notPermitted).with {
        $0.evidence.process.userMap = Situation.text("0 1000 1\n1 100000 9\n")
      }.topics == ["map-outside"])
    #expect(outside.with { $0.evidence.process.userMap = Situation.text("0 0 15\n") }.topics == [])
    #expect(outside.with { $0.evidence.process.userMap = .unknown }.topics == [])
  }

  @Test func theRightsOfRoot() throws {
    let users = try written(["--map-users", "0:0:10"], .notPermitted)
    #expect(users.topics == [])
    #expect(
      users.with { $0.evidence.process.capabilities?.effective.remove(CapabilitySet(.setuid)) }
        .topics
        == ["map-needs-capability"])
    #expect(
      users.with { $0.evidence.process.capabilities?.effective.remove(CapabilitySet(.setgid)) }
        .topics
        == [])
    let groups = try written(["--map-groups", "0:0:10"], .notPermitted, "gid_map")
    #expect(
      groups.with { $0.evidence.process.capabilities?.effective.remove(CapabilitySet(.setgid)) }
        .topics
        == ["map-needs-capability"])
    let file = users.with {
      $0.evidence.process.capabilities?.effective.remove(CapabilitySet(.setfcap))
    }
    #expect(file.topics == ["map-root-needs-setfcap"])
    #expect(file.with { $0.evidence.kernel.release = "5.11.0" }.topics == [])
    let others = try written(["--map-users", "0:5:10"], .notPermitted).with {
      $0.evidence.process.capabilities?.effective.remove(CapabilitySet(.setfcap))
    }
    #expect(others.topics == [])
  }

  @Test func rootMapsItself() throws {
    let own = try Situation.unshare(
      ["-r"], .writeOwn("/proc/self/uid_map", .notPermitted), on: rootHost)
    #expect(own.topics == ["map-root-without-setfcap"])
    #expect(own.with { $0.evidence.kernel.release = nil }.topics == [])
    #expect(
      own.with { $0.trouble.failure = .launch(.writeOwn("/proc/self/gid_map", .notPermitted)) }
        .topics == [])
    #expect(
      try Situation.unshare(["-r"], .writeOwn("/proc/self/uid_map", .notPermitted)).topics == [])
  }

  /// Ubuntu lets anybody make a user namespace, and gives him nothing in it.
  @Test func theProfileOfUbuntu() throws {
    let own = try Situation.unshare(["-r"], .writeOwn("/proc/self/uid_map", .notPermitted)).with {
      $0.evidence.kernel.securityContext = Situation.text("unprivileged_userns (enforce)\n")
    }
    #expect(own.topics == ["apparmor-no-capabilities"])
    #expect(
      own.with { $0.evidence.kernel.securityContext = Situation.text("unconfined\n") }.topics == [])
  }

  @Test func setgroups() throws {
    let allowed = try Situation.unshare(
      ["-U", "--setgroups", "allow"], .writeOwn("/proc/self/setgroups", .notPermitted))
    #expect(allowed.topics == ["setgroups-denied"])
    let denied = try Situation.unshare(
      ["-U", "--map-groups", "0:0:1", "--setgroups", "deny"],
      .writeOwn("/proc/self/setgroups", .notPermitted), on: rootHost)
    #expect(denied.topics == ["setgroups-too-late"])
    #expect(
      allowed.with { $0.trouble.failure = .launch(.writeOwn("/proc/self/setgroups", .inputOutput)) }
        .topics == [])
  }

  @Test func filesThatCannotBeOpened() throws {
    let missing = try Situation.unshare(["-r"], .open("/proc/self/uid_map", .noEntry)).with {
      $0.evidence.process.proc = .known(FileLook(mode: 0o040755, fileSystem: .cgroup2))
    }
    #expect(missing.topics == ["proc-not-mounted"])
    #expect(
      missing.with {
        $0.evidence.process.proc = .known(FileLook(mode: 0o040555, fileSystem: .proc))
      }.topics == [])
    #expect(missing.with { $0.evidence.process.proc = .unknown }.topics == [])
    let closed = try Situation.unshare(["-r"], .open("/proc/self/uid_map", .accessDenied)).with {
      $0.evidence.process.allowsDumping = false
    }
    #expect(closed.topics == ["not-dumpable"])
    #expect(closed.with { $0.evidence.process.allowsDumping = true }.topics == [])
    let offsets = try Situation.unshare(
      ["-T", "--monotonic", "1"], .openOffsets("/proc/self/timens_offsets", .accessDenied)
    ).with { $0.evidence.process.allowsDumping = false }
    #expect(offsets.topics == ["not-dumpable"])
  }
}
