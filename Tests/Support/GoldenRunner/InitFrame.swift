import Harness

/// The cases of a program that lists what there is. Each of them is one script, the init of a PID
/// namespace, so that nothing of the machine is in its lists: Tests/Golden/PROGRAM/init.sh, then
/// its setup, then its command.
struct InitFrame: Frame {
  let beginning: String

  let needsRoot = true

  func framed(_ one: GoldenCase) -> GoldenCase {
    var framed = one
    framed.user = .root
    framed.setup = []
    // What the setup sets is there for every user's command.
    framed.command = """
      cat >case <<'THE END OF THE CASE'
      \(beginning)
      set -a
      {
      :
      \(one.setup.joined(separator: "\n"))
      } >/dev/null 2>&1
      set +a
      \(one.user == .root ? one.command : "$as_tester bash -c \(quoted(one.command))")
      exit
      THE END OF THE CASE
      exec bash case
      """
    return framed
  }

  func environment(directory: String, programs: String, locale: String?) -> [String] {
    ["D=\(directory)", path(programs), "HOME=/root", "LC_ALL=\(locale ?? "C.UTF-8")"]
  }

  func result(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    Normalize.resultWithNumbers(outcome, directory: directory)
  }

  /// A word of a shell.
  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
