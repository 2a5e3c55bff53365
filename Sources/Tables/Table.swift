public import Bytes

/// A column of a table.
public struct TableColumn: Equatable, Sendable {
  /// Which side its cells are padded on.
  public enum Alignment: Equatable, Sendable {
    case left, right
  }

  /// The heading; in lower case the key in JSON.
  public var name: ByteString
  /// A width in cells that it should have at least, where there is room; 0 for none.
  public var hint: Int
  /// On which side its cells are padded.
  public var alignment: Alignment
  /// Its cells are numbers in JSON.
  public var isNumber: Bool
  /// Its cells may be cut on a narrow terminal.
  public var isTruncated: Bool
  /// Its cells hold lines, which are printed below each other.
  public var isWrapped: Bool
  /// Its cells hold lists (`Table.cell(of:)`). JSON has arrays; plain text a line for each item where
  /// it is wrapped, otherwise commas between.
  public var isList: Bool
  /// The tree is drawn in it.
  public var isTree: Bool
  /// It is only there for a filter: it has cells but is not printed.
  public var isHidden: Bool

  /// A column with this heading; nothing else is true of it unless it is said.
  public init(
    _ name: StaticString, hint: Int = 0, alignment: Alignment = .left, isNumber: Bool = false,
    isTruncated: Bool = false, isWrapped: Bool = false, isList: Bool = false,
    isTree: Bool = false, isHidden: Bool = false
  ) {
    self.name = ByteString(stringLiteral: name)
    self.hint = hint
    self.alignment = alignment
    self.isNumber = isNumber
    self.isTruncated = isTruncated
    self.isWrapped = isWrapped
    self.isList = isList
    self.isTree = isTree
    self.isHidden = isHidden
  }
}

/// Rows of text, which may hang below each other.
public struct Table: Sendable {
  /// A row: one cell for each column, hidden ones included. A cell may hold any bytes; an empty
  /// one is a missing value.
  public struct Row: Sendable {
    /// In the order of the columns.
    public let cells: [ByteString]
    /// The index of the row it hangs below, which was made before it; nil for a root.
    public let parent: Int?

    /// A row with these cells.
    public init(_ cells: [ByteString], parent: Int? = nil) {
      self.cells = cells
      self.parent = parent
    }
  }

  /// In the order in which they are printed, hidden ones too.
  public let columns: [TableColumn]
  /// In the order in which they were added.
  public private(set) var rows: [Row] = []

  /// A table without rows.
  public init(_ columns: [TableColumn]) { self.columns = columns }

  /// Adds a row.
  /// - Returns: its index, for rows below it.
  @discardableResult
  public mutating func add(_ row: Row) -> Int {
    rows.append(row)
    return rows.count - 1
  }

  /// Whether a tree is drawn: without its column rows come in the order they were made.
  var isTree: Bool { columns.contains { $0.isTree && !$0.isHidden } }
}
