/// All options of one program.
public struct OptionTable<ID: Equatable & Sendable>: Sendable {
  /// The original's options, in the order in which it lists them when an abbreviation is
  /// ambiguous.
  public let original: [OptionSpec<ID>]
  /// Our own. They have no short form and are found by their exact name only, after the
  /// original's table had no match: no abbreviation that works with the original ever changes.
  public let extensions: [OptionSpec<ID>]
  /// The same under their headings.
  public let extensionGroups: [ExtensionGroup<ID>]
  /// Our own words that are no options, for the help.
  public let extensionWords: [ExtensionWord]
  /// The order of the help: blocks separated by an empty line.
  public let helpGroups: [[ID]]
  /// How the help is set.
  public let helpLayout: HelpLayout
  /// What stands after the program's name in the usage line.
  public let synopsis: StaticString
  /// One sentence that says what the program does.
  public let purpose: StaticString
  /// The manual page, as `name(section)`.
  public let manual: StaticString
  /// What follows the options.
  public let operand: CompletionHint

  /// - Parameters:
  ///   - extensions: those that have no heading of their own.
  ///   - furtherExtensions: those that have one.
  public init(
    original: [OptionSpec<ID>], extensions: [OptionSpec<ID>],
    extensionWords: [ExtensionWord] = [],
    furtherExtensions: [ExtensionGroup<ID>] = [], helpGroups: [[ID]], helpLayout: HelpLayout,
    synopsis: StaticString, purpose: StaticString, manual: StaticString,
    operand: CompletionHint = .nothing
  ) {
    self.original = original
    extensionGroups =
      [ExtensionGroup(heading: "Extensions of unyoke", options: extensions)] + furtherExtensions
    self.extensions = extensionGroups.flatMap { $0.options }
    self.extensionWords = extensionWords
    self.helpGroups = helpGroups
    self.helpLayout = helpLayout
    self.synopsis = synopsis
    self.purpose = purpose
    self.manual = manual
    self.operand = operand
  }

  /// The original's option of an id.
  public func originalSpec(of id: ID) -> OptionSpec<ID>? {
    for spec in original where spec.id == id { return spec }
    return nil
  }
}

/// The measures of a help text; each original has its own.
public struct HelpLayout: Sendable {
  /// Where descriptions start, counted from 0.
  public let column: Int
  /// What stands before the name of an option without a short form.
  public let longOnlyIndent: StaticString
  /// Whether a description moves to a line of its own where the names reach into its column;
  /// otherwise it follows them after two blanks.
  public let breaksLongLines: Bool

  public init(column: Int, longOnlyIndent: StaticString, breaksLongLines: Bool) {
    self.column = column
    self.longOnlyIndent = longOnlyIndent
    self.breaksLongLines = breaksLongLines
  }
}
