import Bytes
import Kernel
import NamespaceValues

/// getent(1), which asks the services of the machine's own libc. By absolute path and with an empty
/// environment: the caller's PATH has no say in who answers for an identity.
enum Getent {
  /// Asks for keys of a database. A key never counts as an option.
  /// - Returns: the answer, and whether every key was found.
  /// - Throws: EIO where it failed or was killed, EFBIG, EBADMSG, or why it could not be started.
  static func ask(
    _ database: ByteString, _ keys: ArraySlice<ByteString>
  ) throws(Errno) -> (answer: GetentAnswer, isComplete: Bool) {
    let (content, status) = try Question.ask(
      "/usr/bin/getent", ["getent", "--", database] + keys, upTo: Accounts.largestAnswer)
    switch status {
    case .exited(0): return (try GetentAnswer(content), true)
    case .exited(2): return (try GetentAnswer(content), false)
    default: throw .inputOutput
    }
  }
}
