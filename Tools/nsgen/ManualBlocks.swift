import Foundation
import Options
import ProjectFiles

/// The parts of a manual page that tables say: since when there is each option, and where the
/// program differs from the original. Each stands between two comments in the page, which is
/// otherwise written by hand.
struct ManualBlocks {
  private let page: String
  private let history: String
  private let deviations: String

  /// - Parameter section: the heading of the program's differences in docs/deviations.md.
  init<ID>(_ page: String, _ table: OptionTable<ID>, section: String) {
    self.page = page
    var releases: [String: [String]] = [:]
    let first = FirstReleases.of(section)
    for spec in table.original {
      let since = (first["\(spec.long)"] ?? "?").split(separator: ",")[0]
      releases[String(since), default: []].append("\(spec.long)")
    }
    history = releases.keys.sorted(by: Self.isEarlier).map { release in
      let names = (releases[release] ?? []).sorted().map { ".Fl -\($0)" }
      return ".It \(release)\n" + names.joined(separator: " ,\n")
    }.joined(separator: "\n")
    deviations = Self.deviations(of: section).map { ".It \($0.number)\n\(Self.escaped($0.title))" }
      .joined(separator: "\n")
  }

  /// 2.9 before 2.17.
  private static func isEarlier(_ one: String, _ other: String) -> Bool {
    one.compare(other, options: .numeric) == .orderedAscending
  }

  /// The numbers and headings below one heading of the page.
  private static func deviations(of section: String) -> [(number: String, title: String)] {
    let file = root.appendingPathComponent("docs/deviations.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var isInside = false
    var found: [(String, String)] = []
    for line in text.split(separator: "\n") where line.hasPrefix("## ") {
      let heading = line.dropFirst(3)
      guard heading.hasPrefix("D-"), let colon = heading.firstIndex(of: ":") else {
        isInside = heading == section
        continue
      }
      if isInside {
        let title = heading[heading.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        found.append((String(heading[..<colon]), title))
      }
    }
    return found
  }

  /// A heading as a line of mdoc(7): backquotes go, and what would be a request is none.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "\\", with: "\\e")
      .replacingOccurrences(of: "`", with: "").replacingOccurrences(of: "-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
  }

  /// The file with what stands between the marks written anew.
  var file: (path: String, text: String) {
    let path = "man/\(page)"
    let text = Self.replace("deviations", deviations, projectText(path))
    return (path, Self.replace("history", history, text))
  }

  private static func replace(_ name: String, _ block: String, _ text: String) -> String {
    let (begin, end) = (".\\\" nsgen: \(name)\n", "\n.\\\" nsgen: end")
    guard let start = text.range(of: begin),
      let stop = text.range(of: end, range: start.upperBound..<text.endIndex)
    else { return text }
    return text[..<start.upperBound] + block + text[stop.lowerBound...]
  }
}
