import Bytes
import ProjectFiles
import Testing

@testable import Host

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

  private func found<Failure: Error>(
    _ isFound: (ByteString) throws(Failure) -> Bool
  ) throws(Failure) -> String {
    var answer = ""
    for text in Self.texts { answer += try isFound(text) ? "y" : "n" }
    return answer
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
        answer = try found { (text) throws(PatternError) in try program.matches(text) }
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
          answer = try found { (text) throws(RegularExpression.Fault) in try pattern.matches(text) }
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
    #expect(try program.matches(ByteString(text)) == isFound)
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

  private func search(_ pattern: String, _ text: String) throws -> (isFound: Bool, cost: Int) {
    try PatternProgram(ByteString(pattern.utf8), isUTF8: true).search(ByteString(text.utf8))
  }

  /// Without anything for the reference to follow, each step is reached once for each character.
  @Test(
    arguments: [
      ("(\\w+) \\1", "a", 4000), ("(a*)b\\1", "a", 4000),
      ("((.)*(.)*(.)*)*\\2\\3\\4\\1z", "ab", 2000),
      ("(.*)(.*)(.*)(.*)(.*)(.*)(.*)\\1\\2\\3\\4\\5\\6\\7zz", "a", 4000),
      ("a{255}{255}z", "a", 8000),
    ])
  func whatCannotBeThereCostsLittle(pattern: String, part: String, count: Int) throws {
    let text = String(repeating: part, count: count)
    let steps = try PatternProgram(ByteString(pattern.utf8), isUTF8: true).steps.count
    let (isFound, cost) = try search(pattern, text)
    #expect(!isFound)
    #expect(cost <= steps * (text.utf8.count + 1))
  }

  /// References that can be followed are, up to the limit, and what goes beyond it is an error.
  @Test func costOfReferencesHasALimit() throws {
    let line = String(repeating: "a", count: 1000)
    #expect(try !search("(\\w+) \\1", line + " b").isFound)
    #expect(try search("(\\w+) \\1", line + " " + line).isFound)
    #expect(try search("^(a*)b\\1$", line + "b" + line).isFound)
    #expect(try !search("^(a*)b\\1$", line + "b" + line + "a").isFound)
    for (pattern, text) in [
      ("(\\w+) \\1", line + line + line + " "),
      (
        "(.*)(.*)(.*)(.*)(.*)(.*)(.*)x\\1\\2\\3\\4\\5\\6\\7zz",
        "ababababababababababababababababxczz"
      ),
    ] {
      #expect(throws: PatternError.tooSlow, "\(pattern)") { try search(pattern, text) }
    }
    #expect(PatternError.tooSlow.sentence == "Regular expression takes too long")
  }

  /// What `\1` means where groups are repeated or taken in turns, which our own engine alone says right.
  @Test(
    arguments: [
      ("^(a|b)*\\1$", "abb", true), ("^(a|b)*\\1$", "aba", false), ("^((a)|b)*\\2$", "aba", true),
      ("^(a*)(b*)\\2\\1$", "aabbbbaa", true), ("^(a*)(b*)\\2\\1$", "aabbbbb", false),
      ("^(a+)\\1*$", "aaaaa", true), ("^(aa+)\\1+$", "aaaaaaa", false), ("^(a?)*\\1b$", "b", true),
      ("(x)y\\1|z", "xyx", true), ("^(.)(.)\\2\\1$", "xyyx", true),
      ("^(.)(.)\\2\\1$", "xyxy", false),
      ("^()+{2}(a)\\2$", "aa", true), ("^((a)+{2})\\1$", "aaaa", true),
      ("^((a)+{2})\\1$", "aaa", false),
    ])
  func references(pattern: String, text: String, isFound: Bool) throws {
    #expect(try search(pattern, text).isFound == isFound)
  }

  /// Programs grow with their patterns, however deep these are nested.
  @Test(
    arguments: [
      ("(", ")*"), ("(", ")+"), ("(", ")?"), ("(a", ")*"), ("(", "|b)"), ("(", "){1}*"),
      ("(", ")*{1}"),
      ("(", "){0}b"),
    ])
  func nestedRepetitions(open: String, close: String) throws {
    let count = 20000
    let pattern =
      String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
    let program = try PatternProgram(ByteString(pattern.utf8), isUTF8: true)
    #expect(program.steps.count <= 6 * count)
    #expect(try program.matches("ab") != (close == "){0}b") || program.steps.count <= 3)
  }
}
