import Answers
import Bytes
import Host
import Kernel
import MultiCall

/// Decides which program this is.
enum Dispatch {
  /// The name of the binary itself.
  static var ownName: StaticString { "unyoke" }

  /// - Returns: the exit status.
  static func run(_ arguments: [ByteString]) -> Int32 {
    let invokedName = arguments.first ?? ""
    let words = Array(arguments.dropFirst())
    // The kernel has forgotten which name it was asked to execute.
    if OwnBinary.isRestarted { OwnExecutable.setProcessName(invokedName.afterLastSlash) }
    let diagnostic = Diagnostic(
      invokedName: invokedName, commandLine: [telling(invokedName)] + words,
      hintPolicy: HintPolicy(Environment.value(of: "UNYOKE_HINTS")))
    return diagnostic.finish(run(words, diagnostic))
  }

  /// argv[0] for a second run of the same program: where argv[0] does not say which one it is, what
  /// does is lost by then (docs/deviations.md D-144).
  private static func telling(_ invokedName: ByteString) -> ByteString {
    let name = invokedName.afterLastSlash
    if Personality(name: name) != nil || name == ownName { return invokedName }
    return Execution.executedName?.afterLastSlash ?? invokedName
  }

  private static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    if let personality = Personality(name: diagnostic.program) {
      return personality.run(words, diagnostic)
    }
    if isOwn(diagnostic.program) { return UnyokeCommand.run(words, diagnostic) }

    // A program may be started under any argv[0] (a login shell's dash, `exec -a`). What the
    // kernel was asked to execute still says which one was meant.
    let executed = Execution.executedName?.afterLastSlash ?? ""
    if let personality = Personality(name: executed) { return personality.run(words, diagnostic) }
    if isOwn(executed), diagnostic.program.isEmpty {
      return UnyokeCommand.run(words, diagnostic)
    }
    return UnyokeCommand.refuse(.unknownName(diagnostic.program), diagnostic)
  }

  /// `unyoke`, or `unyoke-0.1`: what a file of several versions beside each other is called.
  private static func isOwn(_ name: ByteString) -> Bool {
    if name == ownName { return true }
    guard name.hasPrefix("unyoke-"), let first = name.byte(at: 7) else { return false }
    return first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
  }
}
