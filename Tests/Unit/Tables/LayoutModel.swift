import Bytes

@testable import Tables

/// Plain tables stated a second time, word for word after the description of what was measured on
/// the original, and with nothing of the first statement: strings, recursion, whole lists. Slow,
/// and in ASCII only.
struct LayoutModel {
  let columns: [TableColumn]
  let rows: [(cells: [String], parent: Int?)]
  let width: Int?
  let hasHeading: Bool

  private var printed: [Int] { columns.indices.filter { !columns[$0].isHidden } }
  private var isTree: Bool { printed.contains { columns[$0].isTree } }

  /// A row's index with its drawing, and the one of its further lines.
  private typealias Line = (row: Int, drawing: String, rest: String)

  private var lines: [Line] {
    if !isTree { return rows.indices.map { ($0, "", "") } }
    func children(_ parent: Int?) -> [Int] { rows.indices.filter { rows[$0].parent == parent } }
    func below(_ row: Int, _ path: String, _ isLast: Bool?) -> [Line] {
      let kids = children(row)
      let inner = isLast.map { path + ($0 ? "  " : "| ") } ?? ""
      let drawing = isLast.map { path + ($0 ? "`-" : "|-") } ?? ""
      let own: Line = (row, drawing, inner + (kids.isEmpty ? "" : "| "))
      return [own] + kids.flatMap { below($0, inner, $0 == kids.last) }
    }
    return children(nil).flatMap { below($0, "", nil) }
  }

  private func safe(_ text: String) -> String {
    var result = ""
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte < 32 || byte == 127 || byte == 92 && rest.first == 120 {
        let hex = String(byte, radix: 16)
        result += "\\x" + (hex.count == 1 ? "0" : "") + hex
      } else {
        result.append(Character(UnicodeScalar(byte)))
      }
    }
    return result
  }

  private func chunks(_ line: Line, _ column: Int) -> [String] {
    let cell = rows[line.row].cells[column]
    return columns[column].isWrapped
      ? cell.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : [cell]
  }

  private func drawing(_ line: Line, _ column: Int) -> String {
    columns[column].isTree ? line.drawing : ""
  }

  private func measured(_ line: Line, _ column: Int) -> Int {
    let all = chunks(line, column)
    let most = all.map(\.utf8.count).max() ?? 0
    let counted = all.last { $0.utf8.count == most } ?? ""
    return (drawing(line, column) + safe(counted)).count
  }

  // MARK: Widths

  private func naturalWidths(_ cells: [[Int]]) -> (widths: [Int], least: [Int]) {
    var widths: [Int] = []
    var least: [Int] = []
    for index in columns.indices {
      if columns[index].isHidden {
        widths.append(0)
        least.append(0)
        continue
      }
      let heading = hasHeading ? safe("\(columns[index].name.text)").count : 0
      var minimum = heading == 0 ? 1 : heading
      let maximum = cells[index].max() ?? 0
      var width = maximum
      let hint = columns[index].hint
      if width <= minimum { width = minimum } else if hint > width, hint > minimum { width = hint }
      if !hasHeading, maximum == 0 { (width, minimum) = (0, 0) }
      widths.append(width)
      least.append(minimum)
    }
    return (widths, least)
  }

  private var widths: [Int] {
    let lines = lines
    let cells = columns.indices.map { index in
      columns[index].isHidden
        ? lines.map { _ in 0 } : lines.map { measured($0, index) }
    }
    var (widths, least) = naturalWidths(cells)
    func total() -> Int { printed.map { widths[$0] }.reduce(0, +) + printed.count - 1 }
    guard let width else { return widths }
    if total() > width {
      let average = cells.map { Double($0.reduce(0, +)) / Double(max($0.count, 1)) }
      let deviation = cells.indices.map { index -> Double in
        let values = cells[index]
        if values.count < 2 { return 0 }
        let squares = values.map { (Double($0) - average[index]) * (Double($0) - average[index]) }
        return (squares.reduce(0, +) / Double(values.count - 1)).squareRoot()
      }
      var sorted = Array(columns.indices)
      // By insertion, which is stable.
      for end in sorted.indices.dropFirst() {
        var place = end
        func key(_ index: Int) -> Double { average[index] + 3 * deviation[index] }
        while place > 0, key(sorted[place - 1]) > key(sorted[place]) {
          sorted.swapAt(place - 1, place)
          place -= 1
        }
      }
      var stage = 0
      while total() > width, stage <= 6 {
        let before = widths
        for (k, index) in sorted.reversed().enumerated() {
          if total() <= width { break }
          let column = columns[index]
          let art = column.isTree ? lines.map(\.drawing.count).max() ?? 0 : 0
          if column.isHidden || widths[index] == least[index] || widths[index] == 0 { continue }
          if column.isTree, total() <= art { continue }
          if !column.isTruncated { continue }
          let wanted = total() - width
          if stage == 0, k == 0, deviation[index] >= 1 {
            let most = cells[index].max() ?? 0
            var target = Int(average[index] + deviation[index])
            if target < least[index] { target = least[index] } else { target = min(target, most) }
            if target < widths[index] { widths[index] = max(target, widths[index] - wanted) }
          }
          if stage == 6 || stage == 5 && deviation[index] >= average[index] / 2.2 {
            let step = min(k == 0 ? min(wanted, 3) : 1, widths[index])
            widths[index] = max(least[index], widths[index] - step)
          }
        }
        if before == widths { stage += 1 }
      }
    } else {
      while total() < width {
        let before = widths
        for index in printed.reversed() where total() < width {
          if columns[index].hint > widths[index] { widths[index] += 1 }
        }
        if before == widths { break }
      }
    }
    return widths
  }

  // MARK: Lines

  var text: String {
    if rows.isEmpty { return "" }
    let widths = widths
    var output = ""
    func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
    func empty(_ index: Int, _ rest: String) {
      let art = columns[index].isTree ? rest : ""
      output += art
      if index != printed.last { output += blanks(widths[index] - art.count) + " " }
    }
    func first(_ texts: [String], _ rest: String) {
      for (place, index) in printed.enumerated() {
        let isLast = index == printed.last && place == printed.count - 1
        var text = texts[place]
        var width = widths[index]
        if isLast, columns[index].alignment == .left { width = min(width, text.count) }
        if text.count > width, columns[index].isTruncated { text = String(text.prefix(width)) }
        if columns[index].alignment == .right, !text.isEmpty {
          text = blanks(width - text.count) + text
        }
        output += text
        if isLast { break }
        output += blanks(width - text.count)
        if text.count > width {
          output += "\n"
          for before in printed[...place] { empty(before, rest) }
        } else {
          output += " "
        }
      }
    }
    if hasHeading {
      first(printed.map { safe(columns[$0].name.text) }, "")
      output += "\n"
    }
    for line in lines {
      let all = printed.map { chunks(line, $0).map(safe) }
      first(zip(printed, all).map { drawing(line, $0) + $1[0] }, line.rest)
      for further in 1..<max(2, all.map(\.count).max() ?? 1)
      where all.contains(where: { $0.count > further }) {
        output += "\n"
        for (place, index) in printed.enumerated() {
          guard all[place].count > further else {
            empty(index, line.rest)
            continue
          }
          let text = all[place][further]
          if text.isEmpty { continue }
          output += text
          if place != printed.count - 1 { output += blanks(widths[index] - text.count) + " " }
        }
      }
      output += "\n"
    }
    return output
  }
}

extension ByteString {
  /// For tests that know it to be text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
