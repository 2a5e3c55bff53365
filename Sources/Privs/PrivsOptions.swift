public import Options

/// The options of `unyoke privs`.
public enum PrivsOption: CaseIterable, Equatable, Sendable {
  case json, help
}

/// The option table of `unyoke privs`.
public let privsOptions = OptionTable<PrivsOption>(
  own: [
    OptionSpec(.json, long: "json", help: "print one JSON object"),
    OptionSpec(.help, short: "h", long: "help", help: "show this text and exit"),
  ],
  helpGroups: [[.json, .help]],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: "     ", breaksLongLines: true),
  synopsis: "[--json] [<PID>]",
  purpose: "Show what a process may do; without <PID>, what a program started here may do.",
  manual: "unyoke(1)", operand: .process)

/// How the options relate to each other.
public let privsRelations = OptionRelations<PrivsOption>(concluding: [.help])
