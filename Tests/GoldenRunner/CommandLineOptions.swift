import Harness

/// The command line of the golden runner.
struct CommandLineOptions: Sendable {
  var command = ""
  var words: [String] = []
  /// Ours.
  var binary = Subject.binary
  /// An original.
  var original: String?
  /// `golden run` with an original as the subject.
  var isOriginal = false
  /// The release of the original.
  var version = ""
  /// The program that is tested, which is also the folder of its cases.
  var program = "unshare"
  var locale = "C"
  var maximumSkips = 10
  /// The folder an original loads its libraries from.
  var libraryFolder: String?

  static let usage = """
    usage: golden run    [--binary FILE | --original FILE] [--program NAME] [--locale X]
                         [--max-skips N] [--libraries DIR] [CASE...]
           golden parity --original FILE [--libraries DIR] [--binary FILE] [CASE...]
           golden record --original FILE [--libraries DIR] root|tester NAME COMMAND
           golden import FILE.md DIR
    A CASE is a name or the beginning of one with a * behind it.
    """

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    command = rest.popFirst() ?? ""
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        words.append(word)
        continue
      }
      guard let value = rest.popFirst() else { throw HarnessError("\(word) needs a value") }
      switch word {
      case "--binary": binary = value
      case "--original": original = value
      case "--program": program = value
      case "--locale": locale = value
      case "--max-skips":
        guard let number = Int(value) else { throw HarnessError("--max-skips: \(value)") }
        maximumSkips = number
      case "--libraries": libraryFolder = value
      default: throw HarnessError("unknown option \(word)\n\(Self.usage)")
      }
    }
    guard let original else { return }
    version = try Recorder.version(of: original).split(separator: " ").last.map(String.init) ?? ""
    if command == "run" {
      binary = original
      isOriginal = true
    }
  }

  /// Why a case cannot be shown by this original; nil when it can.
  func whyNotForOriginal(_ one: GoldenCase) -> String? {
    if one.isOursOnly { return "an extension of ours" }
    if one.differsIn2381, version != "2.42.4" { return "2.38.1 behaves differently" }
    if one.needsOwnLoader, libraryFolder != nil {
      return "the unpacked original's loader is not in the jail"
    }
    return nil
  }

  /// The cases that were chosen, all of the program's without a choice.
  func cases() throws -> [GoldenCase] {
    let folder = "\(Subject.projectRoot)/Tests/Golden/\(program)"
    var all: [GoldenCase] = []
    for file in try directoryEntries(folder) where file.hasSuffix(".t") {
      all += try GoldenParser.parse(file: "\(folder)/\(file)")
    }
    let names = all.map(\.name)
    if let twice = Dictionary(grouping: names, by: { $0 }).first(where: { $0.value.count > 1 }) {
      throw HarnessError("two cases are called \(twice.key)")
    }
    guard !words.isEmpty else { return all }
    return all.filter { one in
      words.contains { word in
        word.hasSuffix("*") ? one.name.hasPrefix(word.dropLast()) : one.name == word
      }
    }
  }
}
