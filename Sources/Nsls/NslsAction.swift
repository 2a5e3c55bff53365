public import Bytes
public import Options

/// What nsls(8) is to do.
public enum NslsAction {
  /// Print the help.
  case help
  /// Print the version.
  case version
  /// Describe the columns.
  case listColumns(NslsIntent)
  /// List namespaces, or the processes in one of them.
  case list(NslsIntent)

  /// Turns a command line into an action.
  /// - Parameters:
  ///   - words: the command line after the program's name.
  ///   - order: where the operand may stand; only after the options where environ(7) has
  ///     POSIXLY_CORRECT.
  public static func read(
    _ words: [ByteString], operands order: OperandOrder = .anywhere
  ) throws(NslsError) -> NslsAction {
    var intent = NslsIntent()
    return try nslsOptions.read(words, operands: order) { event throws(NslsError) in
      try intent.apply(event)
    } complete: { operands throws(NslsError) in
      // The columns are described whatever the operands are.
      if intent.listsColumns { return .listColumns(intent) }
      try intent.complete(operands: operands)
      return .list(intent)
    }
  }
}
