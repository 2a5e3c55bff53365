import Foundation
import Harness
import Testing

/// The worked examples of the README do what they show.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("ip") != nil, "ip is not installed"))
struct ReadmeTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let user: Sandbox.User
    let command: String
    var output: String
    var testDescription: String { command }
  }

  /// The commands of a section, each behind its prompt, and what they print.
  static func examples(of section: String) -> [Example] {
    let text =
      (try? String(contentsOfFile: "\(Subject.projectRoot)/README.md", encoding: .utf8)) ?? ""
    var examples: [Example] = []
    var isInside = false
    var command = ""
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("## ") { isInside = line == "## \(section)" }
      guard isInside, line.hasPrefix("    ") else { continue }
      let shown = String(line.dropFirst(4))
      let begins = shown.hasPrefix("# ") || shown.hasPrefix("$ ")
      if begins || !command.isEmpty {
        command += shown + "\n"
        if shown.hasSuffix("\\") { continue }
        examples.append(
          Example(
            user: command.hasPrefix("#") ? .root : .tester, command: String(command.dropFirst(2)),
            output: ""))
        command = ""
      } else if !examples.isEmpty {
        examples[examples.count - 1].output += shown + "\n"
      }
    }
    return examples
  }

  @Test func theCommandsOfThreeExamples() {
    #expect(Self.examples(of: "Less than full power").count == 4)
  }

  @Test(arguments: examples(of: "Less than full power"))
  func printsWhatIsShown(example: Example) {
    // A container, where one is needed.
    let container = """
      mkfifo up; unshare -r -p -f -m -n -u -i --kill-child --mount-proc sh -c \
      ': >up; exec sleep 60 >&- 2>&-' & U=$!; : <up; \
      PID=$(tr -d ' ' </proc/$U/task/$U/children)
      """
    let needsContainer = example.command.contains("$PID")
    let outcome = Place.run(
      "\(needsContainer ? container : ":")\n\(example.command)"
        + "\(needsContainer ? "\nkill -KILL $PID; wait $U 2>/dev/null" : "")", as: example.user)
    #expect(outcome.stdoutText + outcome.stderrText == example.output)
  }
}
