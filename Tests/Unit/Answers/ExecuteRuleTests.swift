import Answers
import Bytes
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Testing

/// The program could not be started.
@Suite struct ExecuteRuleTests {
  /// `unshare` or, with a target, `nsenter -t 7 -m`, of a program that is not found.
  static func missing(_ name: ByteString, inside target: Int32? = nil) -> Situation {
    var situation = Situation(.launch(.execute(name, .noEntry)))
    var plan = LaunchPlan(program: .command(name, arguments: []))
    if let target {
      plan.setup = [.enterTarget(.mount, ifAllowed: false)]
      var entry = NsenterIntent()
      entry.target = NsenterIntent.Target(ProcessID(target))
      situation.trouble.circumstances.entry = entry
    }
    situation.trouble.circumstances.plan = plan
    var program = ProgramEvidence()
    program.searchPath = "/usr/local/bin:/usr/bin"
    program.shell = .known(FileLook(mode: 0o100755))
    program.isFirstInside = false
    situation.evidence.program = program
    situation.evidence.process.pidNamespace = .known("pid:[4026531836]")
    return situation
  }

  @Test(
    arguments: [
      ("", "program-is-empty"), ("4711", "program-is-number"), ("ls -l", "program-is-command-line"),
      ("cd", "program-is-shell-word"), ("A=1", "program-is-assignment"),
    ] as [(ByteString, String)])
  func aWordThatIsNoProgram(_ word: ByteString, _ topic: String) {
    #expect(Self.missing(word).topics == [topic])
    // One that is there is started, whatever its name.
    let found = Self.missing(word).with {
      $0.evidence.program?.chain = [.init(word, .known(FileLook(mode: 0o100755)))]
      $0.evidence.program?.chain[0].beginning = .known(Array("true\n".utf8))
    }
    #expect(!found.topics.contains(topic))
  }

  /// root's PATH, kept by sudo -u: its first folder may not be searched, whatever the word is.
  @Test func aClosedFolderIsNotTheCauseOfAWrongWord() {
    func refused(_ word: ByteString) -> [String] {
      Self.missing(word).with {
        $0.trouble.failure = .launch(.execute(word, .accessDenied))
        $0.evidence.program?.forbiddingFolder = .init("/root", .known(FileLook(mode: 0o040700)))
      }.topics
    }
    #expect(refused("ls -l") == ["program-is-command-line"])
    #expect(refused("cd") == ["program-is-shell-word"])
    #expect(refused("A=1") == ["program-is-assignment"])
    #expect(refused("lls") == ["folder-may-not-be-searched"])
    #expect(refused("/root/my tool") == ["folder-may-not-be-searched"])
  }

  @Test func aValueMayHaveBecomeTheProgram() {
    func entered(_ words: [ByteString], _ operands: [ByteString], inside: Bool = false) -> [String]
    {
      Self.missing(operands[0], inside: 7).with {
        $0.trouble.circumstances.words = ["-t", "7"] + words + operands
        $0.trouble.circumstances.operands = operands
        if !inside { $0.trouble.circumstances.plan?.setup = [] }
      }.topics
    }
    #expect(entered(["-w"], ["/x", "true"]) == ["missing-equals-possibly"])
    #expect(entered(["--wd"], ["/x"]) == ["missing-equals-possibly"])
    #expect(entered(["-n"], ["/x", "true"]) == ["missing-equals-possibly"])
    #expect(
      entered(["-m", "-r"], ["/x", "true"], inside: true)
        == ["program-looked-up-inside", "missing-equals-possibly"])
    // A program that is not there.
    #expect(entered(["-n"], ["/x"]) == [])
    #expect(entered(["-n"], ["/x", "-l"]) == [])
    #expect(entered(["-m", "-r"], ["/x", "-l"], inside: true) == ["program-looked-up-inside"])
    #expect(entered(["-m", "-n"], ["/x", "a"], inside: true) == ["program-looked-up-inside"])
    #expect(entered(["-w", "-F"], ["/x", "true"]) == [])
    #expect(entered(["-w", "--"], ["/x", "true"]) == [])
    #expect(entered(["-w/"], ["/x", "true"]) == [])
    #expect(entered(["-w"], ["x", "true"]) == [])
  }

  /// Of both programs: what is optional is taken only behind a =.
  @Test func aValueOfSupervisionMayHaveBecomeTheProgram() {
    func started(_ option: ByteString, _ word: ByteString) -> [String] {
      Self.missing(word).with {
        $0.trouble.circumstances.words = ["-p", option, word, "true"]
        $0.trouble.circumstances.operands = [word, "true"]
      }.sentences
    }
    #expect(
      started("--init", "wait") == [
        "'wait' was taken for the program, and what follows for its own: write --init=wait"
      ])
    for (option, word) in [
      ("--init", "end"), ("--kill-child", "TERM"), ("--forward-signals", "all"),
      ("--forward-signals", "TERM,RTMIN"),
    ] as [(ByteString, ByteString)] {
      #expect(started(option, word).first?.hasSuffix("write \(option)=\(word)") == true)
    }
    for (option, word) in [
      ("--init", "stop"), ("--init=end", "wait"), ("--kill-child", "all"), ("--", "wait"),
      ("--forward-signals", "KILL"), ("--fork", "TERM"),
    ] as [(ByteString, ByteString)] {
      #expect(started(option, word) == [])
    }
  }

  /// Whoever hands a path to a script.
  @Test func aValueIsPrintedSafely() {
    let evil = Self.missing("/\u{1b}[2J", inside: 7).with {
      $0.trouble.circumstances.operands = ["/\u{1b}[2J"]
      $0.trouble.circumstances.words = ["-w", "/\u{1b}[2J"]
      $0.trouble.circumstances.plan?.setup = []
    }
    #expect(
      evil.sentences == [
        "possibly /\\x1b[2J was meant for the option before it: write --wd=/\\x1b[2J"
      ])
  }

  @Test(arguments: ["4711x", "lls", "cdd", "/A=1", "=1", "ls-l"] as [ByteString])
  func aMisspelledProgramIsNoCause(_ word: ByteString) {
    #expect(Self.missing(word).topics == [])
  }

  @Test func aPathMayHaveABlank() {
    let path = Self.missing("/opt/My Prog/run")
    #expect(path.topics == [])
    let line = path.with { $0.evidence.program?.firstWord = .known(FileLook(mode: 0o100755)) }
    #expect(line.topics == ["program-is-command-line"])
    #expect(
      line.with { $0.evidence.program?.firstWord = .known(FileLook(mode: 0o040755)) }.topics == [])
    #expect(Self.missing("ls /tmp").topics == ["program-is-command-line"])
  }

  @Test func unshareHasNoTarget() {
    #expect(!Self.missing("4711").sentences[0].contains("--target"))
    #expect(Self.missing("4711", inside: 7).sentences[0].contains("--target"))
  }

  @Test func theTargetMayHaveAnotherRoot() {
    let other = Self.missing("tool", inside: 7).with {
      $0.trouble.circumstances.targetRoot = "/srv/jail"
    }
    #expect(other.topics == ["target-has-another-root"])
    #expect(
      other.sentences[0]
        == "the root directory of process 7 is /srv/jail; --root (-r) takes it over")
    for change: (inout Situation) -> Void in [
      { $0.trouble.circumstances.targetRoot = "/" }, { $0.trouble.circumstances.targetRoot = nil },
      { $0.trouble.circumstances.entry?.takesRoot = true },
    ] {
      #expect(other.with(change).topics == ["program-looked-up-inside"])
    }
    #expect(other.with { $0.trouble.circumstances.plan?.setup = [] }.topics == [])
  }

  @Test func aContainerEntersItself() {
    let own = Self.missing("tool", inside: 1).with {
      $0.evidence.process.pidNamespace = .known("pid:[4026532000]")
    }
    #expect(own.topics == ["target-is-own-container"])
    // With a child: its parent, which stays outside of what is entered, is not outside.
    let forked = own.with { $0.trouble.circumstances.plan?.fork = ForkMode(.mirroring) }
    #expect(forked.topics == ["target-is-own-container"])
    for change: (inout Situation) -> Void in [
      { $0.evidence.program?.isFirstInside = true }, { $0.evidence.program?.isFirstInside = nil },
      { $0.evidence.process.pidNamespace = .known("pid:[4026531836]") },
      { $0.evidence.process.pidNamespace = .unknown },
      { $0.trouble.circumstances.entry?.target = NsenterIntent.Target(ProcessID(2)) },
    ] {
      #expect(forked.with(change).topics == ["program-looked-up-inside"])
    }
  }

  @Test func itIsInAFolderThatPATHLacks() {
    let elsewhere = Self.missing("ip").with { $0.evidence.program?.elsewhere = "/usr/sbin/ip" }
    #expect(elsewhere.topics == ["program-in-another-folder"])
    #expect(!elsewhere.sentences[0].contains("--env"))
    #expect(elsewhere.with { $0.evidence.program?.elsewhere = nil }.topics == [])
    let inside = Self.missing("ip", inside: 7).with {
      $0.evidence.program?.elsewhere = "/usr/sbin/ip"
    }
    #expect(inside.sentences[0].hasSuffix(", or take the target's PATH by --env (-e)"))
    let taken = inside.with { $0.trouble.circumstances.entry?.takesEnvironment = true }
    #expect(!taken.sentences[0].contains("--env"))
    let cleared = elsewhere.with { $0.evidence.program?.searchPath = nil }
    #expect(cleared.topics == ["program-without-path"])
    let empty = elsewhere.with { $0.evidence.program?.searchPath = "" }
    #expect(empty.topics == ["program-without-path"])
    #expect(empty.sentences[0].contains("PATH is empty"))
  }

  @Test func insideOtherProgramsAreThere() {
    let inside = Self.missing("tool", inside: 7)
    #expect(inside.topics == ["program-looked-up-inside"])
    #expect(
      inside.sentences[0]
        == "tool was looked up inside, along PATH=/usr/local/bin:/usr/bin; --env (-e) takes the target's"
    )
    let own = inside.with { $0.trouble.circumstances.entry?.takesEnvironment = true }
    #expect(own.sentences[0].hasSuffix("/usr/bin, the target's"))
    let long = inside.with {
      $0.evidence.program?.searchPath = ByteString([UInt8](repeating: 0x1b, count: 5000))
    }
    #expect(long.sentences[0].contains("\\x1b") && !long.sentences[0].contains("\u{1b}"))
    let whole = Self.missing("/bin/tool", inside: 7)
    #expect(whole.sentences[0].hasSuffix("only without --mount, --all, --root"))
    let unshared = whole.with {
      $0.trouble.circumstances.entry = nil
      $0.trouble.circumstances.plan?.setup = [.changeRoot("/srv")]
    }
    #expect(unshared.sentences[0].hasSuffix("only without --root"))
    #expect(Self.missing("tool").topics == [])
    #expect(Self.missing("/bin/tool").topics == [])
  }

  @Test func anotherShellMayBeThere() {
    let bash = Self.missing("/bin/bash", inside: 7)
    #expect(bash.topics == ["other-shell-inside"])
    let none = bash.with { $0.evidence.program?.shell = .refused(.noEntry) }
    #expect(none.topics == ["no-shell-inside"])
    #expect(none.sentences[0].contains("--exec-outer"))
    // unshare has no such options.
    let unshared = none.with {
      $0.trouble.circumstances.entry = nil
      $0.trouble.circumstances.plan?.setup = [.changeRoot("/srv")]
    }
    #expect(unshared.sentences == ["there is no shell in there; name a program that there is"])
    #expect(Self.missing("sh", inside: 7).topics == ["program-looked-up-inside"])
    #expect(
      bash.with { $0.evidence.program?.shell = .unknown }.topics == ["program-looked-up-inside"])
    #expect(Self.missing("/bin/bash").topics == [])
  }

  @Test func theLoginShellMayBeMissing() {
    let shell = Self.missing("/bin/zsh", inside: 7).with {
      $0.trouble.circumstances.plan?.program = .loginShell(mayFork: false)
    }
    #expect(shell.topics == ["login-shell-missing"])
    #expect(
      shell.with { $0.evidence.program?.shell = .refused(.noEntry) }.topics == ["no-shell-inside"])
    #expect(shell.with { $0.evidence.program?.shell = .unknown }.topics == [])
  }

  @Test func whatIsNotKnownIsNotSaid() {
    #expect(Self.missing("").with { $0.evidence.program = nil }.topics == [])
    #expect(
      Self.missing("ls").with { $0.trouble.failure = .launch(.execute("ls", .noMemory)) }.topics
        == [])
  }
}
