import Bytes
import Host
import ProjectFiles
import Testing

/// Extended regular expressions by our own program, and by glibc.
struct PatternTests {
  /// A pattern of the corpus, and what is found in the texts, or the message.
  struct Case {
    let pattern: ByteString
    let glibc: String
    /// The same of the static binary, where that differs.
    var ours: String
  }

  private static let lines = projectText("Tests/Unit/Host/Patterns/corpus.txt")
    .split(separator: "\n").map(String.init)
  private static let texts = lines.filter { $0.hasPrefix(">") }
    .map { ByteString($0.dropFirst().utf8) }
  private static let cases: [Case] = {
    var cases: [Case] = []
    var pattern = ByteString("")
    for line in lines {
      let rest = String(line.dropFirst())
      switch line.first {
      case "/": pattern = ByteString(rest.utf8)
      case "=": cases.append(Case(pattern: pattern, glibc: rest, ours: rest))
      case "~": cases[cases.count - 1].ours = rest
      default: break
      }
    }
    return cases
  }()

  private func found(_ isFound: (ByteString) -> Bool) -> String {
    Self.texts.map { isFound($0) ? "y" : "n" }.joined()
  }

  @Test func corpusIsLargeEnough() {
    #expect(Self.cases.count >= 300 && Self.texts.count >= 40)
    #expect(Self.cases.filter { $0.ours != $0.glibc }.count <= 5)
  }

  @Test func oursSaysWhatTheCorpusSays() {
    for one in Self.cases {
      var answer: String
      do throws(PatternError) {
        let program = try PatternProgram(one.pattern, isUTF8: true)
        answer = found { program.matches($0) }
      } catch {
        answer = String(decoding: error.sentence.bytes, as: UTF8.self)
      }
      #expect(answer == one.ours, "\(String(decoding: one.pattern.bytes, as: UTF8.self))")
    }
  }

  @Test(.enabled(if: isRecordedGlibc, "needs the glibc that the corpus is taken from"))
  func glibcSaysWhatTheCorpusSays() {
    inLocale("C.UTF-8") {
      for one in Self.cases {
        var answer: String
        do throws(RegularExpression.Fault) {
          let pattern = try RegularExpression(one.pattern)
          answer = found { pattern.matches($0) }
        } catch {
          answer = String(decoding: error.text.bytes, as: UTF8.self)
        }
        #expect(answer == one.glibc, "\(String(decoding: one.pattern.bytes, as: UTF8.self))")
      }
    }
  }

  /// What is no UTF-8: such a byte is found by itself, and by nothing that stands for characters.
  @Test(
    arguments: [
      ([0xFF], "^sleep", false), ([0x73, 0xFF], "^s", true), ([0x73, 0xFF, 0x74], "s.t", false),
      ([0x73, 0xFF, 0x74], "s[^a]t", false), ([0x73, 0xFF, 0x74], "t$", true),
      ([0xC3], ".", false), ([0xC3, 0x41], "^.", false), ([0xC3, 0x41], "A", true),
      ([0xE4, 0xB8], "[[:print:]]", false), ([0x61, 0xFF], "x*$", true),
    ] as [([UInt8], ByteString, Bool)])
  func bytesThatAreNoCharacters(text: [UInt8], pattern: ByteString, isFound: Bool) throws {
    let program = try PatternProgram(pattern, isUTF8: true)
    #expect(program.matches(ByteString(text)) == isFound)
    let isFoundByGlibc = try inLocale("C.UTF-8") {
      try RegularExpression(pattern).matches(ByteString(text))
    }
    #expect(isFoundByGlibc == isFound)
  }

  @Test func bytesInPatterns() throws {
    let byte = ByteString([0x61, 0xFF])
    #expect(try PatternProgram(byte, isUTF8: true).matches(ByteString([0x61, 0xFF])))
    #expect(try !PatternProgram(byte, isUTF8: true).matches("aÿ"))
    #expect(try !PatternProgram(ByteString([0x5B, 0xFF, 0x5D]), isUTF8: true).matches(byte))
  }

  /// In the locale C every byte is a character, and none above ASCII is a letter.
  @Test(
    arguments: [
      ("^..$", true), ("^.$", false), ("[[:alpha:]]", false), ("\\w", false), ("^\\W\\W$", true),
      ("[^a]", true), ("\u{e9}", true), ("[\u{e9}]", true),
    ] as [(ByteString, Bool)])
  func localeOfBytes(pattern: ByteString, isFound: Bool) throws {
    #expect(try PatternProgram(pattern, isUTF8: false).matches("\u{e9}") == isFound)
    let isFoundByGlibc = try inLocale("C") { try RegularExpression(pattern).matches("\u{e9}") }
    #expect(isFoundByGlibc == isFound)
  }

  /// What would take too long or too much memory.
  @Test func extremes() throws {
    let deep = String(repeating: "(", count: 20000) + "a" + String(repeating: ")", count: 20000)
    #expect(try PatternProgram(ByteString(deep.utf8), isUTF8: true).matches("a"))
    let stars = "a" + String(repeating: "*", count: 50000) + "b"
    #expect(try PatternProgram(ByteString(stars.utf8), isUTF8: true).matches("aab"))
    let words = String(repeating: "a|", count: 20000) + "b"
    #expect(try PatternProgram(ByteString(words.utf8), isUTF8: true).matches("b"))
    #expect(throws: PatternError.tooLarge) {
      try PatternProgram("((a{1000}){1000}){1000}", isUTF8: true)
    }
    // Exponential for those that go back.
    let text = ByteString(String(repeating: "a", count: 2000).utf8)
    #expect(try !PatternProgram("^(a|a)*(a*)*(a?){50}b$", isUTF8: true).matches(text))
    #expect(try PatternProgram("^(a*)\\1$", isUTF8: true).matches(text))
  }
}
