import Bytes
import ProjectFiles
import Testing

/// A command line of a real program, with VAR in the place of its variables, and what it means.
struct CorpusLine: Sendable, CustomTestStringConvertible {
  let source: String
  let text: String
  let meaning: String
  var testDescription: String { "\(source): \(text)" }

  /// The lines of Lines/PROGRAM.tsv.
  static func all(of program: String) -> [CorpusLine] {
    projectText("Tests/Unit/Corpus/Lines/\(program).tsv").split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return CorpusLine(source: fields[0], text: fields[1], meaning: fields[2])
    }
  }

  /// The words behind the program's name; in the file they are apart by blanks, and may stand in
  /// single quotes.
  var words: [ByteString] {
    var words: [[UInt8]] = []
    var isInWord = false
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: " "), !isQuoted {
        isInWord = false
        continue
      }
      if !isInWord { words.append([]) }
      isInWord = true
      if byte == UInt8(ascii: "'") {
        isQuoted.toggle()
      } else {
        words[words.count - 1].append(byte)
      }
    }
    return words.map { ByteString($0) }
  }
}

func text(_ bytes: ByteString) -> String { String(decoding: bytes.bytes, as: UTF8.self) }

/// The end of a meaning: the program, and how many arguments it gets.
func programText(_ operands: [ByteString]) -> String {
  operands.first.map { "\(text($0)) +\(operands.count - 1)" } ?? "shell"
}
