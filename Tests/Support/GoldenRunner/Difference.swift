import Harness

/// What differs between two results, for people.
enum Difference {
  /// The lines of both, `-` before those that only the first has and `+` before those that only
  /// the second has; nil when they are the same.
  static func text(
    _ expected: GoldenCase.Result, _ found: GoldenCase.Result,
    names: (String, String) = ("expected", "found")
  ) -> String? {
    if expected == found { return nil }
    let (old, new) = (lines(expected), lines(found))
    var removed: Set<Int> = []
    var inserted: [Int: String] = [:]
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var output = ["  --- \(names.0)", "  +++ \(names.1)"]
    var place = 0
    func takeInserted() {
      while let line = inserted[place] {
        output.append("  + \(line)")
        place += 1
      }
    }
    for (index, line) in old.enumerated() {
      if removed.contains(index) {
        output.append("  - \(line)")
      } else {
        takeInserted()
        output.append("    \(line)")
        place += 1
      }
    }
    takeInserted()
    return output.joined(separator: "\n") + "\n"
  }

  private static func lines(_ result: GoldenCase.Result) -> [String] {
    String(decoding: GoldenWriter.result(result, prefix: ""), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
