public import Options

/// The options of `unyoke check`.
public enum CheckOption: CaseIterable, Equatable, Sendable {
  case json, help
}

/// The option table of `unyoke check`.
public let checkOptions = OptionTable<CheckOption>(
  own: [
    OptionSpec(.json, long: "json", help: "print one JSON object"),
    OptionSpec(.help, short: "h", long: "help", help: "show this text and exit"),
  ],
  helpGroups: [[.json, .help]],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: "     ", breaksLongLines: true),
  synopsis: "[--json] [<kind>...]",
  purpose: """
    Show which namespaces you can make on this machine, and what stops the others.
    The kinds are mnt, net, ipc, user, pid, uts, cgroup and time; without one, all.
    kernel: whether this kernel has the kind; alone, with -r: whether you can make
    one with the rights you have, and with a user namespace as by 'unshare -r';
    limit: how many each user may have; seen: how many have a process you can see;
    enter: how many of those you may enter, alone or with their user namespace.
    'N, of 0-M here': your id, and the ids that there are in this user namespace.
    """,
  manual: "unyoke(1)",
  operand: .eachWord(["mnt", "net", "ipc", "user", "pid", "uts", "cgroup", "time"]))

/// How the options relate to each other.
public let checkRelations = OptionRelations<CheckOption>(concluding: [.help])
