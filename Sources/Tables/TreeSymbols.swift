import Bytes

/// What a tree is drawn with; every symbol is two cells wide.
public struct TreeSymbols: Sendable {
  let branch: [UInt8]
  let last: [UInt8]
  let vertical: [UInt8]
  let gap = literalBytes("  ")

  /// For terminals and files in UTF-8.
  public static let unicode = TreeSymbols(
    branch: literalBytes("├─"), last: literalBytes("└─"), vertical: literalBytes("│ "))
  /// For everything else.
  public static let ascii = TreeSymbols(
    branch: literalBytes("|-"), last: literalBytes("`-"), vertical: literalBytes("| "))

  private init(branch: [UInt8], last: [UInt8], vertical: [UInt8]) {
    self.branch = branch
    self.last = last
    self.vertical = vertical
  }
}

/// Follows the rows from top to bottom and draws what stands before each.
struct TreeDrawing {
  private let symbols: TreeSymbols
  /// For each depth from 1 on down to the current row: gap or vertical bar.
  private var path: [[UInt8]] = []
  /// What stands before the value.
  private(set) var drawing: [UInt8] = []
  /// What stands in further lines of the row.
  private(set) var continuation: [UInt8] = []
  private let isTree: Bool

  init(_ symbols: TreeSymbols, isTree: Bool) {
    self.symbols = symbols
    self.isTree = isTree
  }

  mutating func move(to place: TreeOrder.Place) {
    guard isTree else { return }
    path.removeSubrange(min(path.count, max(place.depth - 1, 0))...)
    drawing = Array(path.joined())
    if place.depth > 0 {
      drawing += place.isLastChild ? symbols.last : symbols.branch
      path.append(place.isLastChild ? symbols.gap : symbols.vertical)
    }
    continuation = Array(path.joined()) + (place.hasChildren ? symbols.vertical : [])
  }

  /// The cells of `drawing` for a row at a depth.
  static func width(depth: Int) -> Int { 2 * depth }
}
