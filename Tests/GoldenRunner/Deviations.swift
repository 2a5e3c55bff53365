import Harness

/// Holds the cases that deviate and docs/deviations.md together, in both directions.
enum Deviations {
  static func check(_ cases: [GoldenCase]) throws {
    let page = String(
      decoding: try readFile("\(Subject.projectRoot)/docs/deviations.md"), as: UTF8.self)
    var documented: Set<String> = []
    var testedElsewhere: Set<String> = []
    var current = ""
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## D-") {
        current = String(line.dropFirst(3).prefix { $0 != ":" && $0 != " " })
        documented.insert(current)
      }
      if line.hasPrefix("Tested by: ") { testedElsewhere.insert(current) }
    }
    let used = Set(cases.compactMap(\.deviation))
    for number in used.subtracting(documented).sorted() {
      throw HarnessError("a case deviates by \(number), which docs/deviations.md does not know")
    }
    // With a selection of cases nothing can be said about the others.
    guard cases.count > 400 else { return }
    for number in documented.subtracting(used).subtracting(testedElsewhere).sorted() {
      throw HarnessError("docs/deviations.md has \(number), but no test shows it")
    }
  }
}
