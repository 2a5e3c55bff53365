public import LaunchOptions
public import Options

/// Every option of unshare(1); the compiler demands that each is handled.
public enum UnshareOption: Equatable, Sendable {
  case help, version
  case mount, uts, ipc, net, pid, user, cgroup, time
  case fork, killChild, forwardSignals
  case mountProc, mountBinfmt, loadInterpreter
  case mapUser, mapUsers, mapGroup, mapGroups
  case mapRootUser, mapCurrentUser, mapAuto, mapSubids, owner
  case propagation, setgroups, keepCapabilities
  case setuid, setgid, root, workingDirectory
  case monotonic, boottime
  // Extensions.
  case hostName, domainName, loopback, initProcess, pidfile, listCapabilities
  case launch(LaunchOption)
}

/// The option table of unshare: the parser, the help and everything else is derived from it.
public let unshareOptions = OptionTable<UnshareOption>(
  original: originalOptions,
  extensions: extensionOptions + launchOptions { .launch($0) },
  extensionWords: [
    ExtensionWord(
      name: "--forward-signals=<list>|all",
      help: "pass these signals on, or all that can be")
  ],
  furtherExtensions: [
    supervisionOptions(supervisionOptionsOfOurOwn) { .launch($0) },
    privilegeOptions(listing: .listCapabilities) { .launch($0) },
  ],
  helpGroups: [
    [.mount, .uts, .ipc, .net, .pid, .user, .cgroup, .time],
    [.mountProc, .mountBinfmt, .loadInterpreter, .propagation, .root, .workingDirectory],
    [
      .setuid, .setgid, .mapUser, .mapGroup, .mapRootUser, .mapCurrentUser, .mapAuto,
      .mapSubids, .mapUsers, .mapGroups, .owner,
    ],
    [.fork, .killChild, .forwardSignals],
    [.setgroups, .keepCapabilities],
    [.monotonic, .boottime],
    [.help, .version],
  ],
  helpLayout: HelpLayout(column: 27, longOnlyIndent: " ", breaksLongLines: true),
  synopsis: "[options] [<program> [<argument>...]]",
  purpose: "Start a program in new namespaces instead of those of its parent.",
  manual: "unshare(1)", operand: .command)

/// How the options relate to each other. Beside the table and not in it, because only the generators of
/// the completions use it.
public let unshareRelations = OptionRelations<UnshareOption>(
  replacing: [[.mapRootUser, .mapCurrentUser]],
  implied: [
    .init(by: .killChild, [.fork]), .init(by: .forwardSignals, [.fork]),
    .init(by: .initProcess, [.fork]), .init(by: .launch(.forwardSignalsGroup), [.fork]),
    .init(by: .launch(.newSession), [.fork]), .init(by: .launch(.jsonStatusFD), [.fork]),
    .init(by: .launch(.infoFD), [.fork]), .init(by: .launch(.blockFD), [.fork]),
    .init(by: .launch(.syncFD), [.fork]), .init(by: .pidfile, [.fork]),
    .init(by: .mountProc, [.mount]), .init(by: .mountBinfmt, [.user, .mount]),
    .init(by: .loadInterpreter, [.user, .mount, .mountProc, .mountBinfmt]),
    .init(by: .mapUser, [.user]), .init(by: .mapUsers, [.user]),
    .init(by: .mapGroup, [.user]), .init(by: .mapGroups, [.user]),
    .init(by: .mapRootUser, [.user]), .init(by: .mapCurrentUser, [.user]),
    .init(by: .mapAuto, [.user]), .init(by: .mapSubids, [.user]), .init(by: .owner, [.user]),
  ],
  repeatable: [.mapUsers, .mapGroups], concluding: [.help, .version]
)
.adding(launchRelations(listing: .listCapabilities) { .launch($0) })

// The order of the original's table: it is visible when an abbreviation is ambiguous.
private let originalOptions: [OptionSpec<UnshareOption>] = [
  OptionSpec(.help, short: "h", long: "help", help: "show this text and exit"),
  OptionSpec(.version, short: "V", long: "version", help: "show the version and exit"),
  OptionSpec(
    .mount, short: "m", long: "mount", argument: .optional("<file>"),
    help: "new mount namespace, kept alive at <file>", completion: .file),
  OptionSpec(
    .uts, short: "u", long: "uts", argument: .optional("<file>"),
    help: "new UTS namespace (host and domain name)", completion: .file),
  OptionSpec(
    .ipc, short: "i", long: "ipc", argument: .optional("<file>"),
    help: "new IPC namespace (System V IPC, POSIX queues)", completion: .file),
  OptionSpec(
    .net, short: "n", long: "net", argument: .optional("<file>"),
    help: "new network namespace", completion: .file),
  OptionSpec(
    .pid, short: "p", long: "pid", argument: .optional("<file>"),
    help: "new PID namespace for children (see --fork)", completion: .file),
  OptionSpec(
    .user, short: "U", long: "user", argument: .optional("<file>"),
    help: "new user namespace", completion: .file),
  OptionSpec(
    .cgroup, short: "C", long: "cgroup", argument: .optional("<file>"),
    help: "new cgroup namespace", completion: .file),
  OptionSpec(
    .time, short: "T", long: "time", argument: .optional("<file>"),
    help: "new time namespace", completion: .file),
  OptionSpec(
    .fork, short: "f", long: "fork", help: "run <program> in a child and wait for it"),
  OptionSpec(
    .killChild, long: "kill-child", argument: .optional("<signame>"),
    help: "when this process dies, signal the child (implies\n--fork); SIGKILL if not given",
    completion: .signal),
  OptionSpec(
    // The original's takes no value.
    .forwardSignals, long: "forward-signals", argument: .optional("<list>|all"), notation: "",
    help: "pass SIGTERM and SIGINT to the child (implies --fork)", completion: .signal),
  OptionSpec(
    .mountProc, long: "mount-proc", argument: .optional("<dir>"),
    help: "mount a new proc, at /proc or <dir> (implies --mount)", completion: .directory),
  OptionSpec(
    .mountBinfmt, long: "mount-binfmt", argument: .optional("<dir>"),
    help: "mount a new binfmt_misc (implies --user and --mount)", completion: .directory),
  OptionSpec(
    .mapUser, long: "map-user", argument: .required("<uid>|<name>"),
    help: "be this user inside (implies --user)", completion: .user),
  OptionSpec(
    .mapUsers, long: "map-users", argument: .required("<inneruid>:<outeruid>:<count>"),
    help: "map users: range, auto, subids, all (implies --user)",
    completion: .words(["auto", "subids", "all"])),
  OptionSpec(
    .mapGroup, long: "map-group", argument: .required("<gid>|<name>"),
    help: "be this group inside (implies --user)", completion: .group),
  OptionSpec(
    .mapGroups, long: "map-groups", argument: .required("<innergid>:<outergid>:<count>"),
    help: "map groups: range, auto, subids, all (implies --user)",
    completion: .words(["auto", "subids", "all"])),
  OptionSpec(
    .mapRootUser, short: "r", long: "map-root-user", help: "be root inside (implies --user)"),
  OptionSpec(
    .mapCurrentUser, short: "c", long: "map-current-user",
    help: "keep your own ids inside (implies --user)"),
  OptionSpec(
    .mapAuto, long: "map-auto", help: "map your subordinate ids from 0 on (implies --user)"),
  OptionSpec(
    .mapSubids, long: "map-subids",
    help: "map your subordinate ids as they are (implies --user)"),
  OptionSpec(
    .owner, long: "owner", argument: .required("<uid>:<gid>"),
    help: "let these ids own the user namespace (implies --user)"),
  OptionSpec(
    .propagation, long: "propagation",
    argument: .required("slave|shared|private|unchanged"),
    help: "how mounts travel to and from the new mount namespace",
    completion: .words(["slave", "shared", "private", "unchanged"])),
  OptionSpec(
    .setgroups, long: "setgroups", argument: .required("allow|deny"),
    help: "whether the user namespace may change groups",
    completion: .words(["allow", "deny"])),
  OptionSpec(
    .keepCapabilities, long: "keep-caps",
    help: "let <program> keep the user namespace's capabilities"),
  OptionSpec(
    .setuid, short: "S", long: "setuid", argument: .required("<uid>"),
    help: "become this user before <program> starts", completion: .nothing),
  OptionSpec(
    .setgid, short: "G", long: "setgid", argument: .required("<gid>"),
    help: "become this group before <program> starts", completion: .nothing),
  OptionSpec(
    .root, short: "R", long: "root", argument: .required("<dir>"),
    help: "use <dir> as the root directory", completion: .directory),
  OptionSpec(
    .workingDirectory, short: "w", long: "wd", argument: .required("<dir>"),
    help: "start in <dir>", completion: .directory),
  OptionSpec(
    .monotonic, long: "monotonic", argument: .required("<offset>"),
    help: "shift CLOCK_MONOTONIC by seconds (needs --time)"),
  OptionSpec(
    .boottime, long: "boottime", argument: .required("<offset>"),
    help: "shift CLOCK_BOOTTIME by seconds (needs --time)"),
  OptionSpec(
    .loadInterpreter, short: "l", long: "load-interp", argument: .required("<file>"),
    help: "register a binary format (implies --mount-binfmt)"),
]

private let extensionOptions: [OptionSpec<UnshareOption>] = [
  OptionSpec(
    .hostName, long: "hostname", argument: .required("<name>"),
    help: "set the host name (needs --uts)"),
  OptionSpec(
    .domainName, long: "domainname", argument: .required("<name>"),
    help: "set the NIS domain name (needs --uts)"),
  OptionSpec(
    .loopback, long: "loopback", help: "bring the interface lo up (needs --net)"),
]

private let supervisionOptionsOfOurOwn: [OptionSpec<UnshareOption>] = [
  OptionSpec(
    .initProcess, long: "init", argument: .optional("end|wait"),
    help: "reap orphans, as PID 1 with --pid, and pass all\nsignals on; wait: until nobody is left",
    completion: .words(["end", "wait"])),
  OptionSpec(
    .pidfile, long: "pidfile", argument: .required("<file>"),
    help: "write <program>'s process id to <file> when it runs", completion: .file),
]
