import Foundation
import Harness

/// What somebody types, and what a Tab then does.
struct CompletionCase {
  enum Expectation {
    /// The line afterwards.
    case line(String)
    /// All that is offered, in its order.
    case exactly([String])
    /// Offered among others: a word, or a word and its description; `*` stands for any beginning.
    case offered(String)
    case notOffered(String)
  }

  let typed: String
  var expectations: [Expectation] = []

  /// Whether it is about what is offered.
  var isAboutOffers: Bool {
    expectations.contains {
      if case .line = $0 { return false }
      return true
    }
  }

  /// The cases of a file: a line as it is typed, and below it, set in, what is expected. A `|` at
  /// the end shows where the line ends.
  static func read(_ file: String) throws -> [CompletionCase] {
    var cases: [CompletionCase] = []
    let lines = String(decoding: try readFile(file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    for line in lines where !line.hasPrefix("#") {
      func upToBar(_ text: Substring) throws -> String {
        guard text.hasSuffix("|") else { throw HarnessError("\(file): no | behind '\(text)'") }
        return String(text.dropLast())
      }
      guard line.hasPrefix("  ") else {
        cases.append(CompletionCase(typed: try upToBar(line)))
        continue
      }
      let text = line.dropFirst(4)
      let expectation: Expectation? =
        switch line.dropFirst(2).prefix(2) {
        case "= ": .line(try upToBar(text))
        case "! ": .exactly(words(text))
        case "+ ": .offered(String(text))
        case "- ": .notOffered(String(text))
        default: nil
        }
      guard let expectation, !cases.isEmpty else { throw HarnessError("\(file): '\(line)'?") }
      cases[cases.count - 1].expectations.append(expectation)
    }
    return cases
  }

  /// What is wrong with an outcome; empty when nothing is.
  func complaints(line: String, offers: [Offer]) -> [String] {
    expectations.compactMap { expectation in
      switch expectation {
      case .line(let expected): line == expected ? nil : "the line is '\(line)|'"
      case .exactly(let expected):
        offers.map(\.word) == expected ? nil : "offered is \(offers.map(\.word))"
      case .offered(let expected):
        offers.contains { $0.fits(expected) } ? nil : "'\(expected)' is not in \(offers)"
      case .notOffered(let expected):
        offers.contains { $0.fits(expected) } ? "'\(expected)' is offered" : nil
      }
    }
  }
}

/// One thing that is offered.
struct Offer: CustomStringConvertible {
  let word: String
  let description: String

  /// - Parameter text: as the shell shows it, with its description behind two blanks (bash),
  ///   behind `--` (zsh) or behind a tab (fish).
  init(_ text: String) {
    var parts = [text]
    for mark in ["\t", " -- ", "  ("] where text.contains(mark) {
      parts = text.components(separatedBy: mark)
      if mark == "  (" { parts.append(String(parts.removeLast().dropLast())) }
      break
    }
    word = trimmed(parts[0])
    let about = trimmed(parts.dropFirst().joined(separator: " -- "))
    description = about.isEmpty ? word : "\(word) -- \(about)"
  }

  func fits(_ expected: String) -> Bool {
    expected.hasPrefix("*")
      ? description.hasSuffix(expected.dropFirst()) : expected == word || expected == description
  }
}

func trimmed(_ text: some StringProtocol) -> String {
  text.trimmingCharacters(in: .whitespaces)
}

/// Words with two blanks or more between them.
func words(_ text: some StringProtocol) -> [String] {
  text.components(separatedBy: "  ").map { trimmed($0) }.filter { !$0.isEmpty }
}
