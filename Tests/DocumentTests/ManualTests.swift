import Foundation
import Nsenter
import Nsls
import Options
import Testing
import Unshare

/// A manual page and its option table name the same options, in both directions.
struct ManualTests {
  /// What both sides are reduced to: long names with a dash in front, and letters.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let options: Set<String>
    var testDescription: String { name }

    init<ID>(_ name: String, _ table: OptionTable<ID>) {
      self.name = name
      let specs = table.original + table.extensions
      options = Set(
        specs.map { "-\($0.long)" }
          + specs.compactMap { $0.short.map { String(UnicodeScalar($0)) } })
    }

    /// The option tags of man/NAME.
    var tags: Set<String> {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("man/\(name)")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      var tags: Set<String> = []
      for line in text.split(separator: "\n") where line.hasPrefix(".It Fl") {
        for word in line.components(separatedBy: "Fl ").dropFirst() {
          tags.insert(String(word.prefix { $0 != " " && $0 != "," }))
        }
      }
      return tags
    }
  }

  @Test(arguments: [
    Page("unshare.1", unshareOptions), Page("nsenter.1", nsenterOptions),
    Page("nsls.8", nslsOptions),
  ])
  func tagsAreOptionsAndOptionsAreTags(page: Page) {
    #expect(page.tags.count > 25)
    #expect(page.options.subtracting(page.tags).isEmpty, "not described")
    #expect(page.tags.subtracting(page.options).isEmpty, "not in the table")
  }
}
