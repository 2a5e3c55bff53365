import Harness

/// What the golden runner can be asked for.
struct Commands {
  let options: CommandLineOptions

  /// `golden run`: every case against what is recorded.
  func run() throws -> Bool {
    let cases = try Catalogue.selection(options.words, of: options.program)
    try Deviations.check(cases, all: options.words.isEmpty ? Catalogue.all() : nil)
    let runner = try Runner(options, subject: options.binary)
    defer { runner.close() }
    let options = options
    let isOriginal = options.isOriginal
    let verdicts = runner.run(cases) { one, processor in
      if isOriginal, let reason = options.whyNotForOriginal(one) { return .skipped(reason) }
      if let reason = runner.obstacle(to: one) { return .skipped(reason) }
      let (found, survivors) = runner.outcome(one, processor: processor)
      let expected = isOriginal ? one.theirs ?? one.ours : one.ours
      var fault = Difference.text(expected, found)
      // With ours, any process that outlives the command is a fault: no case leaves one itself.
      if !isOriginal, fault == nil, !survivors.isEmpty {
        fault = "  left behind: \(survivors.joined(separator: ", "))\n"
      }
      if !isOriginal, let issue = one.pending {
        return fault == nil ? .failed("  passes, but pending \(issue)\n") : .skipped(issue)
      }
      return fault.map { .failed($0) } ?? .passed
    }
    // An older original cannot show much, and a plain user neither.
    let isLimited = isRoot && !isOriginal
    return Report(cases, verdicts).close(maximumSkips: isLimited ? options.maximumSkips : nil)
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
    let cases = try Catalogue.selection(options.words, of: options.program)
    let theirs = try Runner(options, subject: original)
    defer { theirs.close() }
    let ours = try Runner(options, subject: options.binary)
    defer { ours.close() }
    let options = options
    let verdicts = ours.run(cases) { one, processor in
      if let reason = options.whyNotForOriginal(one) { return .skipped(reason) }
      if let reason = ours.obstacle(to: one) { return .skipped(reason) }
      let theirResult = theirs.outcome(one, processor: processor).result
      let ourResult = ours.outcome(one, processor: processor).result
      if let recorded = one.theirs,
        let change = Difference.text(recorded, theirResult, names: ("theirs, recorded", "now"))
      {
        return .failed(change)
      }
      let difference = Difference.text(theirResult, ourResult, names: ("theirs", "ours"))
      switch (one.deviation ?? one.pending, difference) {
      case (nil, nil), (.some, .some): return .passed
      case (nil, let difference?): return .failed(difference)
      case (let number?, nil): return .failed("  no difference in spite of \(number)\n")
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
    let runner = try Runner(options, subject: original)
    defer { runner.close() }
    var one = GoldenCase()
    (one.user, one.name, one.command) = (user, words[1], words[2])
    (one.setup, one.terminal) = (options.setup, options.terminal)
    (one.before, one.after) = (options.before, options.after)
    one.ours = runner.outcome(one, processor: Processors.allowed[0]).result
    print(String(decoding: GoldenWriter.text([one]), as: UTF8.self), terminator: "")
    return true
  }
}
