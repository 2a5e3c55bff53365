import Bytes
import Testing

@testable import Table

/// The layout of flat tables with one column that may be cut, stated a second time: without stages
/// and statistics, from what comes out of them.
struct LayoutPropertyTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// What a cell shows.
  private func shown(_ cell: String) -> String {
    var text = ""
    for byte in cell.utf8 {
      let hex = String(byte, radix: 16)
      text += byte < 0x20 ? "\\x" + (hex.count < 2 ? "0" : "") + hex : String(UnicodeScalar(byte))
    }
    return text
  }

  private func lines(
    _ columns: [Column], _ rows: [[String]], width: Int?, hasHeading: Bool
  ) -> [String] {
    let headings = columns.map { String(decoding: $0.name.text.bytes, as: UTF8.self) }
    let shownRows = rows.map { $0.map(shown) }
    var widths: [Int] = columns.indices.map { index in
      let widest = shownRows.map { $0[index].count }.max() ?? 0
      let heading = hasHeading ? headings[index].count : 1
      if !hasHeading && widest == 0 { return 0 }
      if widest <= heading { return heading }
      return heading < columns[index].hint ? max(widest, columns[index].hint) : widest
    }
    var sum: Int { widths.reduce(0, +) + columns.count - 1 }
    if let width {
      if let cut = columns.firstIndex(where: \.isTruncated), sum > width {
        let least = hasHeading ? headings[cut].count : min(1, widths[cut])
        widths[cut] = max(least, widths[cut] - (sum - width))
      }
      while sum < width {
        let before = widths
        for index in columns.indices.reversed()
        where sum < width && widths[index] < columns[index].hint {
          widths[index] += 1
        }
        if widths == before { break }
      }
    }
    return ((hasHeading ? [headings] : []) + shownRows).map { cells in
      columns.indices.map { index in
        var text = cells[index]
        if columns[index].isTruncated { text = String(text.prefix(widths[index])) }
        let padding = String(repeating: " ", count: max(0, widths[index] - text.count))
        if columns[index].alignment == .right, !text.isEmpty { return padding + text }
        return index == columns.count - 1 ? text : text + padding
      }.joined(separator: " ")
    }
  }

  @Test func agreesWithASecondStatement() {
    var random = Generator(state: 42)
    let others = [Sample.ns, Sample.type, Sample.nprocs, Sample.pid, Sample.user, Sample.uid]
    for round in 0..<6000 {
      var columns = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        others[Int.random(in: 0..<others.count, using: &random)]
      }
      if columns.isEmpty || Bool.random(using: &random) {
        columns.insert(
          Sample.flatCommand, at: Int.random(in: 0...columns.count, using: &random))
      }
      let longest = [1, 4, 6, 12, 60][Int.random(in: 0..<5, using: &random)]
      let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        columns.map { _ in
          String(
            decoding: (0..<Int.random(in: 0...longest, using: &random)).map { _ in
              UInt8.random(in: 0...20, using: &random) == 0
                ? UInt8(7) : UInt8.random(in: 0x61...0x7a, using: &random)
            }, as: UTF8.self)
        }
      }
      let hasHeading = Bool.random(using: &random)
      let width =
        Bool.random(using: &random) ? nil : Int.random(in: 1...120, using: &random)
      let found = plain(
        table(columns, rows.map { ($0, nil) }), width: width, hasHeading: hasHeading,
        unicode: false)
      let expected = lines(columns, rows, width: width, hasHeading: hasHeading)
      guard found == expected.joined(separator: "\n") + "\n" else {
        Issue.record(
          "round \(round), width \(width.map { "\($0)" } ?? "none"):\n\(found)\n\(expected)")
        return
      }
    }
  }
}
