import Bytes

/// A table of options without the program's ids for them: what works with it is in the binary once and not
/// once for each program.
struct TableContent: Sendable {
  /// The original's options.
  let original: [OptionEntry]
  // Functions, for most command lines need none of these: memory is written only by those that do
  // (docs/embedded-rules.md, "What a launch costs").
  private let makeExtensions: @Sendable () -> [OptionEntry]
  private let makeHeadings: @Sendable () -> [(text: StaticString, count: Int)]
  /// Our own words that are no options, for the help.
  let extensionWords: [ExtensionWord]
  /// Words that the first operand may be.
  let commands: CommandGroup?
  /// Whether the program is ours and stands in for no other: all its options, which are `original`,
  /// are found by their exact names only, as extensions are.
  let isOwn: Bool
  /// How the help is set.
  let helpLayout: HelpLayout
  /// What stands after the program's name in the usage lines.
  let synopsis: StaticString
  /// Says what the program does.
  let purpose: StaticString
  /// The manual page, as `name(section)`.
  let manual: StaticString
  /// What follows the options.
  let operand: CompletionHint

  init(
    original: [OptionEntry], extensions: @escaping @Sendable () -> [OptionEntry],
    headings: @escaping @Sendable () -> [(text: StaticString, count: Int)],
    extensionWords: [ExtensionWord], commands: CommandGroup?, isOwn: Bool,
    helpLayout: HelpLayout, synopsis: StaticString,
    purpose: StaticString, manual: StaticString, operand: CompletionHint
  ) {
    self.original = original
    makeExtensions = extensions
    makeHeadings = headings
    self.extensionWords = extensionWords
    self.commands = commands
    self.isOwn = isOwn
    self.helpLayout = helpLayout
    self.synopsis = synopsis
    self.purpose = purpose
    self.manual = manual
    self.operand = operand
  }

  /// How many are the original's.
  var originalCount: Int { original.count }
  /// The original's options, then the extensions.
  var entries: [OptionEntry] { original + makeExtensions() }
  /// Our own.
  var extensions: ArraySlice<OptionEntry> { entries[originalCount...] }
  /// What stands above extensions in the help, and above how many.
  var headings: [(text: StaticString, count: Int)] { makeHeadings() }

  /// One of the entries.
  func entry(at place: Int) -> OptionEntry {
    place < originalCount ? original[place] : entries[place]
  }

  /// The long name of an option with its dashes.
  func name(at place: Int) -> ByteString { "--\(entry(at: place).long)" }
}
