public import LaunchOptions
public import Options

/// Every option of nsenter(1); the compiler demands that each is handled.
public enum NsenterOption: Equatable, Sendable {
  case help, version
  case all, target
  case mount, uts, ipc, net, pid, cgroup, user, time
  case netSocket, userParent
  case setuid, setgid, preserveCredentials, keepCapabilities
  case root, workingDirectory, innerWorkingDirectory
  case environment, noFork, joinCgroup, followContext
  // Extensions.
  case container, machine, unit, userUnit, pidfile
  case forChildren, mountProc, mountSys, forwardSignals, killChild, listCapabilities
  case except, autoCredentials, execOuter
  case launch(LaunchOption)
}

/// The option table of nsenter: the parser, the help and everything else is derived from it.
public let nsenterOptions = OptionTable<NsenterOption>(
  original: originalOptions,
  extensions: extensionOptions + launchOptions { .launch($0) },
  furtherExtensions: [
    supervisionOptions([]) { .launch($0) },
    privilegeOptions(listing: .listCapabilities) { .launch($0) },
  ],
  helpGroups: [
    [
      .all, .target, .mount, .uts, .ipc, .net, .netSocket, .pid, .cgroup, .user, .userParent,
      .time, .setuid, .setgid, .preserveCredentials, .keepCapabilities, .root,
      .workingDirectory, .innerWorkingDirectory, .environment, .noFork, .joinCgroup,
      .followContext,
    ],
    [.help, .version],
  ],
  helpLayout: HelpLayout(column: 31, longOnlyIndent: "     ", breaksLongLines: false),
  synopsis: "[options] [<program> [<argument>...]]",
  purpose: "Start a program in namespaces that exist already.",
  manual: "nsenter(1)", operand: .command)

/// How the options relate to each other. Beside the table and not in it, because only the generators of
/// the completions use it.
public let nsenterRelations = OptionRelations<NsenterOption>(
  exclusive: [
    [.workingDirectory, .innerWorkingDirectory], [.noFork, .launch(.newSession)],
    [.noFork, .launch(.forwardSignalsGroup)], [.noFork, .launch(.jsonStatusFD)],
    [.noFork, .launch(.infoFD)], [.noFork, .launch(.blockFD)], [.noFork, .launch(.syncFD)],
    [.preserveCredentials, .autoCredentials],
    [.target, .container, .machine, .unit, .userUnit, .pidfile],
  ],
  implied: [NsenterOption.container, .machine, .unit, .userUnit, .pidfile].map {
    OptionRelations.Implication(by: $0, [.all])
  }, repeatable: [.except], concluding: [.help, .version]
)
.adding(launchRelations(listing: .listCapabilities) { .launch($0) })

// The order of the original's table: it is visible when an abbreviation is ambiguous.
private let originalOptions: [OptionSpec<NsenterOption>] = [
  OptionSpec(
    .all, short: "a", long: "all", help: "enter every namespace of the target"),
  OptionSpec(.help, short: "h", long: "help", help: "show this text and exit"),
  OptionSpec(.version, short: "V", long: "version", help: "show the version and exit"),
  OptionSpec(
    .target, short: "t", long: "target", argument: .required("<PID>"),
    help: "the process whose namespaces are entered", completion: .process),
  OptionSpec(
    .mount, short: "m", long: "mount", argument: .attached("<file>|=:<nsid>"),
    help: "enter a mount namespace", completion: .namespaceFile("mnt")),
  OptionSpec(
    .uts, short: "u", long: "uts", argument: .attached("<file>|=:<nsid>"),
    help: "enter a UTS namespace (host and domain name)", completion: .namespaceFile("uts")),
  OptionSpec(
    .ipc, short: "i", long: "ipc", argument: .attached("<file>|=:<nsid>"),
    help: "enter an IPC namespace", completion: .namespaceFile("ipc")),
  OptionSpec(
    .net, short: "n", long: "net", argument: .attached("<file>|=:<nsid>"),
    help: "enter a network namespace", completion: .namespaceFile("net")),
  OptionSpec(
    .netSocket, short: "N", long: "net-socket", argument: .required("<fd>"),
    help: "enter the network namespace of a target's socket"),
  OptionSpec(
    .pid, short: "p", long: "pid", argument: .attached("<file>|=:<nsid>"),
    help: "enter a PID namespace, in a child", completion: .namespaceFile("pid")),
  OptionSpec(
    .user, short: "U", long: "user", argument: .attached("<file>|=:<nsid>"),
    help: "enter a user namespace, as its root", completion: .namespaceFile("user")),
  OptionSpec(
    .cgroup, short: "C", long: "cgroup", argument: .attached("<file>|=:<nsid>"),
    help: "enter a cgroup namespace", completion: .namespaceFile("cgroup")),
  OptionSpec(
    .time, short: "T", long: "time", argument: .attached("<file>|=:<nsid>"),
    help: "enter a time namespace", completion: .namespaceFile("time")),
  OptionSpec(
    .setuid, short: "S", long: "setuid", argument: .required("<uid>"), notation: "[=<uid>]",
    help: "become this user, or the target's with 'follow'",
    completion: .words(["follow"])),
  OptionSpec(
    .setgid, short: "G", long: "setgid", argument: .required("<gid>"), notation: "[=<gid>]",
    help: "become this group, or the target's with 'follow'",
    completion: .words(["follow"])),
  OptionSpec(
    .root, short: "r", long: "root", argument: .attached("<dir>"),
    help: "use the target's root directory, or <dir>", completion: .directory),
  OptionSpec(
    .workingDirectory, short: "w", long: "wd", argument: .attached("<dir>"),
    help: "start in the target's working directory, or <dir>", completion: .directory),
  OptionSpec(
    .innerWorkingDirectory, short: "W", long: "wdns", argument: .attached("<dir>"),
    notation: " <dir>", help: "start in <dir> as it is called inside", completion: .nothing),
  OptionSpec(
    .environment, short: "e", long: "env", help: "use the target's environment variables"),
  OptionSpec(
    .noFork, short: "F", long: "no-fork", help: "do not run <program> in a child"),
  OptionSpec(
    .joinCgroup, short: "c", long: "join-cgroup", help: "move into the target's cgroup"),
  OptionSpec(
    .preserveCredentials, long: "preserve-credentials", help: "keep user, group and groups"),
  OptionSpec(
    .keepCapabilities, long: "keep-caps",
    help: "keep capabilities held in the user namespace"),
  OptionSpec(
    .userParent, long: "user-parent", help: "enter the parent of the user namespace"),
  OptionSpec(
    .followContext, short: "Z", long: "follow-context",
    help: "run <program> in the target's SELinux context"),
]

private let extensionOptions: [OptionSpec<NsenterOption>] = [
  OptionSpec(
    .container, long: "container", argument: .required("[<engine>:]<name>"),
    help: "enter a container, by its name or the\nbeginning of its id", completion: .container),
  OptionSpec(
    .machine, long: "machine", argument: .required("<name>"),
    help: "enter a machine of systemd, LXC or Incus", completion: .machine),
  OptionSpec(
    .unit, long: "unit", argument: .required("<name>"),
    help: "enter what a unit of the system runs in", completion: .unit),
  OptionSpec(
    .userUnit, long: "user-unit", argument: .required("<name>"),
    help: "enter what a unit of a user runs in", completion: .userUnit),
  OptionSpec(
    .pidfile, long: "pidfile", argument: .required("<file>"),
    help: "enter what the process runs in whose number is in\n<file>", completion: .file),
  OptionSpec(
    .except, long: "except", argument: .required("<list>"),
    help: "leave these kinds of namespaces out of --all",
    completion: .commaWords(["mnt", "uts", "ipc", "net", "pid", "cgroup", "user", "time"])),
  OptionSpec(
    .autoCredentials, long: "auto-credentials",
    help:
      "become root of the user namespace, or an id\nthat it has; keep groups that it does not drop"),
  OptionSpec(
    .execOuter, long: "exec-outer",
    help: "run the caller's <program>, which must be static,\nwhatever is called so inside"),
  OptionSpec(
    .forChildren, long: "for-children",
    help: "enter PID and time namespaces that the target's\nchildren get"),
  OptionSpec(
    .mountProc, long: "mount-proc", argument: .optional("<dir>"),
    help: "mount a new proc, at /proc or <dir>, that only\n<program> sees", completion: .directory),
  OptionSpec(
    .mountSys, long: "mount-sys",
    help: "mount a new sysfs at /sys in the same way"),
  OptionSpec(
    .forwardSignals, long: "forward-signals", argument: .optional("<list>|all"),
    help: "pass these signals on to the child;\nSIGTERM and SIGINT if not given",
    completion: .signal),
  OptionSpec(
    .killChild, long: "kill-child", argument: .optional("<signame>"),
    help: "when this process dies, signal the child;\nSIGKILL if not given",
    completion: .signal),
]
