import Foundation
import Options
import Testing

@testable import Unshare

/// The manual page and the option table name the same options, in both directions.
struct ManualTests {
  private let tags: Set<String> = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("man/unshare.1")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var tags: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix(".It Fl") {
      for word in line.split(separator: "Fl").dropFirst() {
        let name = word.drop { $0 == " " }.prefix { $0 != " " && $0 != "," }
        tags.insert(String(name))
      }
    }
    return tags
  }()

  @Test func everyOptionIsDescribed() {
    for spec in unshareOptions.original + unshareOptions.extensions {
      #expect(tags.contains("-\(spec.long)"), "--\(spec.long)")
      if let short = spec.short {
        #expect(tags.contains(String(UnicodeScalar(short))), "-\(UnicodeScalar(short))")
      }
    }
  }

  @Test func everyTagIsAnOption() {
    let specs = unshareOptions.original + unshareOptions.extensions
    let known =
      specs.map { "-\($0.long)" } + specs.compactMap { $0.short.map { String(UnicodeScalar($0)) } }
    #expect(tags.count > 40)
    #expect(tags.subtracting(known).isEmpty)
  }
}
