public import Bytes
public import Filters
public import Options
public import Survey

/// Why nsls(8) ends without a listing.
public enum NslsError: CommandLineError, Equatable {
  // The command line.
  /// A word is not an option as the table knows it.
  case usage(UsageError)
  /// Two options that exclude each other.
  case exclusive(NslsOption, NslsOption)
  /// `--type`: not a kind of namespace.
  case unknownKind(ByteString)
  /// `--tree`: an unknown word.
  case unknownTree(ByteString)
  /// `--discover`: an unknown word.
  case unknownDiscovery(ByteString)
  /// `--task`: not a process id.
  case process(ByteString, NumberFault)
  /// The operand is not the number of a namespace.
  case namespace(ByteString, NumberFault)
  /// `--task` with an operand.
  case taskAndNamespace
  /// `--holders` with an operand.
  case holdersAndNamespace
  /// `--filter`: not an expression.
  case filter(ByteString, FilterError)
  /// The name with all that follows it in the list.
  case unknownColumn(ByteString)
  /// `--output`: an empty list.
  case noColumns
  /// `--output`: an empty name in this list.
  case emptyColumn(ByteString)
  /// `--output`: more columns than this.
  case tooManyColumns(Int)

  // The machine.
  /// The scan could not be finished.
  case inventory(InventoryFault)
  /// The operand is no namespace that was found.
  case noSuchNamespace(UInt64)
  /// The value of `--holders` is none.
  case noSuchHeld(ByteString)

  // The filter beside the table.
  /// Names in the filter that are no columns.
  case unknownFilterColumns([ByteString])
  /// More columns, with those that only the filter reads, than a table may have.
  case tooManyFilterColumns
  /// The filter cannot be applied to a row.
  case filterNotApplied(FilterApplyError)
}

extension NslsError {
  /// The exit status.
  public var status: Int32 {
    switch self {
    case .inventory(.mountTable): 32
    case .inventory(.unknownQuestion): 2
    default: 1
    }
  }
}
