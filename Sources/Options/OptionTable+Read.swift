public import Bytes

/// Why a program does not accept its command line: a word that its table does not know, or whatever
/// the program itself has against a value or a combination.
public protocol CommandLineError: Error {
  /// A word that is not an option as the table knows it.
  ///
  /// An enumeration provides this with a case of the same name.
  static func usage(_ fault: UsageError) -> Self
}

extension OptionTable {
  /// Turns a command line into what the program is to do. The order is the same for all programs,
  /// and what users see depends on it:
  ///
  /// 1. All options are applied, from left to right, up to the first word that is no option as the
  ///    table knows it. One that ends the program, such as `--help`, does so at once, whatever
  ///    follows it.
  /// 2. Only then that word is complained about: a wrong value to the left of it is reported first.
  /// 3. What takes all options and the operands to judge comes last.
  ///
  /// - Parameters:
  ///   - words: the command line after the program's name.
  ///   - order: where operands may stand.
  ///   - apply: applies one option; returns the action if the option ends the reading.
  ///   - complete: makes the action of all options, which have been applied, and the operands.
  /// - Throws: the first error of `apply`, the fault of the words, or the error of `complete`.
  public func read<Action, Failure: CommandLineError>(
    _ words: [ByteString], operands order: OperandOrder = .afterOptions,
    apply: (OptionEvent<ID>) throws(Failure) -> Action?,
    complete: (_ operands: [ByteString]) throws(Failure) -> Action
  ) throws(Failure) -> Action {
    var scanner = OptionScanner(content, words, order)
    let ending = scanner.scanAll()
    for (place, value) in scanner.found {
      if let action = try apply(OptionEvent(id(at: place), value: value)) { return action }
    }
    switch ending {
    case .fault(let fault): throw .usage(fault)
    case .operands(let operands): return try complete(operands)
    }
  }
}
