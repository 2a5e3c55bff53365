public import Bytes
public import Filters
public import NamespaceValues
public import Survey

/// What the user asked for.
public struct NslsIntent {
  /// The form of the output.
  public enum Format: Equatable, Sendable {
    /// Padded columns, `--raw`, `--json`.
    case plain, raw, json
  }
  /// What the rows of a tree hang by.
  public enum Tree: Equatable, Sendable {
    /// `--tree=process`, `--tree=owner`, `--tree=parent`.
    case process, owner, parent
  }

  /// A namespace whose holders are asked for.
  public struct Held: Equatable, Sendable {
    /// As it was written.
    public let text: ByteString
    let sought: SoughtNamespace
    /// What it is said to be; nil where that is not said.
    let kind: NamespaceKind?
  }

  /// The form of the output.
  public internal(set) var format = Format.plain
  /// What the rows hang by; nil for none.
  public internal(set) var tree: Tree?
  /// `--list`: no tree whatever else is asked for.
  public internal(set) var isList = false
  /// False after `--noheadings`.
  public internal(set) var hasHeading = true
  /// The value of --output.
  public internal(set) var columnList: ByteString?
  /// `--output-all`.
  public internal(set) var hasAllColumns = false
  /// `--list-columns`.
  public internal(set) var listsColumns = false
  /// `--notruncate`.
  public internal(set) var isUncut = false
  /// `--nowrap`.
  public internal(set) var isUnwrapped = false
  /// `--persistent`.
  public internal(set) var isPersistentOnly = false
  /// `--task`; nil where it was not given.
  public internal(set) var task: ProcessID?
  /// `--type`: the kinds that are listed.
  public internal(set) var kinds = NamespaceSet(rawValue: 0)
  /// `--filter`, read; nil where it was not given.
  public internal(set) var filter: Filter<CLibrary>?
  /// `--discover`; nil where it was not given.
  public internal(set) var discovery: Discovery?
  /// `--holders`: the namespace whose holders are listed; nil where it was not given.
  public internal(set) var holders: Held?
  /// Whether every way to find namespaces was asked for.
  public var discoversAll: Bool { discovery?.isSuperset(of: .all) == true }
  /// The operand; nil where none was given. 0 is as good as none for the choice of rows.
  public internal(set) var namespace: UInt64?
  /// The columns of the output, in their order.
  public internal(set) var columns: [NslsColumn] = []

  /// The options met so far that exclude others.
  var seen: [NslsOption] = []

  /// The intent of a command line without options.
  public init() {}

  /// The namespace whose processes are the rows.
  var listedNamespace: UInt64? { namespace == 0 ? nil : namespace }

  /// Options that say which rows and columns there are, which --holders does as well.
  static let withoutHolders: [NslsOption] = [
    .output, .outputAll, .persistent, .task, .filter, .type, .tree, .discover,
  ]

  /// What can only be judged when all options are known.
  mutating func complete(operands: [ByteString]) throws(NslsError) {
    if holders != nil {
      if let other = Self.withoutHolders.first(where: { seen.contains($0) }) {
        throw .exclusive(.holders, other)
      }
      if !operands.isEmpty { throw .holdersAndNamespace }
      (kinds, discovery) = (.all, .all)
      return
    }
    if let operand = operands.first {
      if task != nil { throw .taskAndNamespace }
      do throws(NumberFault) { namespace = try NumberGrammar.strictUnsigned(operand) } catch {
        throw .namespace(operand, error)
      }
    }
    if tree == nil, !isList, namespace != nil || !hasAllColumns { tree = .process }
    columns = try ColumnList.columns(columnList, usual: usualColumns)
    if kinds.isEmpty { kinds = .all }
  }

  private var usualColumns: [NslsColumn] {
    if hasAllColumns { return NslsColumn.original }
    if namespace != nil { return [.process, .parentProcess, .user, .command] }
    // `kinds` holds only what was named.
    return kinds.contains(.network)
      ? [.number, .kind, .memberCount, .process, .user, .networkID, .mountPoints, .command]
      : [.number, .kind, .memberCount, .process, .user, .command]
  }
}
