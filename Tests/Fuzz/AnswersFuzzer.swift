import Answers
import Bytes
import Capabilities
import Fixtures
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Nsls
import Survey
import Unshare

/// Any failure on any machine: what is said of it must be lines for a terminal, two at most.
struct AnswersFuzzer: Fuzzer {
  var broken: [String] = []
  private let unshareWords = RandomWords(of: unshareOptions)
  private let nsenterWords = RandomWords(of: nsenterOptions)
  private var counts = [0, 0, 0]
  private var topics: Set<String> = []

  var summary: String {
    "answers: \(counts[0]) without a hint, \(counts[1]) with one, \(counts[2]) with two, "
      + "\(topics.count) different ones"
  }

  mutating func run(_ random: inout SplitMix) {
    let trouble = trouble(&random)
    let source = RandomSource(seed: random.next())
    var evidence = Evidence()
    evidence.gather(about: trouble, from: source)
    let answers = hints(for: trouble, evidence)
    if answers != hints(for: trouble, evidence) { broken.append("two answers: \(trouble)") }
    guard answers.count <= 2 else {
      broken.append("\(answers.count) hints: \(trouble)")
      return
    }
    counts[answers.count] += 1
    for hint in answers {
      topics.insert("\(hint.topic)")
      let line = hint.line(of: "unshare")
      if line.count > Hint.longestLine || !line.bytes.allSatisfy({ (0x20..<0x7f).contains($0) }) {
        broken.append(
          "\(hint.topic): \(String(decoding: line.bytes, as: UTF8.self).debugDescription)")
      }
    }
    if answers.count == 2, answers[0] == answers[1] { broken.append("twice: \(answers[0].topic)") }
  }

  /// Command lines that come to a plan, which random ones rarely do.
  private static let unshareLines = [
    "-n true", "-r", "-Ur ls -l", "-rpf --mount-proc sh", "-p",
    "-m --propagation shared -R /srv -w /x a",
    "--map-users 0:1:5 --map-groups 0:1:5 id", "-U --setgroups deny x", "--mount=/m --pid=/p -f x",
    "-T --boottime -5 x", "-rm --mount-binfmt --load-interp :x:M::A::/i:F x", "-S 5 -G 5 x",
  ].map(words)
  private static let nsenterLines = [
    "-t 1 -a", "-t 7 -m -p bash", "-t 7 -n -r -w ls", "-t 1 -m --env tool", "--net=/x ip",
    "-t 5 -U -S 5",
    "-t 7 -a --no-fork 8", "-t 9 -c --join-cgroup x",
  ].map(words)

  private static func words(_ line: String) -> [ByteString] {
    line.split(separator: " ").map { ByteString(Array($0.utf8)) }
  }

  private func words(
    _ lines: [[ByteString]], _ any: RandomWords, _ random: inout SplitMix
  ) -> [ByteString] {
    Int.random(in: 0..<4, using: &random) == 0
      ? any.commandLine(&random) : lines[Int.random(in: 0..<lines.count, using: &random)]
  }

  /// A failure with what is known of its command line.
  private func trouble(_ random: inout SplitMix) -> Trouble {
    var trouble = Trouble(RandomFailure.any(&random))
    let host = RandomHost(&random)
    if Bool.random(using: &random) {
      let words = words(Self.unshareLines, unshareWords, &random)
      if case .launch(let intent, let operands)? = try? UnshareAction.read(words, on: host) {
        (trouble.circumstances.plan, trouble.circumstances.operands) = (
          intent.plan(running: operands), operands
        )
      }
    } else {
      let words = words(Self.nsenterLines, nsenterWords, &random)
      var files = FixtureFiles(isMissing: { _ in false }, hasEnded: { _ in false })
      if case .enter(let intent, let operands)? = try? NsenterAction.read(
        words, opening: &files, on: host)
      {
        (trouble.circumstances.entry, trouble.circumstances.operands) = (intent, operands)
        var findings = EntryFindings()
        findings.namespaces = intent.namespaces
        findings.heldKinds = files.heldKinds
        if Bool.random(using: &random) {
          trouble.circumstances.plan = intent.plan(findings, running: operands)
        }
        if Bool.random(using: &random) {
          trouble.circumstances.targetRoot = RandomWords.bytes(&random)
        }
      }
    }
    if Bool.random(using: &random) {
      trouble.circumstances.callerUser = host.effectiveUser
      trouble.circumstances.callerGroup = host.effectiveGroup
    }
    return trouble
  }
}

/// Failures of every kind that rules speak of, with any words and numbers in them.
enum RandomFailure {
  static func any(_ random: inout SplitMix) -> Trouble.Failure {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .unshare(unshare(&random))
    case 1: .nsenter(nsenter(&random))
    case 2: .nsls(nsls(&random))
    default: .launch(launch(&random))
    }
  }

  static func errno(_ random: inout SplitMix) -> Errno {
    let usual: [Int32] = [1, 2, 3, 8, 11, 12, 13, 16, 20, 22, 28, 30, 34, 38, 87, 95]
    return Errno(
      Int.random(in: 0..<8, using: &random) == 0
        ? Int32.random(in: -1...200, using: &random)
        : usual[Int.random(in: 0..<usual.count, using: &random)])
  }

  static func kind(_ random: inout SplitMix) -> NamespaceKind {
    NamespaceKind.allCases[Int.random(in: 0..<NamespaceKind.allCases.count, using: &random)]
  }

  private static func number(_ random: inout SplitMix) -> Int32 {
    let edges: [Int32] = [0, 1, 2, -1, .min, .max, 4711]
    return edges[Int.random(in: 0..<edges.count, using: &random)]
  }

  /// Names that files inside could have.
  static func name(_ random: inout SplitMix) -> ByteString {
    let names: [ByteString] = [
      "", "sh", "/bin/bash", "ls -l", "cd", "/x/y", "5", "A=b", "/proc/self/uid_map", "/proc", "/",
      "/proc/1/gid_map", "/proc/self/setgroups", "\u{1b}[2J", "tool",
    ]
    return Bool.random(using: &random)
      ? names[Int.random(in: 0..<names.count, using: &random)] : RandomWords.value(&random)
  }

  private static func launch(_ random: inout SplitMix) -> LaunchFailure {
    let errno = errno(&random)
    let name = name(&random)
    let all: [LaunchFailure] = [
      .fork(errno), .helperExited(number(&random)), .dropGroups(errno), .setGroup(errno),
      .setUser(errno), .capabilities(.set(errno)), .privilege(.setGroups(errno)),
      .privilege(.dropBounding(.sysAdmin, errno)),
      .privilege(.ambient(.sysAdmin, isRaised: true, errno)), .unshare(errno), .mapTooLarge(name),
      .openMap(name, errno), .writeMap(name, errno), .openOffsets(name, errno),
      .writeOffsets(name, errno), .bind(source: name, file: RandomWords.bytes(&random), errno),
      .open(name, errno), .writeOwn(name, errno), .setHostName(errno), .bringLoopbackUp(errno),
      .enterTarget(NamespaceSet([kind(&random), kind(&random)]), errno),
      .enterFile(kind(&random), errno), .joinCgroup(errno),
      .readTargetIdentity(errno), .targetIsUnmapped, .readEnvironment(errno),
      .setRootPropagation(errno), .changeRoot(name, errno), .changeDirectory(name, errno),
      .outsideOfRoot(name), .changeToRoot(errno), .changeRootHere(errno),
      .openWorkingDirectory(errno), .changeToWorkingDirectory(errno), .makePrivate(name, errno),
      .mount(name, errno), .execute(name, errno), .execute(name, .noEntry),
      .execute(name, .accessDenied),
    ]
    return all[Int.random(in: 0..<all.count, using: &random)]
  }

  private static func unshare(_ random: inout SplitMix) -> UnshareError {
    let name = name(&random)
    let all: [UnshareError] = [
      .innerUser(name), .mapping(name, .invalid), .owner(.outOfRange), .unknownCaller(UserID(5)),
      .open(name, errno(&random)), .subordinateNumber(name, .invalid),
      .noSubordinateLine(login: name, file: "/etc/subuid"), .setgroups(name), .propagation(name),
      .offsetWithoutTime,
    ]
    return all[Int.random(in: 0..<all.count, using: &random)]
  }

  private static func nsenter(_ random: inout SplitMix) -> NsenterError {
    let errno = errno(&random)
    let process = ProcessID(number(&random))
    let name = name(&random)
    let path: ByteString = "/proc/\(process.number)/ns/\(kind(&random).name)"
    let all: [NsenterError] = [
      .process(name), .process("\(random.next())"), .launch(.userNumber(name, .invalid)),
      .socketNumber(name, .invalid), .namespaceID(name), .identify(process, errno),
      .noTarget, .readUserNamespace(process, errno), .open(name, errno), .open(path, errno),
      .readEnvironment(errno), .openNamespaceID(random.next(), errno), .parentNamespace(errno),
      .noNamespace, .openTarget(process, errno),
      .copySocket(target: process.number, number: number(&random), errno),
      .examineSocket(3, errno), .socketNamespace(3, errno), .cgroupFileSystem(errno), .noCgroup2,
      .cgroupPath(errno), .cgroupProcesses(errno), .readContext(process), .setContext(name),
    ]
    return all[Int.random(in: 0..<all.count, using: &random)]
  }

  private static func nsls(_ random: inout SplitMix) -> NslsError {
    let all: [NslsError] = [
      .unknownKind(name(&random)), .process(name(&random), .invalid),
      .namespace(name(&random), .outOfRange),
      .taskAndNamespace, .inventory(.mountTable(errno(&random))),
      .inventory(.read(name(&random), errno(&random))), .noSuchNamespace(random.next()),
      .noSuchNamespace(1),
    ]
    return all[Int.random(in: 0..<all.count, using: &random)]
  }
}
