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
  case capability
  /// Capabilities or ALL, comma-separated.
  case capabilities
  /// Capabilities or `all`, comma-separated, each with a + or a - in front.
  case capabilityChanges
  /// Groups, comma-separated.
  case groups
  /// A process id.
  case process
  /// A container that runs, by its name or id.
  case container
  /// A machine that runs, by its name.
  case machine
  /// A unit of the system that runs.
  case unit
  /// A unit of a user that runs.
  case userUnit
  /// A namespace file of a kind, by the kind's short name: such as those below /run/netns.
  case namespaceFile(StaticString)
  /// The number of a namespace, as a listing shows it.
  case namespaceNumber
  /// Columns of a listing, comma-separated; a + may stand in front.
  case columns
  /// A filter, whose names are columns of a listing.
  case filter
  /// Names of environment variables, comma-separated.
  case variables
  case words([StaticString])
  /// Words, each a word of the command line, as many as there are.
  case eachWord([StaticString])
  /// Words, comma-separated; a + may stand in front.
  case commaWords([StaticString])
  /// Words, comma-separated, each with a + or a - in front.
  case changes([StaticString])
  /// A program and its arguments, which have completions of their own.
  case command
}

/// One option of one program, as it is typed and described: all but the program's id for it.
public struct OptionEntry: Sendable {
  /// The letter after a single dash.
  public let short: UInt8?
  /// The name after two dashes.
  public let long: StaticString
  /// Whether it takes a value.
  public let argument: OptionArgument
  /// The description; further lines follow a newline.
  public let help: StaticString
  /// How the value stands in the help where the original shows another form than the one it
  /// takes; nil where the form follows from `argument`.
  public let notation: StaticString?
  #if !hasFeature(Embedded)
    /// What may be typed as its value. Only what writes the completions asks, so it does not ship.
    public let completion: CompletionHint
  #endif

  @inline(__always)
  init(
    short: UInt8?, long: StaticString, argument: OptionArgument, help: StaticString,
    notation: StaticString?, completion: CompletionHint
  ) {
    self.short = short
    self.long = long
    self.argument = argument
    self.help = help
    self.notation = notation
    #if !hasFeature(Embedded)
      self.completion = completion
    #endif
  }
}

/// One option of one program: everything that is known about it stands here and nowhere else.
public struct OptionSpec<ID: Sendable>: Sendable {
  /// What the program calls it.
  public let id: ID
  /// How it is typed and described.
  public let entry: OptionEntry

  /// An option.
  /// - Parameter short: one ASCII letter.
  @inline(__always)
  public init(
    _ id: ID, short: Unicode.Scalar? = nil, long: StaticString,
    argument: OptionArgument = .none, notation: StaticString? = nil, help: StaticString,
    completion: CompletionHint = .nothing
  ) {
    self.id = id
    entry = OptionEntry(
      short: short.map { UInt8(ascii: $0) }, long: long, argument: argument, help: help,
      notation: notation, completion: completion)
  }

  /// The same option in another program's table.
  public func renamed<Other>(_ id: Other) -> OptionSpec<Other> {
    OptionSpec<Other>(id: id, entry: entry)
  }

  init(id: ID, entry: OptionEntry) {
    self.id = id
    self.entry = entry
  }

  /// The letter after a single dash.
  public var short: UInt8? { entry.short }
  /// The name after two dashes.
  public var long: StaticString { entry.long }
  /// Whether it takes a value.
  public var argument: OptionArgument { entry.argument }
  /// The description; further lines follow a newline.
  public var help: StaticString { entry.help }
  /// How the value stands in the help where it does not follow from `argument`.
  public var notation: StaticString? { entry.notation }
  #if !hasFeature(Embedded)
    /// What may be typed as its value.
    public var completion: CompletionHint { entry.completion }
  #endif
}

/// A word of our own that is no option, such as a column or a program, and what it means.
public struct ExtensionWord: Sendable {
  /// The word.
  public let name: StaticString
  /// What it stands for, for people.
  public let help: StaticString

  /// A word with its help.
  public init(name: StaticString, help: StaticString) { (self.name, self.help) = (name, help) }
}

/// Words that decide what a program goes on as, and what each does.
public struct CommandGroup: Sendable {
  /// What stands above them in the help.
  public let heading: StaticString
  /// The words, in the order of the help.
  public let words: [ExtensionWord]

  /// Words under a heading.
  public init(heading: StaticString, words: [ExtensionWord]) {
    self.heading = heading
    self.words = words
  }
}

/// Options of our own that belong together.
public struct ExtensionGroup<ID: Sendable>: Sendable {
  /// What stands above them in the help.
  public let heading: StaticString
  /// Its options, in the order of the help.
  public let options: [OptionSpec<ID>]

  /// Options under one heading.
  public init(heading: StaticString, options: [OptionSpec<ID>]) {
    self.heading = heading
    self.options = options
  }
}
