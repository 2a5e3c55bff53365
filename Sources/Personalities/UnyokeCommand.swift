import Bytes
import Host
import MultiCall

/// What the binary does under its own name.
enum UnyokeCommand {
  /// - Parameter words: the command line after the binary's name.
  /// - Returns: the exit status.
  static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    do throws(UnyokeError) {
      switch try UnyokeAction.read(words) {
      case .help: return diagnostic.writeHelp(of: unyokeOptions)
      case .version: return diagnostic.writeOutput(Version.ownLine)
      case .list: return diagnostic.writeOutput(Personality.lines)
      case .install(let installation):
        let failures = installation.run()
        for sentence in InstallFailure.sentences(of: failures) { diagnostic.complain(sentence) }
        return failures.isEmpty ? 0 : 1
      case .run(let personality, let words):
        // It speaks under its own name, as if it had been called by it.
        let inner = diagnostic.inner("\(personality.name)", calledBy: personality.name)
        return inner.finish(personality.run(words, inner, manual: personality.ownManual))
      case .privs(let words):
        let inner = diagnostic.inner("\(diagnostic.program) \(privsWord)", calledBy: privsWord)
        return inner.finish(PrivsCommand.run(words, inner))
      case .check(let words):
        let inner = diagnostic.inner("\(diagnostic.program) \(checkWord)", calledBy: checkWord)
        return inner.finish(CheckCommand.run(words, inner))
      }
    } catch {
      return refuse(error, diagnostic)
    }
  }

  /// Says why not, and where to find help.
  static func refuse(_ error: UnyokeError, _ diagnostic: Diagnostic) -> Int32 {
    switch error {
    case .usage(let fault): return diagnostic.refuse(fault, in: unyokeOptions)
    case .unknownProgram, .unknownName:
      // Whatever it was called by, and with the status of a shell that does not find a command.
      var text: ByteString = "\(Dispatch.ownName): \(error.sentence)\n"
      if let meant = error.suggestion, StandardStream.error.isTerminal {
        text = "\(text)\(Dispatch.ownName): did you mean '\(meant)'?\n"
      }
      diagnostic.writeError(text)
      return 127
    case .noProgram, .exclusive, .withoutInstall, .notOneDirectory:
      return diagnostic.refuseUse(error.sentence)
    }
  }
}
