/// The rows of a table in the order they are printed: children directly below their parent, in the
/// order in which they were made.
struct TreeOrder {
  /// A row with its place in the tree.
  struct Place {
    let row: Int
    /// 0 for a root.
    let depth: Int
    let isLastChild: Bool
    let hasChildren: Bool
  }

  let places: [Place]

  init(_ table: Table) {
    guard table.isTree else {
      places = table.rows.indices.map {
        Place(row: $0, depth: 0, isLastChild: false, hasChildren: false)
      }
      return
    }
    var roots: [Int] = []
    var children = [[Int]](repeating: [], count: table.rows.count)
    for (index, row) in table.rows.enumerated() {
      if let parent = row.parent { children[parent].append(index) } else { roots.append(index) }
    }
    // A stack rather than recursion: a chain of processes may be as long as there are processes.
    var found: [Place] = []
    var stack = roots.reversed().map { (row: $0, depth: 0, isLastChild: false) }
    while let (row, depth, isLastChild) = stack.popLast() {
      found.append(
        Place(
          row: row, depth: depth, isLastChild: isLastChild,
          hasChildren: !children[row].isEmpty))
      for (index, child) in children[row].enumerated().reversed() {
        stack.append((child, depth + 1, index == children[row].count - 1))
      }
    }
    places = found
  }
}
