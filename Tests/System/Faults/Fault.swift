import Harness
import Launch
import Testing

/// A system call that fails, and what is then said: a row of the fault matrix. strace puts the error
/// in the place of the kernel's answer.
struct Fault: Sendable, CustomTestStringConvertible {
  /// Which of one process's calls fails.
  enum Occurrence: Sendable {
    case number(Int)
    /// This one, and all that come after it.
    case from(Int)
    /// The last one that a trace shows with this text in its line.
    case last(String)
  }

  /// The step of the plan that is stopped; nil where the call belongs to none.
  let step: LaunchStep?
  let options: String
  /// The system call; nil where the step fails without one.
  let call: String?
  let occurrence: Occurrence
  /// What is said, without the reason; nil where the fault is not noticed and the program runs.
  let sentence: String?
  let errors: [String]
  /// Whether the reason follows the sentence.
  let saysWhy: Bool
  /// Says "ran" where the launch must not get as far; the fault may lie behind the start.
  let program: String
  /// What strace puts in the place of other answers, for the plan to have the step.
  let situation: [String]
  /// Makes what the options name, in the place of what the suite makes.
  let before: String?
  /// The exit status of the failure.
  let status: Int32

  init(
    _ step: LaunchStep? = nil, options: String, call: String?, occurrence: Occurrence,
    sentence: String?, errors: [String] = ["EPERM", "EINVAL", "ENOSYS"], saysWhy: Bool = true,
    program: String = "echo ran", situation: [String] = [], before: String? = nil,
    status: Int32 = 1
  ) {
    (self.step, self.options, self.call, self.occurrence) = (step, options, call, occurrence)
    (self.sentence, self.errors, self.saysWhy) = (sentence, errors, saysWhy)
    (self.program, self.situation, self.before) = (program, situation, before)
    self.status = status
  }

  init(
    _ step: LaunchStep? = nil, options: String, call: String, occurrence: Int, sentence: String?,
    errors: [String] = ["EPERM", "EINVAL", "ENOSYS"], program: String = "echo ran",
    before: String? = nil
  ) {
    self.init(
      step, options: options, call: call, occurrence: .number(occurrence), sentence: sentence,
      errors: errors, program: program, before: before)
  }

  /// A step that always fails, by itself.
  init(_ step: LaunchStep, options: String, says sentence: String, before: String? = nil) {
    self.init(
      step, options: options, call: nil, occurrence: .number(1), sentence: sentence, errors: [""],
      saysWhy: false, before: before)
  }

  var testDescription: String { "\(options): \(call ?? "nothing") \(occurrence)" }

  private static let texts = [
    "EPERM": "Operation not permitted", "EINVAL": "Invalid argument",
    "ENOSYS": "Function not implemented", "EMFILE": "Too many open files",
    "ENFILE": "Too many open files in system", "EAGAIN": "Resource temporarily unavailable",
    "ENOMEM": "Cannot allocate memory", "EIO": "Input/output error",
    "ECHILD": "No child processes", "ESRCH": "No such process", "EACCES": "Permission denied",
    "ENOTTY": "Inappropriate ioctl for device", "EOPNOTSUPP": "Operation not supported",
    "ESTALE": "Stale file handle", "EBADF": "Bad file descriptor",
  ]

  /// Expects the sentence, the status, that the program did not run and that nothing stays behind.
  /// - Parameters:
  ///   - name: the program, and options that stand before the row's.
  ///   - suite: makes what the options name, where the row has nothing of its own.
  ///   - after: ends it.
  func expectCleanFailure(of name: String, before suite: String = "touch f", after: String = ":") {
    let program = String(name.prefix { $0 != " " })
    for error in errors {
      let outcome = Place.run(
        """
        \(before ?? suite)
        \(countCalls(of: name))
        \(traced(fault(error), name)) \(self.program) 2>err; s=$?
        sed "s,/proc/[0-9]*/,/proc/<PID>/,; s,$T,\\$T," err; \(after); exit $s
        """)
      let reason = saysWhy ? ": \(Self.texts[error] ?? "?")" : ""
      let expected = sentence.map { "\(program): \($0)\(reason)\n" } ?? "ran\n"
      #expect(outcome.stdoutText == expected, "\(options) with \(error)")
      #expect(outcome.ending == .exited(sentence == nil ? 0 : status), "\(options) with \(error)")
      #expect(outcome.survivors.isEmpty, "\(options) with \(error)")
    }
  }

  /// Expects that the plan of these options has the step.
  func expectStep(of name: String, before suite: String = "touch f", after: String = ":") {
    guard let step else { return }
    let outcome = Place.run(
      """
      \(before ?? suite)
      \(traced(situation, name)) --dry-run \(program) >plan; s=$?
      sed "s,/proc/[0-9]*/,/proc/<PID>/,; s,$T,\\$T," plan; \(after); exit $s
      """)
    // `$T` and `<PID>` need quotes, what they stand for does not: without quotes both are the same.
    let wanted = String(decoding: step.describe().bytes, as: UTF8.self).replacing("'", with: "")
    let lines = outcome.stdoutText.replacing("'", with: "").split(separator: "\n")
    #expect(
      lines.contains { $0.hasSuffix(": \(wanted)") },
      "\(options): \(wanted) is not in\n\(outcome.stdoutText)\(outcome.stderrText)")
  }

  /// Sets `$n` where the trace of a run that succeeds has to be read for it.
  private func countCalls(of name: String) -> String {
    guard case .last(let mark) = occurrence, let call else { return "" }
    return """
      strace -f -qq -e signal=none -o log -e trace=\(call) $BIN/\(name) \(options) \(program) \
        >/dev/null || exit 9
      n=$(awk -v mark='\(mark)' '
        { sub(/resumed>.*/, "") }
        { count[$1]++ }
        index($0, mark) { n = count[$1] }
        END { print n }' log)
      [ -n "$n" ] || { cat log; exit 8; }
      """
  }

  private func fault(_ error: String) -> [String] {
    guard let call else { return situation }
    let when =
      switch occurrence {
      case .number(let number): "\(number)"
      case .from(let number): "\(number)+"
      case .last: "$n"
      }
    return situation + ["\(call):error=\(error):when=\(when)"]
  }

  /// The program with the row's options, and strace around it that changes these answers.
  private func traced(_ answers: [String], _ name: String) -> String {
    let command = "$BIN/\(name) \(options)"
    if answers.isEmpty { return command }
    let calls = answers.map { $0.prefix { $0 != ":" } }.joined(separator: ",")
    return "strace -f -qq -o /dev/null -e trace=\(calls) "
      + answers.map { "-e inject=\($0) " }.joined() + command
  }
}
