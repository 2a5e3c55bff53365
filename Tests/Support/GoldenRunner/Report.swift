import Harness

/// Says how a run went.
struct Report {
  private let results: [(GoldenCase, Runner.Verdict)]

  init(_ cases: [GoldenCase], _ verdicts: [Runner.Verdict]) {
    results = Array(zip(cases, verdicts))
  }

  /// Prints failures, skips with their reasons, and the counts.
  /// - Parameter maximumSkips: how many skips are still a success; nil for any number.
  /// - Returns: whether the run is a success.
  func close(maximumSkips: Int?) -> Bool {
    var (passed, failed, skipped) = (0, 0, 0)
    for (one, verdict) in results {
      switch verdict {
      case .passed: passed += 1
      case .skipped(let reason):
        skipped += 1
        print("skip \(one.name): \(reason)")
      case .failed(let text):
        failed += 1
        print("FAIL \(one.name) (\(one.file):\(one.line))\n  $ \(one.command)\n\(text)")
      }
    }
    // All of a program's cases may be more than a plain user can run; each has said why.
    var isSuccess = failed == 0 && (passed > 0 || !isRoot && skipped > 0)
    if let maximumSkips, skipped > maximumSkips {
      print("too many skips: \(skipped), at most \(maximumSkips) are accepted")
      isSuccess = false
    }
    if Interruption.isAsked {
      print("stopped before the end")
      isSuccess = false
    }
    print("\(passed) passed, \(failed) failed, \(skipped) skipped")
    return isSuccess
  }
}
