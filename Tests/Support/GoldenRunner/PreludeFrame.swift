import Harness

/// Shell functions that the cases of a program start from: Tests/Golden/PROGRAM/prelude.sh. A
/// case of such a program enters processes that it starts itself, in the shell of its command.
struct PreludeFrame: Frame {
  let prelude: String

  /// What stands around the command is not shown; the last line tells Normalize what differs from
  /// run to run.
  func framed(_ one: GoldenCase) -> GoldenCase {
    var framed = one
    framed.command = """
      \(prelude)
      cd /
      {
      :
      \(one.before.joined(separator: "\n"))
      } >/dev/null 2>&1
      (
      \(one.command)
      )
      status=$?
      cd /
      {
      :
      \(one.after.joined(separator: "\n"))
      } >/dev/null 2>&1
      printf '\\001%s\\001%s\\001%s\\001' "$T" "$Z" "$I"
      exit $status
      """
    return framed
  }

  /// T is not the working directory but the process that the case enters.
  func environment(directory: String, programs: String, locale: String?) -> [String] {
    ["D=\(directory)", path(programs), "HOME=/", "LC_ALL=\(locale ?? "C")"]
  }

  func result(_ outcome: Outcome, directory: String) -> GoldenCase.Result {
    Normalize.resultWithTrailer(outcome, directory: directory)
  }

  /// The cases have processes of other programs, which are not always gone at once: the init of
  /// the machine may be slow to reap those that end without their parent.
  func survivors(_ outcome: Outcome, of program: String) -> [String] {
    outcome.survivors.filter { $0.hasSuffix("/\(program)") }
  }
}
