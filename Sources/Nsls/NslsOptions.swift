public import Options

/// Every option of nsls(8); the compiler demands that each is handled.
public enum NslsOption: CaseIterable, Equatable, Sendable {
  case json, task, help, output, outputAll, persistent, filter, noTruncate, version
  case noHeadings, noWrap, list, raw, type, tree, listColumns
  // Extensions.
  case discover, holders
}

/// The option table of nsls: the parser, the help and everything else is derived from it.
public let nslsOptions = OptionTable<NslsOption>(
  original: originalOptions,
  extensions: extensionOptions,
  extensionWords: [
    ExtensionWord(
      name: NslsColumn.heldBy.name, help: "a column for --output: what keeps a namespace alive"),
    ExtensionWord(
      name: NslsColumn.namespaceID.name,
      help: "a column for --output: the id that is never reused"),
  ],
  helpGroups: [
    [
      .json, .list, .noHeadings, .output, .outputAll, .persistent, .task, .filter, .raw,
      .noTruncate, .noWrap, .type, .tree,
    ],
    [.listColumns, .help, .version],
  ],
  helpLayout: HelpLayout(column: 24, longOnlyIndent: "     ", breaksLongLines: false),
  synopsis: "[options] [<namespace ID>]",
  purpose: "Show the namespaces of this system, or the processes in one of them.",
  manual: "nsls(8)", operand: .namespaceNumber)

/// How the options relate to each other. Beside the table and not in it, because only the generators of
/// the completions use it.
public let nslsRelations = OptionRelations<NslsOption>(
  exclusive: [[.json, .raw], [.persistent, .task]]
    + NslsIntent.withoutHolders.map { [.holders, $0] },
  implied: [.init(by: .raw, [.noWrap])], repeatable: [.type],
  concluding: [.help, .version], withoutOperand: [.task, .holders])

// The order of the original's table: it is visible when an abbreviation is ambiguous.
private let originalOptions: [OptionSpec<NslsOption>] = [
  OptionSpec(.json, short: "J", long: "json", help: "print JSON"),
  OptionSpec(
    .task, short: "p", long: "task", argument: .required("<pid>"),
    help: "only namespaces that this process is in", completion: .process),
  OptionSpec(.help, short: "h", long: "help", help: "show this text and exit"),
  OptionSpec(
    .output, short: "o", long: "output", argument: .required("<list>"),
    help: "columns to print; a leading + adds to the usual ones",
    completion: .columns),
  OptionSpec(.outputAll, long: "output-all", help: "print every column"),
  OptionSpec(
    .persistent, short: "P", long: "persistent", help: "only namespaces without a process"),
  OptionSpec(
    .filter, short: "Q", long: "filter", argument: .required("<expr>"),
    help: "only rows for which the expression is true", completion: .filter),
  OptionSpec(.noTruncate, short: "u", long: "notruncate", help: "never cut a command"),
  OptionSpec(.version, short: "V", long: "version", help: "show the version and exit"),
  OptionSpec(.noHeadings, short: "n", long: "noheadings", help: "no line of headings"),
  OptionSpec(.noWrap, short: "W", long: "nowrap", help: "all mount points in one line"),
  OptionSpec(.list, short: "l", long: "list", help: "a list instead of a tree"),
  OptionSpec(
    .raw, short: "r", long: "raw", help: "blank-separated fields, for programs"),
  OptionSpec(
    .type, short: "t", long: "type", argument: .required("<name>"),
    help: "only this kind: mnt net ipc user pid uts cgroup time",
    completion: .words(["mnt", "net", "ipc", "user", "pid", "uts", "cgroup", "time"])),
  OptionSpec(
    .tree, short: "T", long: "tree", argument: .attached("<rel>"),
    help: "draw a tree: owner (default), parent or process",
    completion: .words(["owner", "parent", "process"])),
  OptionSpec(.listColumns, short: "H", long: "list-columns", help: "describe the columns"),
]

private let extensionOptions: [OptionSpec<NslsOption>] = [
  OptionSpec(
    .discover, long: "discover", argument: .required("<list>"),
    help:
      "where to look: proc,fd,socket,mount (usual), task,\nchildren,mount-all,ancestor, all; + adds",
    completion: .commaWords([
      "proc", "fd", "socket", "mount", "task", "children", "mount-all", "ancestor", "all",
    ])),
  OptionSpec(
    .holders, long: "holders", argument: .required("<ns>"),
    help: "all that keeps a namespace alive: <number>,\n<kind>:[<number>] or :<nsid>",
    completion: .namespaceNumber),
]
