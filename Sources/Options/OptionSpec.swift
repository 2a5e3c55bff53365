/// Whether an option takes a value, and how the value is called in the help.
public enum OptionArgument: Sendable {
  case none
  /// Taken only from `--name=value`.
  case optional(StaticString)
  /// Attached or the next word.
  case required(StaticString)
}

/// What may be typed as a value, for shells that complete.
public enum CompletionHint: Sendable {
  case nothing
  case file
  case directory
  case user
  case group
  case signal
  case words([StaticString])
}

/// One option of one program: everything that is known about it stands here and nowhere else.
public struct OptionSpec<ID: Sendable>: Sendable {
  public let id: ID
  /// The letter after a single dash.
  public let short: UInt8?
  public let long: StaticString
  public let argument: OptionArgument
  /// The description; further lines are set apart by a newline.
  public let help: StaticString
  public let completion: CompletionHint

  /// - Parameter short: one ASCII letter.
  public init(
    _ id: ID, short: Unicode.Scalar? = nil, long: StaticString,
    argument: OptionArgument = .none, help: StaticString, completion: CompletionHint = .nothing
  ) {
    self.id = id
    self.short = short.map { UInt8(ascii: $0) }
    self.long = long
    self.argument = argument
    self.help = help
    self.completion = completion
  }

  /// Whether the short form takes a value. The short form of an option whose value is optional
  /// never takes one (`-m/x` is `-m -/ -x`).
  var shortTakesValue: Bool {
    if case .required = argument { return true }
    return false
  }
}
