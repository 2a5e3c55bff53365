import Bytes

extension Table {
  /// The table as columns of padded text. Empty where there are no rows.
  /// - Parameters:
  ///   - hasHeading: whether the first line names the columns.
  ///   - width: the columns of the terminal; nil where it is none.
  ///   - symbols: what a tree is drawn with.
  ///   - measure: the character functions of the locale.
  ///   - take: called with one piece of the text after the other.
  public func writePlain(
    hasHeading: Bool, width: Int?, symbols: TreeSymbols, measure: some TextMeasure,
    _ take: @escaping ([UInt8]) -> Void
  ) {
    if rows.isEmpty { return }
    let order = TreeOrder(self)
    let widths = ColumnWidths(
      measured(order, hasHeading: hasHeading, measure), hasHeading: hasHeading, available: width
    ).widths
    let printed = columns.indices.filter { !columns[$0].isHidden }
    var writer = PlainWriter(
      columns: printed.map { columns[$0] }, widths: printed.map { widths[$0] },
      text: Pieces(take))
    if hasHeading {
      writer.write(
        printed.map { [SafeText(columns[$0].name.bytes, measure)] }, continuation: [],
        measure)
    }
    var tree = TreeDrawing(symbols, isTree: isTree)
    for place in order.places {
      tree.move(to: place)
      let cells = printed.map { index -> [SafeText] in
        var chunks = safeChunks(rows[place.row].cells[index], columns[index], measure)
        if columns[index].isTree {
          chunks[0] = SafeText(
            drawing: tree.drawing, width: TreeDrawing.width(depth: place.depth),
            value: chunks[0])
        }
        return chunks
      }
      writer.write(cells, continuation: tree.continuation, measure)
    }
    writer.text.end()
  }

  /// The lines of a cell, made safe; at least one.
  private func safeChunks(
    _ cell: ByteString, _ column: TableColumn, _ measure: some TextMeasure
  ) -> [SafeText] {
    if column.isList {
      let items = cell.items.map { SafeText($0[...], measure) }
      return column.isWrapped && !items.isEmpty ? items : [SafeText(joining: items)]
    }
    guard column.isWrapped else { return [SafeText(cell.bytes, measure)] }
    return cell.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { SafeText($0, measure) }
  }

  private func measured(
    _ order: TreeOrder, hasHeading: Bool, _ measure: some TextMeasure
  ) -> [ColumnWidths.Measured] {
    columns.indices.map { index in
      let column = columns[index]
      var measured = ColumnWidths.Measured(
        hint: column.hint, isTruncated: column.isTruncated, isTree: column.isTree,
        isHidden: column.isHidden)
      if column.isHidden { return measured }
      measured.heading =
        hasHeading ? SafeText(column.name.bytes, measure).cells : 0
      for place in order.places {
        let drawing = column.isTree ? TreeDrawing.width(depth: place.depth) : 0
        measured.drawing = max(measured.drawing, drawing)
        measured.cells.append(
          drawing + widestChunk(rows[place.row].cells[index], column, measure))
      }
      return measured
    }
  }

  /// The cells of a value; of several lines the one with the most bytes counts, as in the
  /// original, the last of them where several are equal.
  private func widestChunk(
    _ cell: ByteString, _ column: TableColumn, _ measure: some TextMeasure
  ) -> Int {
    if column.isList {
      return safeChunks(cell, column, measure).reduce(0) { max($0, $1.cells) }
    }
    guard column.isWrapped else { return SafeText(cell.bytes, measure).cells }
    var longest: ArraySlice<UInt8> = []
    for chunk in cell.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    where chunk.count >= longest.count {
      longest = chunk
    }
    return SafeText(longest, measure).cells
  }
}

/// Puts the lines of rows together.
private struct PlainWriter {
  let columns: [TableColumn]
  let widths: [Int]
  var text: Pieces

  /// Writes one row: its first line, then lines as long as a cell has chunks left.
  mutating func write(
    _ cells: [[SafeText]], continuation: [UInt8], _ measure: some TextMeasure
  ) {
    let last = columns.count - 1
    for index in columns.indices { writeFirst(cells[index][0], index, continuation, measure) }
    var line = 1
    while cells.contains(where: { $0.count > line }) {
      newline()
      for index in columns.indices {
        guard cells[index].count > line else {
          writeEmpty(index, continuation)
          continue
        }
        let chunk = cells[index][line]
        // A line without anything to see has no padding either.
        if chunk.cells == 0 { continue }
        text.bytes += chunk.bytes
        if index < last { pad(max(widths[index] - chunk.cells, 0) + 1) }
      }
      line += 1
    }
    newline()
    text.endRow()
  }

  private mutating func writeFirst(
    _ value: SafeText, _ index: Int, _ continuation: [UInt8], _ measure: some TextMeasure
  ) {
    let isLast = index == columns.count - 1
    let column = columns[index]
    let width = widths[index]
    var content = value.bytes
    var cells = value.cells
    if cells > width, column.isTruncated {
      (content, cells) = value.prefix(cells: width, measure)
    }
    if column.alignment == .right, value.cells > 0, cells < width {
      pad(width - cells)
      cells = width
    }
    text.bytes += content
    if isLast { return }
    pad(width - cells)
    guard cells > width else {
      pad(1)
      return
    }
    // Too wide and not to be cut: what follows goes on in a new line.
    newline()
    for before in 0...index { writeEmpty(before, continuation) }
  }

  private mutating func writeEmpty(_ index: Int, _ continuation: [UInt8]) {
    var width = widths[index]
    if columns[index].isTree {
      text.bytes += continuation
      // Every symbol is two cells wide; in UTF-8 a bar or branch has more bytes than cells.
      width -= continuation.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
    }
    if index < columns.count - 1 { pad(max(width, 0) + 1) }
  }

  private mutating func pad(_ count: Int) {
    if count > 0 { text.bytes += repeatElement(UInt8(ascii: " "), count: count) }
  }

  private mutating func newline() { text.bytes.append(UInt8(ascii: "\n")) }
}
