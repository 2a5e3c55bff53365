import Bytes

extension Table {
  /// The table for programs: fields apart by one blank, everything else escaped. Empty where there
  /// are no rows.
  /// - Parameters:
  ///   - hasHeading: whether the first line names the columns.
  ///   - symbols: what a tree is drawn with.
  ///   - measure: the character functions of the locale.
  public func rawText(
    hasHeading: Bool, symbols: TreeSymbols, measure: some TextMeasure
  ) -> [UInt8] {
    if rows.isEmpty { return [] }
    let printed = columns.indices.filter { !columns[$0].isHidden }
    var bytes: [UInt8] = []
    func write(_ fields: [[UInt8]]) {
      bytes += fields.joined(separator: [UInt8(ascii: " ")])
      bytes.append(UInt8(ascii: "\n"))
    }
    if hasHeading { write(printed.map { Array(columns[$0].name.bytes) }) }
    var tree = TreeDrawing(symbols, isTree: isTree)
    for place in TreeOrder(self).places {
      tree.move(to: place)
      write(
        printed.map { index in
          let drawing = columns[index].isTree ? tree.drawing : []
          return rawField(drawing + rows[place.row].cells[index].bytes, measure)
        })
    }
    return bytes
  }
}

private func rawField(_ text: [UInt8], _ measure: some TextMeasure) -> [UInt8] {
  text.flatMap { byte -> [UInt8] in
    let isPlain =
      byte < 0x80
      ? byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "\\") : measure.isPrintable(byte)
    return isPlain ? [byte] : escapedByte(byte)
  }
}
