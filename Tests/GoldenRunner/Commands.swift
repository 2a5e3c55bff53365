import Glibc
import Harness

/// What the golden runner can be asked for.
struct Commands {
  let options: CommandLineOptions

  /// `golden run`: every case against what is recorded.
  func run() throws -> Bool {
    let cases = try options.cases()
    try Deviations.check(cases)
    let place = try Place(options, subject: options.binary)
    defer { place.close() }
    let options = options
    let isOriginal = options.isOriginal
    let runner = place.runner
    let binary = place.subjectPath
    let verdicts = runner.run(cases) { one, processor in
      if isOriginal, let reason = options.whyNotForOriginal(one) { return .skipped(reason) }
      if let reason = runner.obstacle(to: one) { return .skipped(reason) }
      let (outcome, directory) = runner.outcome(one, processor: processor)
      let expected = isOriginal ? one.theirs ?? one.ours : one.ours
      let found = Normalize.result(outcome, directory: directory)
      if let text = Difference.text(expected, found) { return .failed(text) }
      // A process of ours that outlives its command is a fault, whatever it printed.
      if !isOriginal, outcome.survivors.contains(where: { $0.hasPrefix(binary) }) {
        return .failed("  a process of ours was left behind\n")
      }
      return .passed
    }
    return Report(cases, verdicts).close(maximumSkips: isRoot ? options.maximumSkips : nil)
  }

  /// `golden parity`: every case live, with the original and with ours.
  func parity() throws -> Bool {
    guard let original = options.original else { throw HarnessError("--original is missing") }
    guard isRoot else {
      print("skip parity: the sandbox needs root")
      print("0 passed, 0 failed, 1 skipped")
      return true
    }
    print("reference: \(original), util-linux \(options.version)")
    let cases = try options.cases()
    let theirPlace = try Place(options, subject: original)
    defer { theirPlace.close() }
    let ourPlace = try Place(options, subject: options.binary)
    defer { ourPlace.close() }
    let (theirs, ours) = (theirPlace.runner, ourPlace.runner)
    let options = options
    let verdicts = ours.run(cases) { one, processor in
      if let reason = options.whyNotForOriginal(one) { return .skipped(reason) }
      if let reason = ours.obstacle(to: one) { return .skipped(reason) }
      let (theirOutcome, theirDirectory) = theirs.outcome(one, processor: processor)
      let (ourOutcome, ourDirectory) = ours.outcome(one, processor: processor)
      let difference = Difference.text(
        Normalize.result(theirOutcome, directory: theirDirectory),
        Normalize.result(ourOutcome, directory: ourDirectory), names: ("theirs", "ours"))
      switch (one.deviation, difference) {
      case (nil, nil), (.some, .some): return .passed
      case (nil, let difference?): return .failed(difference)
      case (let number?, nil): return .failed("  no difference, but it deviates by \(number)\n")
      }
    }
    let deviating = cases.filter { $0.deviation != nil }.count
    print("\(deviating) cases deviate on purpose (docs/deviations.md)")
    // What an older original cannot show is skipped by name and is no reason to fail.
    return Report(cases, verdicts).close(maximumSkips: nil)
  }

  /// `golden record`: a command's result from an original, as a case.
  func record() throws -> Bool {
    guard let original = options.original else { throw HarnessError("--original is missing") }
    let words = options.words
    guard words.count == 3, let user = Sandbox.User(rawValue: words[0]) else {
      throw HarnessError("record needs: root|tester NAME COMMAND")
    }
    guard isRoot else { throw HarnessError("the sandbox needs root") }
    print("# recorded from \(try Recorder.version(of: original))")
    let place = try Place(options, subject: original)
    defer { place.close() }
    var one = GoldenCase()
    (one.user, one.name, one.command) = (user, words[1], words[2])
    let (outcome, directory) = place.runner.outcome(one, processor: 0)
    one.ours = Normalize.result(outcome, directory: directory)
    print(String(decoding: GoldenWriter.text([one]), as: UTF8.self), terminator: "")
    return true
  }
}

/// A sandbox, or what a plain user has in its stead, with a subject in front of PATH.
struct Place {
  let runner: Runner
  /// The path under which the subject runs.
  let subjectPath: String
  private let sandbox: Sandbox?

  init(_ options: CommandLineOptions, subject: String) throws {
    let reachable = options.libraryFolder ?? ""
    if isRoot {
      let sandbox = try Sandbox(tools: [(options.program, subject)], reachable: reachable)
      self.sandbox = sandbox
      subjectPath = "\(sandbox.programs)/\(options.program)"
    } else {
      sandbox = nil
      try PlainPlace.shared.install(options.program, subject)
      subjectPath = "\(PlainPlace.shared.programs)/\(options.program)"
    }
    runner = Runner(sandbox: sandbox, locale: options.locale)
  }

  func close() {
    if let sandbox { sandbox.close() } else { PlainPlace.shared.remove() }
  }
}
