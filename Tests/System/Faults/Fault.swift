import Harness
import Testing

/// A system call that fails, and what is then said. strace puts the error in the place of the
/// kernel's answer.
struct Fault: Sendable, CustomTestStringConvertible {
  let options: String
  /// The system call, and which of one process's calls of it.
  let call: String
  let occurrence: Int
  let sentence: String
  var errors = ["EPERM", "EINVAL", "ENOSYS"]
  /// Says "ran" where the launch must not get as far; the fault may lie behind the start.
  var program = "echo ran"
  var testDescription: String { "\(options): \(call) \(occurrence)" }

  private static let texts = [
    "EPERM": "Operation not permitted", "EINVAL": "Invalid argument",
    "ENOSYS": "Function not implemented", "EMFILE": "Too many open files",
    "ENFILE": "Too many open files in system", "EAGAIN": "Resource temporarily unavailable",
    "ENOMEM": "Cannot allocate memory", "EIO": "Input/output error",
    "ECHILD": "No child processes", "ESRCH": "No such process", "EACCES": "Permission denied",
    "ENOTTY": "Inappropriate ioctl for device", "EOPNOTSUPP": "Operation not supported",
    "ESTALE": "Stale file handle", "EBADF": "Bad file descriptor",
  ]

  /// Expects the sentence, status 1, that the program did not run and that nothing stays behind.
  /// - Parameters:
  ///   - before: makes what the options name.
  ///   - after: ends it.
  func expectCleanFailure(of name: String, before: String = "touch f", after: String = ":") {
    for error in errors {
      let outcome = Place.run(
        "\(before); strace -f -qq -o /dev/null -e trace=\(call) -e "
          + "inject=\(call):error=\(error):when=\(occurrence)"
          + " $BIN/\(name) \(options) \(program) 2>err; s=$?;"
          + " sed \"s,/proc/[0-9]*/,/proc/<PID>/,; s,$T,\\$T,\" err; \(after); exit $s")
      let expected = "\(name): \(sentence): \(Self.texts[error] ?? "?")\n"
      #expect(outcome.stdoutText == expected, "\(options) with \(error)")
      #expect(outcome.ending == .exited(1), "\(options) with \(error)")
      #expect(outcome.survivors.isEmpty, "\(options) with \(error)")
    }
  }
}
