public import Bytes
public import Filters
public import Survey

/// Why nsls(8) ends without a listing.
public enum NslsError: Error, Equatable, Sendable {
  // The command line.
  case exclusive(NslsOption, NslsOption)
  case unknownKind(ByteString)
  case unknownTree(ByteString)
  case unknownDiscovery(ByteString)
  case process(ByteString, NumberFault)
  case namespace(ByteString, NumberFault)
  case taskAndNamespace
  case filter(ByteString, FilterError)
  /// The name with all that follows it in the list.
  case unknownColumn(ByteString)
  case noColumns
  case emptyColumn(ByteString)
  case tooManyColumns(Int)

  // The machine.
  case inventory(InventoryFault)
  case noSuchNamespace(UInt64)

  // The filter beside the table.
  case unknownFilterColumns([ByteString])
  case tooManyFilterColumns
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
