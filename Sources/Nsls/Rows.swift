import Bytes
import Filters
import NamespaceValues
import Tables
import Targets

/// Makes rows: asks the filter, and only then reads what else is printed.
struct Rows {
  private let columns: FilterColumns
  private let filter: Filter<CLibrary>?
  private let cells: Cells
  private(set) var table: Table

  /// - Parameters:
  ///   - groupNames: what control groups say, asked for when it is wanted.
  ///   - users: those of all rows, asked for when a name is wanted.
  init(
    _ columns: FilterColumns, _ intent: NslsIntent, groupNames: @escaping () -> GroupNames?,
    users: @escaping () -> [UserID]
  ) {
    self.columns = columns
    filter = intent.filter
    cells = Cells(
      isUnwrapped: intent.isUnwrapped, userNames: UserNames(users), groupNames: groupNames)
    table = Table(
      columns.printed.map { $0.column(intent, isHidden: false) }
        + columns.hidden.map { $0.column(intent, isHidden: true) })
  }

  /// Makes a row below another one.
  /// - Returns: its index; nil where the filter rejects it.
  mutating func make(
    _ subject: Cells.Subject, below parent: Int?
  ) throws(NslsError) -> Int? {
    let all = columns.all
    // A cell is made once, even if what it shows changes meanwhile.
    var texts = [ByteString?](repeating: nil, count: all.count)
    if let filter {
      let isAccepted: Bool
      do throws(FilterApplyError) {
        isAccepted = try filter.accepts(
          cell: { name in
            let place = columns.places[name]
            if let text = cells.filterText(all[place], subject) { return text }
            let text = texts[place] ?? cells.text(all[place], subject)
            texts[place] = text
            return text
          }, isNumber: { all[columns.places[$0]].isNumber })
      } catch {
        throw .filterNotApplied(error)
      }
      if !isAccepted { return nil }
    }
    var row: [ByteString] = []
    for (place, column) in all.enumerated() {
      // What is not printed need not be read.
      let isHidden = place >= columns.printed.count
      row.append(texts[place] ?? (isHidden ? "" : cells.text(column, subject)))
    }
    return table.add(Table.Row(row, parent: parent))
  }
}
