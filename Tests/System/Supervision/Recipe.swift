import Harness
import ProjectFiles
import Testing

/// A situation in which a supervisor can lose a signal, a process or a terminal: a command, what it must print,
/// and who brings it about.
struct Recipe: Sendable, CustomTestStringConvertible {
  /// Who, or what, is the attacker.
  let attacker: String
  let command: String
  /// What is printed, its lines with a blank between them.
  let expected: String

  init(_ attacker: String, _ command: String, gives expected: String) {
    (self.attacker, self.command, self.expected) = (attacker, command, expected)
  }

  var testDescription: String { attacker }

  /// Expects what must be printed.
  /// - Parameter attempts: more than one where somebody at a keyboard waits for a time, and not for
  ///   what is to be seen: others use the processors too.
  func expectIt(attempts: Int = 1) {
    var outcome = run()
    for _ in 1..<attempts where words(outcome) != expected { outcome = run() }
    #expect(words(outcome) == expected, "\(command)\n\(outcome.stderrText)")
  }

  private func words(_ outcome: Outcome) -> String {
    outcome.stdoutText.split(whereSeparator: \.isNewline).joined(separator: " ")
      .trimmingSuffix(" ")
  }

  private func run() -> Outcome {
    Place.run(
      """
      HELPERS=\(projectRoot)/Tests/System/Supervision/helpers
      chmod 777 .
      . $HELPERS/recipes.sh
      { \(command)
      } 2>&1
      """, timeLimit: 150)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}

/// What the recipes' helpers are written in.
let canSupervise =
  canSandbox && findTool("python3") != nil && findTool("perl") != nil && findTool("bash") != nil
