import Harness
import ProjectFiles
import Testing

/// A way to the wrong process: what somebody tries, a command, and what it must print.
struct NameRecipe: Sendable, CustomTestStringConvertible {
  let attacker: String
  let command: String
  let expected: String

  init(_ attacker: String, _ command: String, gives expected: String) {
    (self.attacker, self.command, self.expected) = (attacker, command, expected)
  }

  var testDescription: String { attacker }

  func expectIt() {
    let outcome = Self.run(command)
    let lines = outcome.stdoutText.split(whereSeparator: \.isNewline).joined(separator: "\n")
    #expect(lines == expected, "\(command)\n\(outcome.stderrText)")
  }

  /// Runs a script of bash after the helpers of the recipes, as root; what is said on stderr is in stdout too.
  static func run(_ script: String, timeLimit: Double = 120) -> Outcome {
    let whole = """
      . \(projectRoot)/Tests/System/Targets/helpers/names.sh
      exec 2>&1
      \(script)
      """
    return Place.sandbox.run(
      "exec /bin/bash -c '\(whole.replacing("'", with: "'\\''"))'", as: .root,
      name: Place.uniqueName("n"), timeLimit: timeLimit)
  }
}

/// Whether processes can be put into control groups here.
let canGroup =
  canSandbox && findTool("bash") != nil
  && spawn([
    "/bin/sh", "-c",
    "for h in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do"
      + " [ -w $h/cgroup.procs ] && d=$h/unyoke-probe-$$ && mkdir $d && rmdir $d && exit 0; done; exit 1",
  ]).ending == .exited(0)
let needsGroups: Comment =
  "needs root, and a hierarchy of control groups in which groups can be made"
