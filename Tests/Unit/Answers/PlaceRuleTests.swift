import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Testing

/// Mounts, directories, files of namespaces, and clocks.
@Suite struct PlaceRuleTests {
  let proc = Answer.known(FileLook(mode: 0o040555, fileSystem: .proc))

  @Test func theRootIsNoMountPoint() throws {
    let chroot = try Situation.unshare(["-m"], .setRootPropagation(.invalidArgument))
    #expect(chroot.topics == ["root-not-mount-point"])
    #expect(
      chroot.with { $0.trouble.failure = .launch(.setRootPropagation(.notPermitted)) }.topics == [])
  }

  @Test func aFilterOfMounts() throws {
    let filtered = try Situation.unshare(["-m"], .setRootPropagation(.notPermitted)).with {
      $0.evidence.process.status = Situation.text("Seccomp:\t2\n")
      $0.evidence.kernel.refusals = [.init(of: .mount, .notPermitted)]
    }
    #expect(filtered.topics == ["seccomp-filter"])
    #expect(filtered.sentences.first?.contains("refuses mount(2)") == true)
    #expect(
      filtered.with { $0.evidence.kernel.refusals = [.init(of: .setns, .notPermitted)] }.topics
        == [])
  }

  @Test func theMountPointIsMissing() throws {
    let missing = try Situation.unshare(["--mount-proc=/nowhere"], .mount("/nowhere", .noEntry))
    #expect(missing.topics == ["mount-point-missing"])
    #expect(missing.sentences == ["the directory /nowhere has to be made before (mkdir)"])
    let below = try Situation.unshare(["--mount-proc", "-R", "/srv"], .mount("/proc", .noEntry))
    #expect(below.sentences == ["the directory /proc below /srv has to be made before (mkdir)"])
    #expect(
      missing.with { $0.trouble.failure = .launch(.mount("/nowhere", .inputOutput)) }.topics == [])
  }

  @Test func procTakesAPIDNamespace() throws {
    let alone = try Situation.unshare(["-r", "--mount-proc"], .mount("/proc", .notPermitted)).with {
      $0.evidence.process.userNamespace = .known("user:[4026532000]")
      $0.evidence.process.proc = proc
    }
    #expect(alone.topics == ["proc-needs-pid"])
    #expect(alone.sentences.first?.hasPrefix("in a user namespace") == true)
    let nested = try Situation.unshare(["--mount-proc"], .mount("/proc", .notPermitted)).with {
      $0.evidence.process.userNamespace = .known("user:[4026532000]")
      $0.evidence.process.proc = proc
    }
    #expect(nested.sentences.first?.hasPrefix("probably this PID namespace") == true)
    #expect(nested.with { $0.evidence.process.userNamespace = .unknown }.topics == [])
    let whole = try Situation.unshare(["-rpf", "--mount-proc"], .mount("/proc", .notPermitted)).with
    {
      $0.evidence.process.userNamespace = .known("user:[4026532000]")
      $0.evidence.process.proc = proc
    }
    #expect(whole.topics == [])
  }

  @Test func procTakesAChild() throws {
    func refused(_ words: [ByteString], in user: ByteString) throws -> [String] {
      try Situation.unshare(words, .mount("/proc", .notPermitted)).with {
        $0.evidence.process.userNamespace = .known(user)
        $0.evidence.process.proc = proc
      }.topics
    }
    for words: [ByteString] in [["-rp", "--mount-proc"], ["-Up", "--mount-proc"]] {
      #expect(try refused(words, in: "user:[4026532000]") == ["proc-needs-fork"])
    }
    // In a user namespace that is there already.
    #expect(try refused(["-p", "--mount-proc"], in: "user:[4026532000]") == ["proc-needs-fork"])
    #expect(try refused(["-pf", "--mount-proc"], in: "user:[4026532000]") == [])
    #expect(try refused(["-p", "--mount-proc"], in: "user:[4026531837]") == [])
    #expect(try refused(["-rpf", "--mount-proc"], in: "user:[4026532000]") == [])
  }

  @Test func procIsCovered() throws {
    func mounted(_ lines: String) throws -> Situation {
      try Situation.unshare(["-rpf", "--mount-proc"], .mount("/proc", .notPermitted)).with {
        $0.evidence.process.userNamespace = .known("user:[4026532000]")
        $0.evidence.process.proc = proc
        $0.evidence.process.mounts = Situation.text("24 1 8:1 / / rw - ext4 /dev/sda1 rw\n" + lines)
      }
    }
    let whole = "25 24 0:5 / /proc rw,nosuid - proc proc rw\n"
    #expect(
      try mounted(whole + "26 25 0:6 / /proc/kcore rw - tmpfs tmpfs rw\n").topics == [
        "proc-covered"
      ])
    #expect(
      try mounted(whole + "26 25 0:6 / /proc/kcore\\040x rw - tmpfs x rw\n").sentences.first?
        .hasPrefix("/proc/kcore x hides") == true)
    #expect(try mounted("25 24 0:5 / /proc ro,nosuid - proc proc rw\n").topics == ["proc-covered"])
    #expect(try mounted(whole).topics == [])
    #expect(
      try mounted(whole + "26 25 0:6 / /proc/sys/fs/binfmt_misc rw - binfmt_misc x rw\n").topics
        == [])
    // Below another root it is not that /proc.
    let below = try Situation.unshare(
      ["-rpf", "--mount-proc", "-R", "/srv"], .mount("/proc", .notPermitted))
    #expect(below.topics == [])
    let none = try mounted("").with {
      $0.evidence.process.proc = .known(FileLook(mode: 0o040755, fileSystem: .cgroup2))
    }
    #expect(none.topics == ["proc-not-visible"])
  }

  /// Who masks /proc in a container names the mount point.
  @Test func aMountPointIsPrintedSafely() throws {
    let covered = try Situation.unshare(["-rpf", "--mount-proc"], .mount("/proc", .notPermitted))
      .with {
        $0.evidence.process.userNamespace = .known("user:[4026532000]")
        $0.evidence.process.proc = proc
        $0.evidence.process.mounts = Situation.text(
          "26 25 0:6 / /proc/a\\033[2J\\012b rw - tmpfs x rw\n")
      }
    #expect(covered.sentences.first?.hasPrefix("/proc/a\\x1b[2J\\x0ab hides") == true)
  }

  @Test func procIsThereAlready() throws {
    let old = try Situation.unshare(["-m", "--mount-proc"], .mount("/proc", .busy)).with {
      $0.evidence.kernel.release = "5.7.9-amd64"
    }
    #expect(old.topics == ["proc-mounted-already"])
    #expect(old.with { $0.evidence.kernel.release = "5.8.0" }.topics == [])
    #expect(
      try Situation.unshare(["-mpf", "--mount-proc"], .mount("/proc", .busy)).with {
        $0.evidence.kernel.release = "5.7.9"
      }.topics == [])
  }

  @Test func binfmtNeedsAKernel() throws {
    let old = try Situation.unshare(
      ["-rpf", "--mount-proc", "--mount-binfmt"], .mount("/proc/sys/fs/binfmt_misc", .notPermitted)
    ).with { $0.evidence.kernel.release = "6.6.9" }
    #expect(old.topics == ["binfmt-too-old"])
    #expect(old.with { $0.evidence.kernel.release = "6.7.0" }.topics == [])
    #expect(old.with { $0.evidence.kernel.release = nil }.topics == [])
  }

  @Test func aModuleRefusesMounts() throws {
    let denied = try Situation.unshare(["-m"], .setRootPropagation(.accessDenied)).with {
      $0.evidence.kernel.securityContext = Situation.text("docker-default (enforce)\n")
    }
    #expect(denied.topics == ["apparmor-profile"])
    #expect(
      denied.with { $0.evidence.kernel.securityContext = Situation.text("unconfined\n") }.topics
        == [])
  }

  @Test func anotherRoot() throws {
    let refused = try Situation.unshare(["-R", "/srv"], .changeRoot("/srv", .notPermitted))
    #expect(refused.topics == ["needs-sys-chroot"])
    #expect(
      refused.with { $0.evidence.process.capabilities?.effective = CapabilitySet(first: 41) }.topics
        == [])
    #expect(refused.sentences.first?.hasSuffix("add --map-root-user (-r), or run as root") == true)
    let stripped = try Situation.unshare(["-r", "-R", "/srv"], .changeRoot("/srv", .notPermitted))
      .with {
        $0.evidence.process.capabilities?.effective = CapabilitySet(first: 41)
        $0.evidence.kernel.securityContext = Situation.text("unprivileged_userns (enforce)\n")
      }
    #expect(stripped.topics == ["apparmor-no-capabilities"])
    let root = try Situation.unshare(
      ["-R", "/srv"], .changeRoot("/srv", .notPermitted), on: rootHost)
    #expect(root.sentences.first?.hasSuffix("taken from root here") == true)
  }

  @Test func aDirectoryBelowTheRoot() throws {
    let missing = try Situation.unshare(
      ["-R", "/srv", "-w", "/home"], .changeDirectory("/home", .noEntry))
    #expect(missing.topics == ["directory-below-root"])
    #expect(
      try Situation.unshare(["-w", "/home"], .changeDirectory("/home", .noEntry)).topics == [])
  }

  @Test func aDirectoryOfNobody() throws {
    func look(_ user: UInt32, _ mode: UInt32) -> Answer<FileLook> {
      .known(FileLook(user: UserID(user), mode: mode))
    }
    let closed = try Situation.unshare(
      ["-r", "-w", "/a/b"], .changeDirectory("/a/b", .accessDenied)
    ).with {
      $0.evidence.process.userMap = Situation.text("0 1001 1\n")
      $0.evidence.place.looks = [
        .init("/a", look(65534, 0o040755)), .init("/a/b", look(65534, 0o040700)),
      ]
    }
    #expect(closed.topics == ["directory-of-unmapped-id"])
    #expect(closed.sentences.first?.hasPrefix("/a/b belongs") == true)
    #expect(closed.with { $0.evidence.place.looks.removeLast() }.topics == [])
    #expect(
      closed.with { $0.evidence.process.userMap = Situation.text("0 0 4294967295\n") }.topics == [])
    let own = closed.with { $0.evidence.place.looks = [.init("/a/b", look(0, 0o040700))] }
    #expect(own.topics == [])
  }

  private func bound(
    _ words: [ByteString], _ source: ByteString, _ errno: Errno, _ look: Answer<FileLook>
  ) throws -> Situation {
    try Situation.unshare(words, .bind(source: source, file: "f", errno), on: rootHost).with {
      $0.evidence.process.capabilities?.effective = CapabilitySet(first: 41)
      $0.evidence.process.workingDirectory = .known("/srv")
      $0.evidence.place.looks = [.init("f", look)]
    }
  }

  @Test func theFileOfANamespace() throws {
    let file = Answer.known(FileLook(device: 0x801, mode: 0o100644))
    let missing = try bound(["--net=f"], "/proc/7/ns/net", .noEntry, .refused(.noEntry))
    #expect(missing.topics == ["persist-file-missing"])
    #expect(try bound(["--net=f"], "/proc/7/ns/net", .noEntry, .unknown).topics == [])
    #expect(
      try bound(["--pid=f"], "/proc/7/ns/pid_for_children", .noEntry, file).topics
        == ["persist-pid-needs-fork"])
    #expect(
      try bound(["-f", "--pid=f"], "/proc/7/ns/pid_for_children", .noEntry, file).topics == [])
    let folder = Answer.known(FileLook(device: 0x801, mode: 0o040755))
    #expect(
      try bound(["--net=f"], "/proc/7/ns/net", .notDirectory, folder).topics == [
        "persist-directory"
      ])
    #expect(try bound(["--net=f"], "/proc/7/ns/net", .notDirectory, file).topics == [])
    let rootless = try bound(["-r", "--net=f"], "/proc/7/ns/net", .notPermitted, file).with {
      $0.evidence.process.capabilities?.effective = []
    }
    #expect(rootless.topics == ["persist-needs-rights"])
    #expect(
      rootless.with { $0.evidence.process.capabilities?.effective = CapabilitySet(first: 41) }
        .topics == [])
  }

  @Test func theFileOfAMountNamespace() throws {
    let file = Answer.known(FileLook(device: 0x801, mode: 0o100644))
    let shared = try bound(["--mount=f"], "/proc/7/ns/mnt", .invalidArgument, file)
    #expect(shared.topics == ["persist-shared"])
    let own = shared.with {
      $0.evidence.process.mounts = Situation.text(
        "24 1 8:1 / / rw shared:1 - ext4 x rw\n25 24 8:1 /srv /srv rw - ext4 x rw\n")
    }
    #expect(own.topics == ["persist-older"])
    #expect(own.with { $0.evidence.process.workingDirectory = .unknown }.topics == [])
    // By way of a link it lies elsewhere.
    #expect(
      shared.with {
        $0.evidence.place.looks = [.init("f", .known(FileLook(device: 0x802, mode: 0o100644)))]
      }.topics == [])
    #expect(try bound(["--net=f"], "/proc/7/ns/net", .invalidArgument, file).topics == [])
  }

  @Test func clocks() throws {
    func refused(_ words: [ByteString], _ errno: Errno) throws -> Situation {
      try Situation.unshare(words, .writeOffsets("/proc/self/timens_offsets", errno), on: rootHost)
        .with {
          $0.evidence.place.uptime = Situation.text("812.41 1500.02\n")
          $0.evidence.place.timeNamespace = .known("time:[4026531834]")
        }
    }
    #expect(try refused(["-T", "--monotonic", "1"], .notPermitted).topics == ["needs-sys-time"])
    #expect(try refused(["-rT", "--monotonic", "1"], .notPermitted).topics == [])
    let below = try refused(["-T", "--monotonic=-813"], .outOfRange)
    #expect(below.topics == ["clock-below-zero"])
    #expect(
      below.sentences
        == [
          "the monotonic clock is at about 812 s now, and no clock may be below 0: use an offset above -812"
        ])
    #expect(try refused(["-T", "--boottime=9999999999"], .outOfRange).topics == ["clock-too-far"])
    #expect(below.with { $0.evidence.place.uptime = .unknown }.topics == [])
    // In another time namespace these are not the clocks that offsets are counted from.
    for offset: ByteString in ["--monotonic=-813", "--monotonic=-500"] {
      #expect(
        try refused(["-T", offset], .outOfRange).with {
          $0.evidence.place.timeNamespace = .known("time:[4026532000]")
        }.topics == [])
    }
    #expect(try refused(["-T", "--monotonic=-500"], .outOfRange).topics == [])
    let root = try refused(["-T", "--monotonic", "1"], .notPermitted)
    #expect(root.sentences[0].contains("taken from root"))
    let plain = root.with { $0.trouble.circumstances.callerUser = UserID(1001) }
    #expect(plain.topics == ["needs-sys-time"])
    #expect(!plain.sentences[0].contains("taken from root"))
    #expect(try refused(["-T", "--boottime=9999999999"], .inputOutput).topics == [])
  }
}
