import Glibc
import Harness

/// Shell functions that the cases of a program start from: Tests/Golden/PROGRAM/prelude.sh. A
/// case of such a program enters or lists processes that it starts itself, in the shell of its
/// command.
struct Prelude {
  private let text: String

  /// Nil for a program without one.
  init?(of program: String) throws {
    let path = "\(Subject.projectRoot)/Tests/Golden/\(program)/prelude.sh"
    guard access(path, R_OK) == 0 else { return nil }
    text = String(decoding: try readFile(path), as: UTF8.self)
  }

  /// The whole script of a case. What stands around the command is not shown; the last line tells
  /// Normalize what differs from run to run.
  func script(of one: GoldenCase) -> String {
    """
    \(text)
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
  }
}
