public import Bytes
import Options

/// What a command line of `unyoke` asks for.
public enum UnyokeAction: Equatable, Sendable {
  case help, version
  /// Name the programs.
  case list
  case install(Installation)
  /// Be one of the programs, with the words after its name.
  case run(Personality, [ByteString])
  /// Be `unyoke privs`, with the words after that.
  case privs([ByteString])
  /// Be `unyoke check`, with the words after that.
  case check([ByteString])
}

extension UnyokeAction {
  /// Reads the words after `unyoke`. After the name of a program all are the program's, but options
  /// may follow the directory of `--install`.
  public static func read(_ words: [ByteString]) throws(UnyokeError) -> UnyokeAction {
    var request = UnyokeRequest(words)
    let installs = OptionScanner.scan(words, table: unyokeOptions).events
      .contains { $0.id == .install }
    return try unyokeOptions.read(words, operands: installs ? .anywhere : .afterOptions) {
      event throws(UnyokeError) in
      try request.apply(event)
    } complete: { operands throws(UnyokeError) in
      try request.complete(operands)
    }
  }
}

/// What the options say until all of them have been read.
private struct UnyokeRequest {
  /// The command line, for messages about its options.
  private let words: [ByteString]
  private var lists = false
  private var installs = false
  private var directories: [ByteString] = []
  /// The option that says how names are given.
  private var form: UnyokeOption?

  init(_ words: [ByteString]) { self.words = words }

  mutating func apply(_ event: OptionEvent<UnyokeOption>) throws(UnyokeError) -> UnyokeAction? {
    switch event.id {
    case .help: return .help
    case .version: return .version
    case .list: lists = true
    case .install:
      installs = true
      if let directory = event.value { directories.append(directory) }
    case .symbolic, .copy:
      if let form, form != event.id { throw .exclusive(typed(form), typed(event.id)) }
      form = event.id
    }
    return nil
  }

  consuming func complete(_ operands: [ByteString]) throws(UnyokeError) -> UnyokeAction {
    if lists {
      if installs { throw .exclusive(typed(.list), typed(.install)) }
      if let form { throw .exclusive(typed(.list), typed(form)) }
      // Further words are passed over, as after --help and --version.
      return .list
    }
    if installs { return .install(try installation(directories + operands)) }
    if let form { throw .withoutInstall(typed(form)) }
    guard let name = operands.first else { throw .noProgram }
    let rest = Array(operands.dropFirst())
    if let personality = Personality(name: name) { return .run(personality, rest) }
    if name == privsWord { return .privs(rest) }
    if name == checkWord { return .check(rest) }
    throw .unknownProgram(name)
  }

  /// An option of the command line as it was typed there: by its letter or by its name, which cannot
  /// be shortened.
  private func typed(_ option: UnyokeOption) -> ByteString {
    let name = unyokeOptions.name(of: option)
    guard let letter = unyokeOptions.originalSpec(of: option)?.short else { return name }
    for word in words {
      if word == name || word == "--" { break }
      if word.hasPrefix("-"), !word.hasPrefix("--"), word.bytes.contains(letter) {
        return "-\(ByteString([letter]))"
      }
    }
    return name
  }

  private func installation(_ directories: [ByteString]) throws(UnyokeError) -> Installation {
    guard let directory = directories.first, directories.count == 1, !directory.isEmpty else {
      throw .notOneDirectory
    }
    return Installation(
      directory: directory,
      form: form == .symbolic ? .symbolicLink : form == .copy ? .copy : .hardLink)
  }
}
