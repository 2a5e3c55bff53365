import Bytes
import Host

/// Patterns by our own program beside glibc's, in the locale C, in which this program runs: the same texts
/// found, or the same words.
struct PatternFuzzer: Fuzzer {
  var broken: [String] = []
  private var found = 0
  private var missed = 0
  private var refused = 0

  var summary: String { "patterns: \(found) found, \(missed) not found, \(refused) refused" }

  // Without `\1`: glibc's engine reads freed memory for some patterns with it.
  private static let parts: [ByteString] = [
    "a", "b", "c", "a", "b", "(", ")", "|", "*", "+", "?", "{", "}", "{2}", "{,2}", "{1,}", "{2,1}",
    "{0}", "{1,3}", ",", "1", "^", "$", ".", "[", "]", "[^", "-", "[:alpha:]", "[:foo:]", "[.a.]",
    "[.-.]", "[=b=]", "[.ab.]", "[:", "[.", ":]", ".]", "[a-c]", "[^b]", "[[:alpha:]_]", "[]-]",
    "\\",
    "\\w", "\\W", "\\s", "\\S", "\\b", "\\B", "\\<", "\\>", "\\`", "\\'", "\\.", "\\d", "\\,",
    "\\}",
    "(a|b)", "(|a)", "()", "(a*)", "_", " ", "x", "\\0",
  ]
  private static let texts: [ByteString] = [
    "", "a", "b", "ab", "ba", "aab", "abab", "a b", " a", "b ", "_a", "a-b", "^a$", "(a)", "[a]",
    "{2}",
    "a\\b", "a1", "0", "-", "cab", "x y z", "\t", "\u{e9}",
  ]

  mutating func run(_ random: inout SplitMix) {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      bytes += Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)].bytes
    }
    let pattern = ByteString(bytes)
    if hasReference(bytes) { return }
    var theirs: RegularExpression?
    var theirFault: ByteString = "accepted"
    var ours: PatternProgram?
    var ourFault: ByteString = "accepted"
    do throws(RegularExpression.Fault) { theirs = try RegularExpression(pattern) } catch {
      theirFault = error.text
    }
    do throws(PatternError) { ours = try PatternProgram(pattern, isUTF8: false) } catch {
      ourFault = error.sentence
    }
    if ourFault != theirFault {
      broken.append("pattern \(Array(bytes)): \(ourFault.bytes) rather than \(theirFault.bytes)")
    }
    guard let ours, let theirs else {
      refused += 1
      return
    }
    for text in Self.texts {
      // Neither throws: there are no references.
      guard let isFound = try? ours.matches(text), let isTheirs = try? theirs.matches(text) else {
        broken.append("pattern \(Array(bytes)) in \(Array(text.bytes)): no answer")
        continue
      }
      if isFound { found += 1 } else { missed += 1 }
      if isFound != isTheirs {
        broken.append("pattern \(Array(bytes)) in \(Array(text.bytes)): \(isFound)")
      }
    }
  }

  private func hasReference(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains {
      $0 == UInt8(ascii: "\\") && $1 >= UInt8(ascii: "1") && $1 <= UInt8(ascii: "9")
    }
  }
}
