import Answers
import Bytes
import Kernel
import Launch
import NamespaceValues
import Testing

/// What nsenter mounts for its program could not be mounted.
@Suite struct EntryMountRuleTests {
  private static let host: UInt64 = 4_026_531_837
  private static let container: UInt64 = 4_026_532_500

  private func mount(
    _ path: ByteString, _ errno: Errno, entering kinds: NamespaceSet = .mount
  ) -> Situation {
    Situation.nsenter(.launch(.mount(path, errno)), kinds).with {
      $0.trouble.circumstances.entry?.procDirectory = "/proc"
    }
  }

  /// Inside of a container of the plain user, with all rights there.
  private func inside(_ path: ByteString, _ kinds: NamespaceSet, owner: [UInt64]?) -> Situation {
    mount(path, .notPermitted, entering: kinds).with {
      $0.trouble.circumstances.entry?.mountsSys = true
      $0.evidence.process.userNamespace = .known("user:[\(Self.container)]")
      $0.evidence.process.capabilities?.effective = .all
      guard let owner else { return }
      var look = NamespaceLook(7, path == "/sys" ? .network : .pid)
      look.owner = .made(owner)
      $0.evidence.file.namespace = .known(look)
    }
  }

  @Test func thePlace() {
    #expect(mount("/nosuch", .noEntry).topics == ["mount-point-missing"])
    #expect(mount("/mnt/l", .loop).topics == ["mount-point-is-link"])
    #expect(mount("/proc", .notSupported).topics == ["mount-would-reveal"])
    #expect(mount("/proc", .noSystemCall).topics == ["mount-needs-linux-5-6"])
    #expect(mount("/proc", .noMemory).topics == [])
    let root = mount("/proc", .invalidArgument, entering: .pid).with {
      $0.trouble.circumstances.entry?.takesRoot = true
    }
    #expect(root.topics == ["root-of-other-mounts"])
    #expect(mount("/proc", .invalidArgument).topics == [])
  }

  /// The network namespace decides, not that a user namespace was entered.
  @Test func sysOfAnotherNetwork() {
    #expect(inside("/sys", [.user, .network], owner: nil).topics == ["sys-of-other-network"])
    #expect(
      inside("/sys", [.user, .network], owner: [Self.host]).topics == ["sys-of-other-network"])
    let own = inside("/sys", [.user, .network], owner: [Self.container])
    #expect(own.topics == ["proc-partly-covered"])
    #expect(own.sentences[0].contains("every sysfs"))
  }

  @Test func procOfOtherProcesses() {
    #expect(inside("/proc", .user, owner: nil).topics == ["proc-of-other-processes"])
    #expect(inside("/proc", [.user, .pid], owner: nil).topics == ["proc-partly-covered"])
    // What the kernel does not show is outside, and what a filter says is nothing.
    let unseen = inside("/proc", [.user, .pid], owner: [])
    #expect(unseen.topics == ["proc-of-other-processes"])
    #expect(
      unseen.with { $0.evidence.process.status = .known(Array("Seccomp:\t2\n".utf8)) }.topics
        == ["proc-partly-covered"])
    // Named, but shared with the caller and left out.
    #expect(
      inside("/proc", [.user, .pid], owner: [Self.host]).topics == ["proc-of-other-processes"])
    #expect(
      inside("/proc", .user, owner: [Self.container]).topics == ["proc-partly-covered"])
    #expect(inside("/proc", .mount, owner: [Self.host]).topics == [])
  }

  @Test func aMountNamespaceOfItsOwn() {
    let user = Situation.nsenter(.launch(.unshare(.notPermitted)))
    #expect(user.topics == ["private-mounts-need-sys-admin"])
    #expect(
      user.with { $0.evidence.process.capabilities?.effective = .all }.topics == [])
  }

  @Test func aProgramThatIsBrought() {
    let dynamic = Situation.nsenter(.launch(.execute("/bin/ls", .noEntry))).with {
      $0.trouble.circumstances.plan?.program = .outer("/bin/ls", arguments: [])
      $0.trouble.circumstances.loader = "/lib64/ld-linux-x86-64.so.2"
    }
    #expect(dynamic.topics == ["outer-program-needs-loader"])
    #expect(dynamic.with { $0.trouble.circumstances.loader = nil }.topics == [])
    #expect(
      dynamic.with { $0.trouble.failure = .launch(.execute("/bin/ls", .accessDenied)) }.topics == []
    )
  }
}
