import Bytes

extension Table {
  /// The table for programs: fields separated by one blank, everything else escaped. Empty where
  /// there are no rows.
  /// - Parameters:
  ///   - hasHeading: whether the first line names the columns.
  ///   - symbols: what a tree is drawn with.
  ///   - measure: the character functions of the locale.
  ///   - take: called with one piece of the text after the other.
  public func writeRaw(
    hasHeading: Bool, symbols: TreeSymbols, measure: some TextMeasure,
    _ take: @escaping ([UInt8]) -> Void
  ) {
    if rows.isEmpty { return }
    let printed = columns.indices.filter { !columns[$0].isHidden }
    var text = Pieces(take)
    func write(_ fields: [[UInt8]]) {
      text.bytes += fields.joined(separator: [UInt8(ascii: " ")])
      text.bytes.append(UInt8(ascii: "\n"))
      text.endRow()
    }
    if hasHeading { write(printed.map { Array(columns[$0].name.bytes) }) }
    var tree = TreeDrawing(symbols, isTree: isTree)
    for place in TreeOrder(self).places {
      tree.move(to: place)
      write(
        printed.map { index in
          let (column, cell) = (columns[index], rows[place.row].cells[index])
          if column.isList {
            return Array(
              cell.items.map { rawField($0, measure, isItem: true) }.joined(separator: comma))
          }
          return rawField((column.isTree ? tree.drawing : []) + cell.bytes, measure)
        })
    }
    text.end()
  }
}

private let comma = [UInt8(ascii: ",")]

/// - Parameter isItem: it stands between commas.
private func rawField(
  _ text: some Sequence<UInt8>, _ measure: some TextMeasure, isItem: Bool = false
) -> [UInt8] {
  text.flatMap { byte -> [UInt8] in
    if isItem, byte == comma[0] { return escapedByte(byte) }
    let isPlain =
      byte < 0x80
      ? byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "\\") : measure.isPrintable(byte)
    return isPlain ? [byte] : escapedByte(byte)
  }
}
