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
  var locale: String?
  var maximumSkips = 10
  /// Whether ours says why something failed; what it says is not compared.
  var givesHints = false
  /// The folder an original loads its libraries from.
  var libraryFolder: String?
  /// The columns of the terminal that a recorded command has for its stdout.
  var terminal: Int?
  /// What is run before the command that is recorded.
  var setup: [String] = []
  /// What is run around it, in its shell.
  var before: [String] = []
  var after: [String] = []

  static let usage = """
    usage: golden run    [--binary FILE | --original FILE] [--program NAME] [--locale X]
                         [--max-skips N] [--hints always] [--libraries DIR] [CASE | FILE.t]...
           golden parity --original FILE [--libraries DIR] [--binary FILE] [CASE...]
           golden record --original FILE [--libraries DIR] [--program NAME]
                         [--tty COLUMNS] [--setup COMMANDS]... [--before COMMANDS]... [--after COMMANDS]...
                         root|tester NAME COMMAND
    A CASE is a name or a pattern with * or ?. What follows --setup is run first, as root.
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
      case "--hints":
        guard value == "always" else { throw HarnessError("--hints: \(value)") }
        givesHints = true
      case "--libraries": libraryFolder = value
      case "--tty":
        guard let columns = Int(value), (0...9999).contains(columns) else {
          throw HarnessError("--tty: \(value)")
        }
        terminal = columns
      case "--setup": setup.append(value)
      case "--before": before.append(value)
      case "--after": after.append(value)
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
}
