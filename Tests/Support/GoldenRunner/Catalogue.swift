import Glibc
import Harness
import ProjectFiles

/// The recorded cases below Tests/Golden, in one folder for each program.
enum Catalogue {
  private static let top = "\(projectRoot)/Tests/Golden"

  /// Every case of a program.
  static func cases(of program: String) throws -> [GoldenCase] {
    let folder = "\(top)/\(program)"
    let hasPrelude = access("\(folder)/prelude.sh", R_OK) == 0
    var all: [GoldenCase] = []
    for file in try directoryEntries(folder) where file.hasSuffix(".t") {
      let cases = try GoldenParser.parse(file: "\(folder)/\(file)")
      for one in cases where !hasPrelude && !(one.before + one.after).isEmpty {
        throw HarnessError("\(one.file):\(one.line): before and after need a prelude")
      }
      let group = file.dropLast(2)
      for one in cases where one.name != group && !one.name.hasPrefix("\(group)-") {
        throw HarnessError("\(one.file):\(one.line): \(one.name) is not of the group \(group)")
      }
      all += cases
    }
    return all
  }

  /// Every case of every program.
  static func all() throws -> [GoldenCase] {
    try directoryEntries(top).filter { !$0.hasSuffix(".md") && $0 != "REFERENCE" }
      .flatMap { try cases(of: $0) }
  }

  /// The cases that were asked for: by name, by a pattern of names, or by a file, which may
  /// stand anywhere.
  static func selection(_ words: [String], of program: String) throws -> [GoldenCase] {
    let all = try cases(of: program)
    if words.isEmpty { return all }
    var selected: [GoldenCase] = []
    for word in words {
      let found =
        word.hasSuffix(".t")
        ? try GoldenParser.parse(file: word) : all.filter { fnmatch(word, $0.name, 0) == 0 }
      if found.isEmpty { throw HarnessError("no case is called \(word)") }
      selected += found.filter { one in !selected.contains { $0.name == one.name } }
    }
    return selected
  }
}
