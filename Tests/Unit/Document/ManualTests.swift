import Check
import Foundation
import MultiCall
import Nsenter
import Nsls
import Options
import Privs
import ProjectFiles
import Testing
import Unshare

/// A manual page and its option table name the same options, in both directions.
struct ManualTests {
  /// What both sides are reduced to: long names with a dash in front, and letters.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let options: Set<String>
    /// Long names with two dashes.
    let extensions: [String]
    var testDescription: String { name }

    init<ID>(_ name: String, _ table: OptionTable<ID>) {
      self.name = name
      let specs = table.original + table.extensions
      extensions = table.extensions.map { "--\($0.long)" }
      options = Set(
        specs.map { "-\($0.long)" }
          + specs.compactMap { $0.short.map { String(UnicodeScalar($0)) } })
    }

    /// The source of man/NAME.
    var text: String { projectText("man/\(name)") }

    /// The words of the examples.
    var exampleWords: Set<Substring> {
      Set(
        text.split(separator: "\n").filter { $0.hasPrefix(".Dl ") }
          .flatMap { $0.split { $0 == " " || $0 == "=" } })
    }

    /// The option tags of man/NAME.
    var tags: Set<String> {
      var tags: Set<String> = []
      for line in text.split(separator: "\n") where line.hasPrefix(".It Fl") {
        for word in line.components(separatedBy: "Fl ").dropFirst() {
          tags.insert(String(word.prefix { $0 != " " && $0 != "," }))
        }
      }
      return tags
    }
  }

  static let pages = [
    Page("unshare.1", unshareOptions), Page("nsenter.1", nsenterOptions),
    Page("nsls.8", nslsOptions),
  ]

  /// The examples themselves are run by ManualExampleTests.
  @Test(arguments: pages) func everyExtensionHasAnExample(page: Page) {
    let words = page.exampleWords
    #expect(page.extensions.filter { !words.contains($0[...]) } == [])
  }

  @Test(arguments: pages) func everyExtensionIsInTheChangelog(page: Page) {
    let words = Set(
      projectText("CHANGELOG.md").split { !$0.isLetter && !$0.isNumber && $0 != "-" })
    #expect(page.extensions.filter { !words.contains($0[...]) } == [])
  }

  @Test(arguments: pages)
  func tagsAreOptionsAndOptionsAreTags(page: Page) {
    #expect(page.tags.count > 25)
    #expect(page.options.subtracting(page.tags).isEmpty, "not described")
    #expect(page.tags.subtracting(page.options).isEmpty, "not in the table")
  }

  /// One page for three tables.
  @Test func unyokeAndItsWords() {
    let page = Page("unyoke.1", unyokeOptions)
    let words = Page("unyoke.1", privsOptions).options.union(Page("unyoke.1", checkOptions).options)
    #expect(page.tags == page.options.union(words))
  }
}
