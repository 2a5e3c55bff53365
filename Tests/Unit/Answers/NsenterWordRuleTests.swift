import Answers
import Bytes
import Kernel
import Launch
import LaunchOptions
import NamespaceValues
import Nsenter
import Testing

/// Words of nsenter's command line that were meant in another way.
@Suite struct NsenterWordRuleTests {
  private func named(_ path: ByteString, _ errno: Errno = .noEntry) -> Situation {
    refused(.open(path, errno), path)
  }

  private func refused(_ error: NsenterError, _ path: ByteString) -> Situation {
    Situation(.nsenter(error)).with { $0.evidence.file.path = path }
  }

  @Test(
    arguments: [
      ("uin", "bundled-options"), ("t", "bundled-options"), ("1234", "file-is-number"),
      ("/run/netns/blue", "no-network-name"), ("/var/run/netns/blue", "no-network-name"),
    ] as [(ByteString, String)])
  func aFileThatIsNotThere(_ path: ByteString, _ topic: String) {
    #expect(named(path).topics == [topic])
    #expect(named(path, .accessDenied).topics == [])
  }

  /// Nothing that is said of files of namespaces holds for it.
  @Test(
    arguments: ["1234", "4026532180", "uin", "/run/netns/blue", "blue"] as [ByteString])
  func aPidfileThatIsNotThere(_ path: ByteString) {
    func topics(_ error: NsenterError, _ words: [ByteString]) -> [String] {
      refused(error, path).with {
        $0.trouble.circumstances.words = words
        $0.evidence.file.networkName = .known(FileLook(mode: 0o100444, fileSystem: .nsfs))
      }.topics
    }
    let pidfile = NsenterError.openPidfile(path, .noEntry)
    #expect(topics(pidfile, ["--pidfile", path, "-n", "true"]) == [])
    #expect(topics(pidfile, ["-n", "--pidfile=\(path)", "true"]) == [])
    let file = NsenterError.open(path, .noEntry)
    #expect(topics(file, ["--pidfile", "/run/x", "--net=\(path)", "true"]).count == 1)
    #expect(topics(file, ["--net=\(path)", "--pidfile"]).count == 1)
    // It is a word of the program's.
    #expect(topics(file, ["--net=\(path)", "prog", "--pidfile", path]).count == 1)
  }

  @Test func kindsThatAreExcepted() {
    #expect(Situation(.nsenter(.unknownKind("network"))).topics == ["kind-names"])
    #expect(Situation(.nsenter(.exceptWithoutAll)).topics == [])
  }

  @Test(
    arguments: ["blue", "/tmp/x", "", "12a", "uinx", "net", "mnt", "ipc", "time"] as [ByteString])
  func aFileOfWhichNothingIsKnown(_ path: ByteString) { #expect(named(path).topics == []) }

  @Test func aNameOfIPNetns() {
    let blue = named("blue").with {
      $0.evidence.file.networkName = .known(FileLook(mode: 0o100444, fileSystem: .nsfs))
    }
    #expect(blue.topics == ["netns-name"])
    // Left behind by a machine that went down.
    #expect(
      blue.with {
        $0.evidence.file.networkName = .known(FileLook(mode: 0o100444, fileSystem: .proc))
      }.topics == [])
  }

  @Test func aNameThatNoNetworkHas() {
    func open(_ words: [ByteString], _ found: Answer<FileLook>) -> [String] {
      named("nope").with {
        $0.trouble.circumstances.words = words
        $0.evidence.file.networkName = found
      }.topics
    }
    #expect(open(["--net=nope", "true"], .refused(.noEntry)) == ["no-network-name"])
    #expect(open(["-nnope", "true"], .refused(.noEntry)) == ["no-network-name"])
    #expect(open(["--net=nope", "true"], .unknown) == [])
    #expect(open(["--uts=nope", "true"], .refused(.noEntry)) == [])
  }

  private func operand(_ word: ByteString, _ error: NsenterError = .noNamespace) -> Situation {
    Situation.nsenter(.nsenter(error), []).with {
      $0.trouble.circumstances.operands = [word]
      $0.trouble.circumstances.plan = nil
      $0.evidence.operand.path = word
      $0.evidence.operand.look = .refused(.noEntry)
    }
  }

  @Test func aValueThatBecameTheProgram() {
    let directory = operand("/srv", .nothingSupplied(.root)).with {
      $0.trouble.circumstances.entry?.takesRoot = true
      $0.trouble.circumstances.entry?.target = nil
      $0.evidence.operand.look = .known(FileLook(mode: 0o040755))
    }
    #expect(directory.topics == ["missing-equals"])
    #expect(
      directory.with { $0.evidence.operand.look = .known(FileLook(mode: 0o100755)) }.topics
        == ["no-target"])
    let file = operand("/run/netns/blue", .noTarget).with {
      $0.trouble.circumstances.entry?.namespaces = .network
      $0.evidence.operand.look = .known(FileLook(mode: 0o100444, fileSystem: .nsfs))
      $0.evidence.operand.namespace = .known(NamespaceLook(5, .network))
    }
    #expect(file.topics == ["missing-equals"])
    #expect(
      hints(for: file.trouble, file.evidence).first?.sentence
        == "'/run/netns/blue' was taken for the program, and what follows for its own: write --net=/run/netns/blue"
    )
    let name = operand("blue", .noTarget).with {
      $0.trouble.circumstances.entry?.namespaces = .network
      $0.evidence.operand.networkName = .known(FileLook(mode: 0o100444, fileSystem: .nsfs))
    }
    #expect(name.topics == ["missing-equals"])
    #expect(name.with { $0.trouble.circumstances.entry?.namespaces = .uts }.topics == ["no-target"])
  }

  @Test func aPathThatIsNotThereMayHaveBeenAValue() {
    let net = operand("/run/x", .noTarget).with {
      $0.trouble.circumstances.words = ["--net", "/run/x", "true"]
      $0.trouble.circumstances.operands = ["/run/x", "true"]
      $0.trouble.circumstances.entry?.namespaces = .network
    }
    #expect(net.topics == ["missing-equals-possibly"])
    #expect(
      net.with { $0.evidence.operand.look = .known(FileLook(mode: 0o100755)) }.topics
        == ["no-target"])
    #expect(
      net.with { $0.trouble.circumstances.words[0] = "--net=/y" }.topics == ["no-target"])
  }

  @Test func aPIDThatBecameTheProgram() {
    #expect(operand("12").topics == ["program-is-second-pid"])
    #expect(
      operand("12").with { $0.trouble.circumstances.entry?.target = nil }.topics == [
        "program-is-pid"
      ])
    #expect(operand("0").topics == ["no-kind"])
    #expect(
      operand("12").with { $0.evidence.operand.look = .known(FileLook(mode: 0o100755)) }.topics
        == ["no-kind"])
  }

  @Test func nothingWasAskedFor() {
    #expect(operand("bash").topics == ["no-kind"])
    let all = operand("bash").with { $0.trouble.circumstances.entry?.entersAll = true }
    #expect(all.topics == [])
    #expect(
      all.with { $0.evidence.process.proc = .refused(.noEntry) }.topics == ["proc-not-mounted"])
  }

  @Test func noTargetWasGiven() {
    let net = Situation.nsenter(.nsenter(.noTarget)).with {
      $0.trouble.circumstances.entry?.target = nil
    }
    #expect(net.topics == ["no-target"])
    let all = Situation.nsenter(.nsenter(.readUserNamespace(ProcessID(0), .noEntry))).with {
      $0.trouble.circumstances.entry?.target = nil
    }
    #expect(all.topics == ["no-target"])
    #expect(
      all.with { $0.trouble.circumstances.entry?.target = NsenterIntent.Target(ProcessID(4711)) }
        .topics == [])
  }

  @Test func idsOfNamespaces() {
    let id = Situation(.nsenter(.openNamespaceID(5, Errno(116))))
    #expect(id.topics == ["namespace-id-too-new"])
    #expect(id.with { $0.evidence.kernel.release = "6.18.1" }.topics == ["namespace-not-held"])
    #expect(id.with { $0.evidence.kernel.release = nil }.topics == [])
  }

  @Test func numbersOfNamespaces() {
    #expect(Situation(.nsenter(.noSuchNumber("net:[1]", nil))).topics == ["namespace-not-held"])
    #expect(
      Situation(.nsenter(.noSuchNumber("net:[1]", .network))).topics == ["number-of-other-kind"])
    #expect(
      Situation(.nsenter(.open("4026532180", .noEntry))).topics == ["file-is-namespace-number"])
  }

  @Test func theParentIsOutside() {
    #expect(Situation(.nsenter(.parentNamespace(.notPermitted))).topics == ["parent-is-outside"])
    #expect(Situation(.nsenter(.parentNamespace(.notTerminal))).topics == [])
  }

  @Test func valuesOfPrivileges() {
    func topics(_ error: LaunchOptionError) -> [String] {
      Situation(.nsenter(.launch(error))).topics
    }
    #expect(topics(.userNumber("root", .invalid)) == ["identity-is-name"])
    #expect(topics(.groupNumber("www-data", .invalid)) == ["identity-is-name"])
    #expect(topics(.userNumber("0x7", .invalid)) == [])
    #expect(topics(.userNumber("root", .outOfRange)) == [])
    #expect(topics(.userNumber("a\u{1b}[0m", .invalid)) == [])
    #expect(topics(.unknownCapability(.dropCapabilities, "x")) == ["capability-names"])
    #expect(topics(.missingCapability(.dropCapabilities, "x")) == [])
  }

  // --net-socket

  @Test func socketsOfTheTarget() {
    func topics(_ error: NsenterError) -> [String] { Situation.nsenter(.nsenter(error)).topics }
    #expect(topics(.copySocket(target: 3, number: 9, .badDescriptor)) == ["no-such-descriptor"])
    #expect(topics(.copySocket(target: 3, number: 9, .notPermitted)) == ["copy-needs-ptrace"])
    #expect(topics(.copySocket(target: 3, number: 9, .noProcess)) == [])
    #expect(topics(.socketNamespace(4, .notTerminal)) == ["descriptor-is-no-socket"])
    #expect(topics(.socketNamespace(4, .notPermitted)) == ["socket-needs-net-admin"])
    #expect(topics(.socketNamespace(4, .noSystemCall)) == [])
  }

  @Test func aThreadIsNoTarget() {
    let thread = Situation.nsenter(.nsenter(.openTarget(ProcessID(4711), .noEntry)))
    #expect(thread.with { $0.evidence.target.say("Tgid:\t4700") }.topics == ["target-is-thread"])
    #expect(thread.topics == [])
  }

  @Test func aSocketOfSomebodyElse() {
    let closed = Situation.nsenter(.nsenter(.copySocket(target: 3, number: 9, .notPermitted))).with
    {
      $0.evidence.target.close()
      $0.evidence.target.say("Uid:\t0\t0\t0\t0")
    }
    #expect(closed.topics == ["target-of-other-user"])
  }
}
