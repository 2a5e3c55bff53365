import Glibc
import Harness

/// Runs cases, on both processors at once.
struct Runner {
  enum Verdict {
    case passed
    case skipped(String)
    case failed(String)
  }

  private let sandbox: Sandbox
  /// The program that is tested.
  private let program: String
  private let frame: any Frame
  /// Of the cases; nil for the usual one.
  private let locale: String?
  private let givesHints: Bool

  /// - Parameter subject: what runs as the program, ours or an original.
  init(_ options: CommandLineOptions, subject: String) throws {
    sandbox = try Sandbox(
      tools: [(options.program, subject)], reachable: options.libraryFolder ?? "")
    program = options.program
    frame = try makeFrame(of: program)
    locale = options.locale
    givesHints = options.givesHints
  }

  /// Removes the place where cases ran.
  func close() { sandbox.close() }

  /// Runs each case and judges it; the order of the verdicts is that of the cases.
  func run(
    _ cases: [GoldenCase], _ judge: @escaping @Sendable (GoldenCase, Int) -> Verdict
  ) -> [Verdict] {
    let board = Board(cases.count)
    let workers = Processors.allowed.prefix(2).map { processor in
      Worker {
        while let index = board.next() { board.set(index, judge(cases[index], processor)) }
      }
    }
    for worker in workers { worker.join() }
    return board.verdicts
  }

  /// Why a case cannot run here; nil when it can.
  func obstacle(to one: GoldenCase) -> String? {
    for need in one.needs {
      if let reason = need.reasonMissing { return reason }
    }
    for tool in one.tools where findTool(tool) == nil { return "\(tool) is not installed" }
    guard !sandbox.isPrivate else { return nil }
    if one.user == .root || frame.needsRoot { return "needs root" }
    return Self.isFreeOfTheSandbox(one) ? nil : "needs the sandbox, which needs root"
  }

  /// Whether a plain user's case has nothing to do with the account files of the sandbox or
  /// with who that user is.
  private static func isFreeOfTheSandbox(_ one: GoldenCase) -> Bool {
    guard one.setup.isEmpty else { return false }
    let text =
      one.before.joined() + one.command
      + String(decoding: one.ours.stdout + one.ours.stderr, as: UTF8.self)
    // With SHELL unset or empty the login shell decides; --nproc counts the user's processes.
    let strangers = [
      "tester", "1001", "/etc/", "newuidmap", "auto", "subid", "65534", "SHELL", "--nproc",
    ]
    return strangers.allSatisfy { !text.contains($0) } && !one.needs.contains(.newuidmap)
  }

  /// Runs the command of a case.
  /// - Returns: what is to be compared, and the processes that were left behind.
  func outcome(
    _ one: GoldenCase, processor: Int
  ) -> (result: GoldenCase.Result, survivors: [String]) {
    let directory = sandbox.workingDirectory(one.name)
    let framed = frame.framed(one)
    var environment = frame.environment(
      directory: directory, programs: sandbox.programs, locale: locale)
    if givesHints { environment.append("UNYOKE_HINTS=always") }
    var outcome = sandbox.run(
      framed.command, as: framed.user, name: one.name, setup: framed.setup,
      environment: environment, terminal: one.terminal, processor: processor)
    if givesHints {
      // Where a case sends both streams one way, they are in the other one.
      outcome.stdout = HintLines.removed(from: outcome.stdout)
      outcome.stderr = HintLines.removed(from: outcome.stderr)
    }
    return (
      frame.result(outcome, directory: directory), frame.survivors(outcome, of: program)
    )
  }
}

/// Hands out the numbers of cases and takes their verdicts.
private final class Board: @unchecked Sendable {
  private var lock = pthread_mutex_t()
  private var upcoming = 0
  private(set) var verdicts: [Runner.Verdict]

  init(_ count: Int) {
    verdicts = Array(repeating: .skipped("not run"), count: count)
    pthread_mutex_init(&lock, nil)
  }

  func next() -> Int? {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    guard upcoming < verdicts.count, !Interruption.isAsked else { return nil }
    defer { upcoming += 1 }
    return upcoming
  }

  func set(_ index: Int, _ verdict: Runner.Verdict) {
    pthread_mutex_lock(&lock)
    verdicts[index] = verdict
    pthread_mutex_unlock(&lock)
  }
}

/// A thread that can be waited for.
private final class Worker {
  private var thread = pthread_t()

  init(_ work: @escaping @Sendable () -> Void) {
    final class Box {
      let work: () -> Void
      init(_ work: @escaping () -> Void) { self.work = work }
    }
    let box = Unmanaged.passRetained(Box(work))
    pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
  }

  func join() { pthread_join(thread, nil) }
}
