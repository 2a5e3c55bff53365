import Foundation
import Harness
import ProjectFiles
import Testing

/// A block of prompts as a document shows it: typed into one shell, one after the other, with what each
/// of them prints.
struct ShellSession: Sendable, CustomTestStringConvertible {
  /// Who types: the prompt is `#` or `$`.
  let user: Sandbox.User
  /// What is typed, without prompts; an entry may have several lines.
  private(set) var commands: [String] = []
  private var outputs: [String] = []

  var testDescription: String { commands.joined(separator: "; ") }

  /// The commands, and below each what it prints: so what comes at the wrong place is seen.
  var shown: String {
    zip(commands, outputs).map { "\($0)\n\($1)" }.joined()
  }

  /// The blocks of a section of README.md.
  static func all(inReadme section: String) -> [ShellSession] {
    let text = projectText("README.md")
    var sessions: [ShellSession] = []
    var isInside = false
    var isNew = true
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("## ") { isInside = line == "## \(section)" }
      guard isInside, line.hasPrefix("    ") else {
        isNew = true
        continue
      }
      if isNew { sessions.append(ShellSession(user: line.hasPrefix("    #") ? .root : .tester)) }
      isNew = false
      sessions[sessions.count - 1].add(String(line.dropFirst(4)))
    }
    return sessions
  }

  private init(user: Sandbox.User) { self.user = user }

  private mutating func add(_ line: String) {
    let prompt = user == .root ? "# " : "$ "
    if let last = commands.last, last.hasSuffix("\\"), outputs.last == "" {
      commands[commands.count - 1] = "\(last)\n\(line)"
    } else if line.hasPrefix(prompt) {
      commands.append(String(line.dropFirst(2)))
      outputs.append("")
    } else if !outputs.isEmpty {
      outputs[outputs.count - 1] += line + "\n"
    }
  }

  /// Types it all into a bash that sees nothing of the machine: no process, and an empty /run. What it
  /// says about jobs is left out; what is still there afterwards is complained about.
  func run() -> Outcome {
    // A person is slower than the start of a program.
    let started = "until pgrep -x sleep; do sleep 0.02; done >/dev/null"
    let script = commands.map { command in
      "printf '%s\\n' \(Self.quoted(command))\n\(command)\n"
        + (command.hasSuffix("&") ? "\(started)\n" : "")
    }.joined()
    let left = """
      for try in $(seq 200); do pgrep -x sleep >/dev/null || break; sleep 0.1; done
      { pgrep -xl sleep; find /run ! -type d; } >&2
      """
    let asUser =
      user == .root ? "" : "setpriv --reuid 1001 --regid 1001 --clear-groups "
    return Place.run(
      """
      exec /usr/bin/unshare --pid --fork --mount-proc --kill-child bash -c '
      mount -t tmpfs none /run
      \(asUser)bash -c "$1" 2>&1 | grep -vE "^bash: .* (Killed|Terminated) "
      eval "$2"' bash \(Self.quoted(script)) \(Self.quoted(left))
      """)
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
