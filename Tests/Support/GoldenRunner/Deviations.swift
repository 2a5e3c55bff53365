import Harness
import ProjectFiles

/// Holds the cases that deviate and docs/deviations.md together, in both directions.
enum Deviations {
  /// - Parameters:
  ///   - cases: those that run now.
  ///   - all: those of every program; nil when only a selection runs, which says nothing about
  ///     the others.
  static func check(_ cases: [GoldenCase], all: [GoldenCase]?) throws {
    let (documented, testedElsewhere) = try page()
    for one in cases {
      guard let number = one.deviation, !documented.contains(number) else { continue }
      throw HarnessError(
        "\(one.file):\(one.line): docs/deviations.md does not know the \(number) of \(one.name)")
    }
    guard let all else { return }
    let used = Set(all.compactMap(\.deviation))
    for number in documented.subtracting(used).subtracting(testedElsewhere).sorted() {
      throw HarnessError("docs/deviations.md has \(number), but no case and no test shows it")
    }
  }

  /// The numbers on the page, and those among them that name a test.
  private static func page() throws -> (documented: Set<String>, testedElsewhere: Set<String>) {
    let path = "\(projectRoot)/docs/deviations.md"
    var documented: Set<String> = []
    var testedElsewhere: Set<String> = []
    var current = ""
    for line in String(decoding: try readFile(path), as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("## ") {
        current = String(line.dropFirst(3).prefix { $0 != ":" && $0 != " " })
        guard current.hasPrefix("D-") else { continue }
        guard documented.insert(current).inserted else {
          throw HarnessError("docs/deviations.md has \(current) twice")
        }
      } else if line.hasPrefix("Tested by: ") {
        let tests = line.dropFirst("Tested by: ".count).split(separator: ", ")
        for test in tests { try checkTest(String(test), of: current) }
        testedElsewhere.insert(current)
      }
    }
    return (documented, testedElsewhere)
  }

  /// A test is named by its file, without the end of the name.
  private static func checkTest(_ name: String, of number: String) throws {
    for folder in ["Unit", "System"] {
      let top = "\(projectRoot)/Tests/\(folder)"
      for subject in try directoryEntries(top) {
        if try directoryEntries("\(top)/\(subject)").contains("\(name).swift") { return }
      }
    }
    throw HarnessError("docs/deviations.md: the test \(name) of \(number) does not exist")
  }
}
