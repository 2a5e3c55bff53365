public import Bytes
import Options

extension UnyokeError {
  /// The sentence that follows `unyoke: `. Where no program is given the lines of all of them are
  /// behind it.
  public var sentence: ByteString {
    switch self {
    case .usage(let fault): fault.sentence
    case .noProgram:
      "no program given; these are its programs:\n\(unyokePrograms.lines.joined(by: "\n"))"
    case .unknownProgram(let name):
      "'\(name)' is none of its programs; 'unyoke \(Self.name(of: .list))' names them"
    case .exclusive(let one, let other):
      "\(Self.name(of: one)) and \(Self.name(of: other)) exclude each other"
    case .withoutInstall(let option):
      "\(Self.name(of: option)) goes with \(Self.name(of: .install)) only"
    case .notOneDirectory: "\(Self.name(of: .install)) needs one directory"
    case .unexpected(let word, let option):
      "unexpected argument '\(word)' after \(Self.name(of: option))"
    }
  }

  /// The option as its table has it, by its letter where it has one.
  private static func name(of option: UnyokeOption) -> ByteString {
    guard let spec = unyokeOptions.originalSpec(of: option) else { return "" }
    if let letter = spec.short { return "-\(ByteString([letter]))" }
    return "--\(spec.long)"
  }
}
