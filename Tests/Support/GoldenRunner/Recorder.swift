import Harness

/// What guards a recording: only an original may be recorded.
enum Recorder {
  /// The version line of an original; throws for a program that is ours.
  static func version(of original: String) throws -> String {
    let bytes = try readFile(original)
    // Our binary carries its own name, whatever it is called.
    if String(decoding: bytes, as: UTF8.self).contains("Extensions of unyoke") {
      throw HarnessError("\(original) is ours; only an original is recorded")
    }
    let outcome = spawn([original, "--version"], environment: ["LC_ALL=C"])
    let line = outcome.stdoutText.split(separator: "\n").first.map(String.init) ?? ""
    guard line.contains(" from util-linux ") else {
      throw HarnessError("\(original) is no original: '\(line)' \(outcome.stderrText)")
    }
    return line
  }
}
