public import Bytes

/// All options of one program.
public struct OptionTable<ID: Equatable & Sendable>: Sendable {
  /// Everything but the ids.
  let content: TableContent
  /// The ids of the original's entries, in the same order, and of ours.
  private let originalIDs: [ID]
  private let makeExtensionIDs: @Sendable () -> [ID]
  /// The order of the help: blocks separated by an empty line.
  public let helpGroups: [[ID]]

  /// - Parameters:
  ///   - original: the options of the original, in the order in which it lists them when an
  ///     abbreviation is ambiguous.
  ///   - extensions: our own that have no heading of their own.
  ///   - extensionWords: our own words that are no options, for the help.
  ///   - furtherExtensions: our own that have a heading.
  ///   - helpGroups: the order of the original's options in the help, in blocks.
  ///   - helpLayout: how the help is set.
  ///   - synopsis: what stands after the program's name in the usage line.
  ///   - purpose: one sentence that says what the program does.
  ///   - manual: the manual page, as `name(section)`.
  ///   - operand: what follows the options.
  public init(
    original: [OptionSpec<ID>],
    extensions: @escaping @autoclosure @Sendable () -> [OptionSpec<ID>],
    extensionWords: [ExtensionWord] = [],
    furtherExtensions: @escaping @autoclosure @Sendable () -> [ExtensionGroup<ID>] = [],
    helpGroups: [[ID]], helpLayout: HelpLayout,
    synopsis: StaticString, purpose: StaticString, manual: StaticString,
    operand: CompletionHint = .nothing
  ) {
    let groups: @Sendable () -> [ExtensionGroup<ID>] = {
      [ExtensionGroup(heading: "Extensions of unyoke", options: extensions())]
        + furtherExtensions()
    }
    content = TableContent(
      original: original.map { $0.entry },
      extensions: { groups().flatMap { $0.options.map { $0.entry } } },
      headings: { groups().map { ($0.heading, $0.options.count) } },
      extensionWords: extensionWords, commands: nil, isOwn: false, helpLayout: helpLayout,
      synopsis: synopsis, purpose: purpose, manual: manual, operand: operand)
    originalIDs = original.map { $0.id }
    makeExtensionIDs = { groups().flatMap { $0.options.map { $0.id } } }
    self.helpGroups = helpGroups
  }

  /// The table of a program that stands in for no other. Its options are `original`: nobody else's
  /// are beside them. They may be short, but are found by their exact name only: one that is added
  /// later takes no abbreviation away.
  /// - Parameters:
  ///   - options: all options.
  ///   - commands: words that the first operand may be.
  ///   - helpGroups: the order of the options in the help, in blocks.
  ///   - helpLayout: how the help is set.
  ///   - synopsis: what stands after the program's name in the usage lines.
  ///   - purpose: says what the program does.
  ///   - manual: the manual page, as `name(section)`.
  ///   - operand: what follows the options.
  public init(
    own options: [OptionSpec<ID>], commands: CommandGroup? = nil, helpGroups: [[ID]],
    helpLayout: HelpLayout, synopsis: StaticString, purpose: StaticString, manual: StaticString,
    operand: CompletionHint = .nothing
  ) {
    content = TableContent(
      original: options.map { $0.entry }, extensions: { [] }, headings: { [] },
      extensionWords: [], commands: commands, isOwn: true, helpLayout: helpLayout,
      synopsis: synopsis, purpose: purpose, manual: manual, operand: operand)
    originalIDs = options.map { $0.id }
    makeExtensionIDs = { [] }
    self.helpGroups = helpGroups
  }

  /// What follows the options.
  public var operand: CompletionHint { content.operand }

  /// The original's options, in the order in which it lists them when an abbreviation is
  /// ambiguous.
  public var original: [OptionSpec<ID>] {
    content.original.indices.map { spec(at: $0) }
  }

  /// Our own. They have no short form and are found by their exact name only, after the
  /// original's table had no match: no abbreviation that works with the original ever changes.
  public var extensions: [OptionSpec<ID>] { content.extensions.indices.map { spec(at: $0) } }

  /// The original's option of an id.
  public func originalSpec(of id: ID) -> OptionSpec<ID>? {
    guard let place = place(of: id), place < content.originalCount else { return nil }
    return spec(at: place)
  }

  /// The long name of an option with its dashes, as messages say it: an error carries the option's
  /// id, and the name stands in the table alone.
  public func name(of id: ID) -> ByteString { place(of: id).map { content.name(at: $0) } ?? "" }

  private func spec(at place: Int) -> OptionSpec<ID> {
    OptionSpec(id: id(at: place), entry: content.entry(at: place))
  }

  /// The id of an entry.
  func id(at place: Int) -> ID {
    place < originalIDs.count ? originalIDs[place] : makeExtensionIDs()[place - originalIDs.count]
  }

  /// The first entry of an id.
  func place(of id: ID) -> Int? {
    originalIDs.firstIndex(of: id)
      ?? makeExtensionIDs().firstIndex(of: id).map { originalIDs.count + $0 }
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

  /// Measures in columns, as each original has them.
  public init(column: Int, longOnlyIndent: StaticString, breaksLongLines: Bool) {
    self.column = column
    self.longOnlyIndent = longOnlyIndent
    self.breaksLongLines = breaksLongLines
  }
}
