/// Whether an option takes a value, and how the value is called in the help.
public enum OptionArgument: Sendable {
  case none
  /// Taken only from `--name=value`; the short form never takes one (`-m/x` is `-m -/ -x`).
  case optional(StaticString)
  /// Taken only where it is attached, to the long form or to the short one: `--name=value`,
  /// `-nvalue`.
  case attached(StaticString)
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
  /// A process id.
  case process
  /// A namespace file, such as those below /run/netns.
  case namespaceFile
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
  /// How the value stands in the help where the original shows another form than the one it
  /// takes; nil where the form follows from `argument`.
  public let notation: StaticString?
  public let completion: CompletionHint

  /// - Parameter short: one ASCII letter.
  public init(
    _ id: ID, short: Unicode.Scalar? = nil, long: StaticString,
    argument: OptionArgument = .none, notation: StaticString? = nil, help: StaticString,
    completion: CompletionHint = .nothing
  ) {
    self.id = id
    self.short = short.map { UInt8(ascii: $0) }
    self.long = long
    self.argument = argument
    self.help = help
    self.notation = notation
    self.completion = completion
  }
}
