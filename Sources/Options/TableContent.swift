import Bytes

/// A table of options without the program's ids for them: what works with it is in the binary once and not
/// once for each program.
struct TableContent: Sendable {
  /// The original's options, then the extensions.
  let entries: [OptionEntry]
  /// How many of them are the original's.
  let originalCount: Int
  /// What stands above extensions in the help, and above how many.
  let headings: [(text: StaticString, count: Int)]
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

  /// The original's options.
  var original: ArraySlice<OptionEntry> { entries[..<originalCount] }
  /// Our own.
  var extensions: ArraySlice<OptionEntry> { entries[originalCount...] }

  /// The long name of an option with its dashes.
  func name(at place: Int) -> ByteString { "--\(entries[place].long)" }
}
