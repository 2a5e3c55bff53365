import Bytes

/// The value of --output.
enum ColumnList {
  /// How many columns a table may have.
  static var limit: Int { 26 }

  /// The columns that a list names; the usual ones without one. A + in front adds to these.
  static func columns(
    _ list: ByteString?, usual: [NslsColumn]
  ) throws(NslsError) -> [NslsColumn] {
    guard let list else { return usual }
    let isAddition = list.hasPrefix("+")
    var columns = isAddition ? usual : []
    var rest = list.bytes.dropFirst(isAddition ? 1 : 0)
    if rest.isEmpty { throw .noColumns }
    while !rest.isEmpty {
      // A comma at the end belongs to the last name.
      let comma = rest.dropLast().firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
      let name = ByteString(rest[..<comma])
      if name.isEmpty { throw .emptyColumn(list) }
      guard let column = NslsColumn(named: name) else {
        // As the original has it: with all that follows.
        throw .unknownColumn(ByteString(rest))
      }
      columns.append(column)
      if columns.count > limit { throw .tooManyColumns(limit) }
      rest = rest[comma...].dropFirst()
    }
    return columns
  }
}
