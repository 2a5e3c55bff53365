import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Targets
import Testing

/// The target is not there, or may not be looked into.
@Suite struct TargetRuleTests {
  let missing = Situation.nsenter(.nsenter(.open("/proc/4711/ns/net", .noEntry)))
  let closed = Situation.nsenter(.nsenter(.readUserNamespace(ProcessID(4711), .accessDenied)))
    .with { $0.evidence.target.close() }

  @Test func noProcessHasTheNumber() {
    let gone = missing.with { $0.evidence.target.exists = .known(false) }
    #expect(gone.topics == ["no-such-process"])
    #expect(missing.topics == [])
    #expect(
      gone.with { $0.evidence.process.pidNamespace = .known("pid:[4026532180]") }.topics
        == ["no-such-process-here"])
    #expect(gone.with { $0.evidence.target.exists = .unknown }.topics == [])
  }

  @Test func itIsAZombie() {
    #expect(
      missing.with { $0.evidence.target.say("State:\tZ (zombie)") }.topics == ["target-is-zombie"])
  }

  @Test func procIsNotWhatItShouldBe() {
    #expect(
      missing.with { $0.evidence.process.proc = .refused(.noEntry) }.topics == ["proc-not-mounted"])
    let tmpfs = missing.with {
      $0.evidence.process.proc = .known(FileLook(mode: 0o040755, fileSystem: .nsfs))
    }
    #expect(tmpfs.topics == ["proc-not-mounted"])
    let above = missing.with { $0.evidence.process.status = .known(Array("NSpid:\t900\t7\n".utf8)) }
    #expect(above.topics == ["proc-of-others"])
  }

  @Test func procHidesIt() {
    func mounts(_ options: String) -> Situation {
      missing.with {
        $0.evidence.target.directory = .refused(.noEntry)
        $0.evidence.process.mounts = .known(
          Array("24 1 0:5 / /proc rw,nosuid - proc proc rw,\(options)\n".utf8))
      }
    }
    #expect(mounts("hidepid=invisible").topics == ["proc-hides-others"])
    #expect(mounts("hidepid=2").topics == ["proc-hides-others"])
    #expect(
      mounts("hidepid=2").with {
        $0.trouble.failure = .launch(.enterTarget(.network, .notPermitted))
        $0.evidence.target.namespaces = []
      }.topics == ["proc-hides-others"])
    #expect(mounts("hidepid=0").topics == [])
    #expect(mounts("subset=pid").topics == [])
  }

  @Test func theKindIsMissing() {
    let time = Situation.nsenter(.nsenter(.open("/proc/4711/ns/time", .noEntry)))
    #expect(time.with { $0.evidence.kernel.missingKinds = .time }.topics == ["no-such-kind"])
    #expect(time.with { $0.evidence.kernel.missingKinds = .uts }.topics == [])
  }

  @Test func itIsSomebodyElses() {
    let root = closed.with { $0.evidence.target.say("Uid:\t0\t0\t0\t0") }
    #expect(root.topics == ["target-of-other-user"])
    // One of the three is enough.
    #expect(
      closed.with { $0.evidence.target.say("Uid:\t1001\t1001\t0\t1001") }.topics
        == ["target-of-other-user"])
    #expect(root.sentences[0].hasPrefix("process 4711 belongs to user 0:"))
    for (line, words) in [
      ("Uid:\t7\t1001\t1001\t1001", "the real uid of process 4711 is 7, not 1001:"),
      ("Uid:\t1001\t8\t1001\t8", "the effective uid of process 4711 is 8, not 1001:"),
      ("Uid:\t1001\t1001\t9\t1001", "the saved uid of process 4711 is 9, not 1001:"),
    ] {
      #expect(closed.with { $0.evidence.target.say(line) }.sentences[0].hasPrefix(words))
    }
    // That of the file system does not count.
    #expect(closed.with { $0.evidence.target.say("Uid:\t1001\t1001\t1001\t9") }.topics == [])
    #expect(
      closed.with { $0.evidence.target.say("Gid:\t5\t5\t5\t5") }.topics == ["target-of-other-group"]
    )
    #expect(closed.topics == [])
  }

  @Test func itHidesItself() {
    let hidden = closed.with {
      $0.evidence.target.file = .known(FileLook(user: .root, mode: 0o100444))
    }
    #expect(hidden.topics == ["target-hides"])
  }

  @Test func itHasMoreRights() {
    #expect(
      closed.with { $0.evidence.target.say("CapPrm:\t0000000000200000") }.topics
        == ["target-has-more"])
  }

  @Test func itIsInSomebodyElsesUserNamespace() {
    let inner = closed.with { $0.evidence.target.userMap = .known(Array("0 1001 1\n".utf8)) }
    #expect(inner.topics == ["user-namespace-of-other"])
    #expect(
      inner.with { $0.evidence.target.userMap = $0.evidence.process.userMap }.topics == [])
    // From inside of another one, it may be beside it and of the same user.
    let beside = inner.with { $0.evidence.process.userNamespace = .known("user:[4026532999]") }
    #expect(beside.topics == ["target-in-outer-user-namespace"])
    #expect(beside.sentences[0].contains("probably"))
  }

  @Test func rootMayHaveLostTheCapability() {
    let root = closed.with {
      $0.trouble.circumstances.callerUser = .root
      $0.evidence.process.capabilities?.bounding = []
    }
    #expect(root.topics == ["root-without-sys-ptrace"])
    #expect(root.with { $0.evidence.process.capabilities = nil }.topics == [])
  }

  @Test func itIsOutside() {
    let inner = closed.with {
      $0.evidence.process.capabilities?.effective = .all
      $0.evidence.process.userNamespace = .known("user:[4026532999]")
    }
    #expect(inner.topics == ["target-in-outer-user-namespace"])
    // Its memory is of somebody who is outside.
    let hidden = inner.with {
      $0.evidence.target.file = .known(FileLook(user: UserID(65534), mode: 0o100444))
    }
    #expect(hidden.topics == ["target-hides"])
    let link = Answer<ByteString>.known("user:[4026532999]")
    let shared = inner.with {
      guard let place = $0.evidence.target.namespaces.firstIndex(where: { $0.kind == .user }) else {
        return
      }
      $0.evidence.target.namespaces[place].link = link
      $0.evidence.target.namespaces[place].own = link
    }
    #expect(shared.topics == [])
    // What else stands in the way of root of the machine is outside of it.
    let outer = inner.with { $0.evidence.process.userNamespace = .known("user:[4026531837]") }
    #expect(outer.topics == ["refused-by-sandbox"])
    #expect(
      outer.with { $0.evidence.process.capabilities?.effective.subtract(CapabilitySet(.sysAdmin)) }
        .topics == [])
    #expect(outer.with { $0.evidence.process.userNamespace = .unknown }.topics == [])
    #expect(
      outer.with { $0.evidence.kernel.securityContext = Situation.text("docker (enforce)\n") }
        .topics == ["apparmor-profile"])
  }

  @Test func theCalledPathCounts() {
    var trouble = Situation(.nsenter(.open("/proc/4711/ns/net", .accessDenied)))
    trouble.evidence.target = .own
    trouble.evidence.target.close()
    trouble.evidence.target.say("Uid:\t7\t7\t7\t7")
    #expect(trouble.topics == ["target-of-other-user"])
  }

  @Test func namesThatLeadNowhere() {
    var error = NamedTargetError(.missing, .container, "web")
    #expect(Situation(.nsenter(.named(error))).topics == [])
    error.unreadable = .docker
    // A folder above: somebody else's home.
    #expect(Situation(.nsenter(.named(error))).topics == [])
    error.cause = .notRunning
    #expect(Situation(.nsenter(.named(error))).topics == [])
    error.process = 123
    #expect(Situation(.nsenter(.named(error))).topics == ["number-of-another"])
    var file = NamedTargetError(.notRunning, .pidfile, "p")
    file.process = 123
    #expect(Situation(.nsenter(.named(file))).topics == [])
    #expect(
      Situation(.nsenter(.named(NamedTargetError(.several, .unit, "a.service")))).topics
        == ["several-processes"])
    #expect(Situation(.nsenter(.named(NamedTargetError(.several, .container, "a")))).topics == [])
    for cause: NamedTargetError.Cause in [.ended, .ambiguous, .foreignProc, .noProcess] {
      #expect(Situation(.nsenter(.named(NamedTargetError(cause, .unit, "a")))).topics == [])
    }
  }

  @Test func namesThatRootAloneReads() {
    var error = NamedTargetError(.missing, .container, "web")
    error.unreadable = .podman
    func topics(_ place: Answer<FileLook>, named text: ByteString = "web") -> [String] {
      Situation.nsenter(.nsenter(.named(error))).with {
        $0.trouble.circumstances.entry?.named = TargetName(.container, text)
        $0.evidence.place.looks = [.init("/a", .refused(.noEntry)), .init("/b", place)]
      }.topics
    }
    let closed = Answer.known(FileLook(mode: 0o040700))
    #expect(topics(closed) == ["names-of-root"])
    #expect(topics(.refused(.accessDenied)) == ["names-of-root"])
    #expect(topics(closed, named: "podman:web") == ["names-of-root"])
    // Another engine's, which need not be closed.
    #expect(topics(closed, named: "docker:web") == [])
    #expect(topics(closed, named: "mine:web") == ["names-of-root"])
    #expect(topics(.refused(.noEntry)) == [])
    #expect(topics(.unknown) == [])
    #expect(topics(.known(FileLook(mode: 0o040755))) == [])
    #expect(topics(.known(FileLook(user: UserID(1001), mode: 0o040700))) == [])
  }

  /// Only the places of the engine are looked at, and only where something could not be read.
  @Test func placesOfAnEngine() {
    var source = FixtureSource()
    source.looks["/var/lib/containers/storage"] = FileLook(mode: 0o040700)
    func looks(_ engine: ContainerEngine?) -> [String] {
      var error = NamedTargetError(.missing, .container, "web")
      error.unreadable = engine
      var trouble = Trouble(.nsenter(.named(error)))
      trouble.circumstances.callerUser = UserID(1001)
      var evidence = Evidence()
      evidence.gather(about: trouble, from: source)
      return hints(for: trouble, evidence).map { "\($0.topic)" }
    }
    #expect(looks(.podman) == ["names-of-root"])
    #expect(looks(.docker) == [])
    #expect(looks(nil) == [])
  }

  @Test func anInodeTellsProcessesApart() {
    #expect(
      Situation(.nsenter(.identify(ProcessID(5), .noProcess))).topics == ["target-replaced"])
    #expect(Situation(.nsenter(.identify(ProcessID(5), .notSupported))).topics == [])
  }
}

extension CapabilitySet {
  static var all: CapabilitySet { CapabilitySet(first: 41) }
}
