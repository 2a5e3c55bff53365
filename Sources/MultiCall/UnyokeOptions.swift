public import Options

/// The options of `unyoke` under its own name.
public enum UnyokeOption: CaseIterable, Equatable, Sendable {
  case install, symbolic, copy, list, help, version
}

/// The word that is followed by a command line of `unyoke privs`.
public var privsWord: StaticString { "privs" }

/// The word that is followed by a command line of `unyoke check`.
public var checkWord: StaticString { "check" }

/// The programs that its first word may name.
public let unyokePrograms = CommandGroup(
  heading: "Programs",
  words: Personality.allCases.map { ExtensionWord(name: $0.name, help: $0.purpose) } + [
    ExtensionWord(
      name: privsWord, help: "show what a process may do (capabilities, groups and more)"),
    ExtensionWord(
      name: checkWord, help: "show which namespaces can be made here, and what stops others"),
  ])

/// The option table of `unyoke`.
public let unyokeOptions = OptionTable<UnyokeOption>(
  own: [
    OptionSpec(
      .install, long: "install", argument: .attached("<dir>"), notation: " <dir>",
      help: "link the programs into <dir>",
      completion: .directory),
    OptionSpec(
      .symbolic, short: "s", long: "symbolic", help: "with --install: make symbolic links"),
    OptionSpec(.copy, long: "copy", help: "with --install: make copies, each a file of its own"),
    OptionSpec(
      .list, long: "list",
      help:
        "name the programs that can be installed, and exit;\nprivs and check are words for unyoke only"
    ),
    OptionSpec(.help, short: "h", long: "help", help: "show this text and exit"),
    OptionSpec(
      .version, short: "V", long: "version",
      help:
        "show unyoke's version and exit; that of a\nprogram is the util-linux release it stands in for"
    ),
  ],
  commands: unyokePrograms,
  helpGroups: [[.install, .symbolic, .copy], [.list, .help, .version]],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: "     ", breaksLongLines: true),
  synopsis: """
    <program> [<argument>...]
    privs [--json] [<PID>]
    check [--json] [<kind>...]
    --install [-s | --copy] <dir>
    """,
  purpose: """
    Create, enter and list namespaces with one binary that is several programs.
    Under the name of one of them it is that program.
    """,
  manual: "unyoke(1)")

/// How the options relate to each other.
public let unyokeRelations = OptionRelations<UnyokeOption>(
  exclusive: [[.symbolic, .copy], [.list, .install], [.list, .symbolic], [.list, .copy]],
  concluding: [.help, .version], withoutOperand: [.list])
