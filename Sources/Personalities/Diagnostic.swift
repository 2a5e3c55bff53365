import Answers
import Bytes
import Host
import Kernel
import Launch
import MultiCall
import NamespaceValues
import Options

/// How a program speaks: everything it writes to stdout and stderr goes through here, and here
/// is decided what a stream that cannot be written means for the exit status.
///
/// A class, because the executor's closures and the command share what happened.
final class Diagnostic {
  /// argv[0] as it was given.
  private let invokedName: ByteString
  /// The part after its last slash: what messages begin with.
  let program: ByteString
  /// The words to start this very program with once more: those of the process.
  let commandLine: [ByteString]
  /// The words before `--help` on a command line that asks this program for help.
  private let helpfulWords: ByteString
  private let hintPolicy: HintPolicy
  /// It was called by a name that the originals do not have: then nobody expects their bytes.
  private let hasOwnName: Bool
  /// A person asked to be told how each step goes, and why one fails.
  var explains = false
  private var errorStreamFailed = false

  /// - Parameter hintPolicy: as it was at the start. nsenter may have taken over the environment of
  ///   a process that is not to be trusted by the time that something fails.
  convenience init(
    invokedName: ByteString, commandLine: [ByteString], hintPolicy: HintPolicy
  ) {
    let program = invokedName.afterLastSlash
    self.init(
      invokedName: invokedName, commandLine: commandLine, helpfulWords: program,
      hintPolicy: hintPolicy, hasOwnName: program == Personality.nsls.name)
  }

  private init(
    invokedName: ByteString, commandLine: [ByteString], helpfulWords: ByteString,
    hintPolicy: HintPolicy, hasOwnName: Bool
  ) {
    self.invokedName = invokedName
    self.commandLine = commandLine
    self.helpfulWords = helpfulWords
    self.hintPolicy = hintPolicy
    self.hasOwnName = hasOwnName
    program = invokedName.afterLastSlash
  }

  /// How a program speaks that this one was told to be by its first word. Called by its name alone
  /// it may be somebody else's, or not be there.
  func inner(_ name: ByteString, calledBy word: StaticString) -> Diagnostic {
    Diagnostic(
      invokedName: name, commandLine: commandLine, helpfulWords: "\(program) \(word)",
      hintPolicy: hintPolicy, hasOwnName: true)
  }

  /// Writes `NAME: sentence` to stderr.
  func complain(_ sentence: ByteString) { writeError("\(program): \(sentence)\n") }

  /// Says what stopped a launch, unless that was said already.
  func complain(_ failure: LaunchFailure) {
    if let sentence = failure.sentence { complain(sentence) }
  }

  /// Says to a person why it failed, as far as that can be found out. Comes after the complaint, whose
  /// bytes are the original's, and changes no exit status.
  /// - Returns: the first that was said.
  @discardableResult
  func advise(_ trouble: Trouble) -> ByteString? {
    guard
      hintPolicy.allows(
        byOwnName: hasOwnName || explains, isTerminal: StandardStream.error.isTerminal)
    else { return nil }
    let source = LiveEvidence(
      isAmongOthersFiles: trouble.isAmongOthersFiles,
      hasAskedForProcess: trouble.hasAskedForTarget)
    var evidence = Evidence()
    evidence.gather(about: trouble, from: source)
    let found = hints(for: trouble, evidence)
    for hint in found { tell(hint) }
    return found.first?.sentence
  }

  // For a person who asked to be told: no exit status depends on it.

  /// Writes a hint to stderr.
  func tell(_ hint: Hint) { tell(whole: hint.line(of: program)) }

  /// Writes `NAME: line` to stderr.
  func tell(_ line: ByteString) { tell(whole: "\(program): \(line)") }

  private func tell(whole line: ByteString) {
    StandardStream.error.tell(line.bytes + [UInt8(ascii: "\n")])
  }

  /// Writes a fault of the command line and where to find help, and to a person what was meant.
  func complain<ID>(_ error: UsageError, in table: OptionTable<ID>) {
    // The option parser of libc uses argv[0] as it is.
    var text: ByteString = "\(invokedName): \(error.sentence)\n\(helpHint)"
    if let name = error.suggestion(from: table), StandardStream.error.isTerminal {
      text = "\(text)\(program): did you mean '--\(name)'?\n"
    }
    writeError(text)
  }

  /// Says what is wrong with the command line, and where to find help.
  /// - Parameter meant: the word that was meant, which a person is told.
  /// - Returns: the exit status this leads to.
  func refuseUse(_ sentence: ByteString, meant: ByteString? = nil) -> Int32 {
    var text: ByteString = "\(program): \(sentence)\n\(helpHint)"
    if let meant, StandardStream.error.isTerminal {
      text = "\(text)\(program): did you mean '\(meant)'?\n"
    }
    writeError(text)
    return 1
  }

  private var helpHint: ByteString { "Try '\(helpfulWords) --help' for more information.\n" }

  /// Writes to stderr, in one call so that lines of several processes do not mix.
  func writeError(_ text: ByteString) {
    do throws(Errno) { try StandardStream.error.write(Array(text.bytes)) } catch {
      errorStreamFailed = true
    }
  }

  /// Writes to stdout.
  /// - Returns: the exit status this leads to. A reader that left, or a stdout that was closed
  ///   by the caller, is no failure.
  func writeOutput(_ bytes: [UInt8]) -> Int32 {
    do throws(Errno) { try StandardStream.output.write(bytes) } catch { return outputFailed(error) }
    return 0
  }

  /// Writes to stdout what a function hands over, piece by piece, until a piece cannot be written.
  ///
  /// The original's listing goes out by the buffer: whatever happens to one that others follow is a
  /// failure, a reader that left too, and why is forgotten by the end.
  /// - Returns: the exit status this leads to.
  func writeListing(_ produce: (@escaping ([UInt8]) -> Void) -> Void) -> Int32 {
    var fault: (errno: Errno, written: Int)?
    var size = 0
    produce { piece in
      if fault == nil, let stop = StandardStream.output.writeAll(piece) {
        fault = (stop.errno, size + stop.written)
      }
      size += piece.count
    }
    guard let fault else { return 0 }
    let buffer = StandardStream.output.bufferSize
    if fault.written >= (size - 1) / buffer * buffer { return outputFailed(fault.errno) }
    complain("write error")
    return 1
  }

  private func outputFailed(_ error: Errno) -> Int32 {
    if error == .brokenPipe || error == .badDescriptor { return 0 }
    complain("write error: \(error.text)")
    return 1
  }

  /// The last look at both streams at a regular end; turns the exit status into the final one.
  func finish(_ status: Int32) -> Int32 {
    do throws(Errno) { try StandardStream.output.probe() } catch {
      if outputFailed(error) != 0 { return 1 }
    }
    do throws(Errno) { try StandardStream.error.probe() } catch {
      if error != .badDescriptor { return 1 }
    }
    return errorStreamFailed ? 1 : status
  }
}
