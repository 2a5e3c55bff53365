import Bytes
import Filters

/// The columns of a table: those that are printed, and after them those that only the filter
/// reads.
struct FilterColumns {
  let printed: [NslsColumn]
  private(set) var hidden: [NslsColumn] = []
  /// For each name in the filter, the place of its column.
  private(set) var places: [Int] = []
  private(set) var unknownNames: [ByteString] = []

  init(printed: [NslsColumn], filter: Filter<CLibrary>?) {
    self.printed = printed
    for name in filter?.names ?? [] {
      guard let column = NslsColumn(named: name) else {
        unknownNames.append(name)
        continue
      }
      if let place = all.firstIndex(of: column) {
        places.append(place)
      } else {
        places.append(all.count)
        hidden.append(column)
      }
    }
  }

  var all: [NslsColumn] { printed + hidden }

  /// Refuses names that are no columns, and more columns than a table may have.
  func check() throws(NslsError) {
    if !unknownNames.isEmpty { throw .unknownFilterColumns(unknownNames) }
    if all.count > ColumnList.limit { throw .tooManyFilterColumns }
  }
}
