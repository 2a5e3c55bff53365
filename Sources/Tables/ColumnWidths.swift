import Bytes

/// The widths of the printed columns, in cells: natural ones, shrunk or grown to the width of a
/// terminal. Pure numbers; the texts have been measured.
struct ColumnWidths {
  /// What is known of a column before its width is.
  struct Measured {
    var hint = 0
    var isTruncated = false
    var isTree = false
    var isHidden = false
    /// The cells of the heading; 0 where none is printed.
    var heading = 0
    /// The cells of each row, with the drawing of a tree.
    var cells: [Int] = []
    /// The cells of the widest drawing of a tree.
    var drawing = 0
  }

  private struct State {
    let column: Measured
    var width = 0
    var least = 0
    var most = 0
    var average = 0.0
    var deviation = 0.0
  }

  private var states: [State]
  private var total = 0

  /// The width of each column; 0 for hidden ones.
  var widths: [Int] { states.map { $0.column.isHidden ? 0 : $0.width } }

  /// - Parameters:
  ///   - hasHeading: whether a line of headings is printed.
  ///   - available: the columns of the terminal; nil where nothing limits the width.
  init(_ columns: [Measured], hasHeading: Bool, available: Int?) {
    states = columns.map { State(column: $0) }
    for index in states.indices { setNaturalWidth(index, hasHeading) }
    let printed = states.filter { !$0.column.isHidden }
    total = printed.reduce(0) { $0 + $1.width } + max(printed.count - 1, 0)
    guard let available else { return }
    if total > available {
      shrink(to: available)
    } else {
      grow(to: available)
    }
  }

  private mutating func setNaturalWidth(_ index: Int, _ hasHeading: Bool) {
    let column = states[index].column
    let most = column.cells.reduce(0) { max($0, $1) }
    var least = column.heading == 0 ? 1 : column.heading
    var width = most
    // A cell as wide as the heading leaves the column as it is; only a wider one makes it jump.
    if width <= least {
      width = least
    } else if column.hint >= 1, width < column.hint, least < column.hint {
      width = column.hint
    }
    if !hasHeading, most == 0 { (width, least) = (0, 0) }
    states[index].most = most
    states[index].least = least
    states[index].width = width
  }

  private mutating func setStatistics(_ index: Int) {
    let cells = states[index].column.isHidden ? [] : states[index].column.cells
    guard !cells.isEmpty else { return }
    let average = Double(cells.reduce(0, +)) / Double(cells.count)
    states[index].average = average
    guard cells.count > 1 else { return }
    let squares = cells.reduce(0.0) {
      $0 + (Double($1) - average) * (Double($1) - average)
    }
    states[index].deviation = (squares / Double(cells.count - 1)).squareRoot()
  }

  /// Takes width away from columns that may be cut, the most uneven ones first, in rounds and in
  /// stages of growing force.
  private mutating func shrink(to available: Int) {
    for index in states.indices { setStatistics(index) }
    func weight(_ index: Int) -> Double {
      states[index].average + 3 * states[index].deviation
    }
    let order = sortedIndices(states.count) { weight($0) < weight($1) }
    var stage = 0
    while total > available, stage <= 6 {
      var isChanged = false
      for (position, index) in order.reversed().enumerated() {
        if total <= available { break }
        let step = reduction(index, position, stage: stage, wanted: total - available)
        states[index].width -= step
        total -= step
        if step > 0 { isChanged = true }
      }
      if !isChanged { stage += 1 }
    }
  }

  private func reduction(_ index: Int, _ position: Int, stage: Int, wanted: Int) -> Int {
    let state = states[index]
    let column = state.column
    guard !column.isHidden, state.width != state.least, state.width != 0, column.isTruncated
    else { return 0 }
    if column.isTree, total <= column.drawing { return 0 }
    switch stage {
    case 0:
      guard position == 0, state.deviation >= 1 else { return 0 }
      let usual = Int(state.average + state.deviation)
      let target = usual < state.least ? state.least : min(usual, max(state.most, state.least))
      return target < state.width ? min(wanted, state.width - target) : 0
    case 5 where state.deviation < state.average / 2.2: return 0
    case 5, 6:
      let step = min(position == 0 ? min(wanted, 3) : 1, state.width)
      return min(step, state.width - state.least)
    default: return 0
    }
  }

  /// Gives columns what their hint says, one cell a round, from the right.
  private mutating func grow(to available: Int) {
    var isChanged = true
    while total < available, isChanged {
      isChanged = false
      for index in states.indices.reversed() {
        if total == available { return }
        let state = states[index]
        guard !state.column.isHidden, state.column.hint >= 1, state.width < state.column.hint
        else { continue }
        states[index].width += 1
        total += 1
        isChanged = true
      }
    }
  }
}
