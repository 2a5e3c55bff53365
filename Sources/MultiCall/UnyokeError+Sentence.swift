public import Bytes
import Options

extension UnyokeError {
  /// The sentence that follows `unyoke: `. Where no program is given the lines of all of them
  /// follow.
  public var sentence: ByteString {
    switch self {
    case .usage(let fault): fault.sentence
    case .noProgram:
      "no program given; these are its programs:\n\(unyokePrograms.lines.joined(by: "\n"))"
    case .unknownProgram(let word): Self.unknown(word, listedBy: .help)
    case .unknownName(let name): Self.unknown(name, listedBy: .list)
    case .exclusive(let one, let other): "\(one) and \(other) exclude each other"
    case .withoutInstall(let option): "\(option) goes with \(unyokeOptions.name(of: .install)) only"
    case .notOneDirectory: "\(unyokeOptions.name(of: .install)) needs one directory"
    }
  }

  /// A word may be one that no link has (`privs`), so another option names them all.
  private static func unknown(_ name: ByteString, listedBy option: UnyokeOption) -> ByteString {
    "'\(name)' is not one of its programs; 'unyoke \(unyokeOptions.name(of: option))' names them"
  }
}

extension UnyokeError {
  /// What was meant by a word in the place of a program: one of them, or an option that lacks its
  /// dashes. Nil where that is not clear.
  public var suggestion: ByteString? {
    guard case .unknownProgram(let word) = self else { return nil }
    for option in UnyokeOption.allCases {
      let name = unyokeOptions.name(of: option)
      if name.dropFirst(2) == word { return name }
    }
    let programs = unyokePrograms.words.map { $0.name }
    return word.continued(among: programs) ?? word.nearest(among: programs)
  }
}
