import Bytes
public import Options

/// The options that are the same in every program that starts another one, but for the one that lists
/// capabilities: it ends the program, which is the program's own to say.
public enum LaunchOption: CaseIterable, Equatable, Sendable {
  case clearEnvironment, whitelistEnvironment, dryRun, explain

  // Supervision.
  case forwardSignalsGroup, newSession
  case jsonStatusFD, infoFD, blockFD, syncFD

  // Privileges.
  case dropCapabilities, addCapabilities
  case bounding, inheritable, ambient, inheritance
  case securebits, noNewPrivileges
  case groups, clearGroups, keepGroups, initGroups
  case hasPermitted, hasEffective, hasInheritable, hasAmbient, hasBounding, hasNoNewPrivileges

  /// The name with its dashes, as messages say it.
  var name: ByteString {
    privilegeSpecs.name(of: self) ?? generalSpecs.name(of: self) ?? supervisionSpecs.name(of: self)
      ?? ""
  }
}

/// The options that have no heading of their own, as a part of a program's table.
/// - Parameter id: makes the program's option of one of these.
public func launchOptions<ID>(_ id: (LaunchOption) -> ID) -> [OptionSpec<ID>] {
  renamed(generalSpecs, id)
}

/// The options for supervision as a part of a program's table.
/// - Parameters:
///   - own: what the program has beside them.
///   - id: makes the program's option of one of these.
public func supervisionOptions<ID>(
  _ own: [OptionSpec<ID>], _ id: (LaunchOption) -> ID
) -> ExtensionGroup<ID> {
  ExtensionGroup(
    heading: "Supervision, of a child that becomes the program",
    options: own + renamed(supervisionSpecs, id))
}

/// The options for privileges as a part of a program's table.
/// - Parameters:
///   - listing: the program's option that lists capabilities and ends the program.
///   - id: makes the program's option of one of these.
public func privilegeOptions<ID>(
  listing: ID, _ id: (LaunchOption) -> ID
) -> ExtensionGroup<ID> {
  let list = OptionSpec(
    listing, long: "list-caps", help: "name the capabilities of this kernel and exit")
  return ExtensionGroup(
    heading: "Privileges, changed and checked just before the program starts",
    options: renamed(privilegeSpecs, id) + [list])
}

private func renamed<ID>(
  _ specs: [OptionSpec<LaunchOption>], _ id: (LaunchOption) -> ID
) -> [OptionSpec<ID>] {
  specs.map { $0.renamed(id($0.id)) }
}

/// How these options stand to each other.
/// - Parameters:
///   - listing: the program's option that lists capabilities and ends the program.
///   - id: makes the program's option of one of these.
public func launchRelations<ID>(
  listing: ID, _ id: (LaunchOption) -> ID
) -> OptionRelations<ID> {
  OptionRelations(
    exclusive: [[id(.groups), id(.clearGroups), id(.keepGroups), id(.initGroups)]],
    replacing: [[id(.clearEnvironment), id(.whitelistEnvironment)]],
    // It has two names.
    implied: [.init(by: id(.noNewPrivileges), [id(.noNewPrivileges)])],
    repeatable: [
      id(.dropCapabilities), id(.addCapabilities), id(.bounding), id(.inheritable), id(.ambient),
      id(.inheritance), id(.securebits), id(.hasPermitted), id(.hasEffective),
      id(.hasInheritable), id(.hasAmbient), id(.hasBounding),
    ], concluding: [listing])
}

private let generalSpecs: [OptionSpec<LaunchOption>] = [
  OptionSpec(
    .clearEnvironment, long: "clear-env", help: "start <program> with an empty environment"),
  OptionSpec(
    .whitelistEnvironment, long: "whitelist-env", argument: .required("<list>"),
    help: "keep only these variables, comma-separated", completion: .variables),
  OptionSpec(
    .dryRun, long: "dry-run", help: "print what would be done, step by step, and exit"),
  OptionSpec(
    .explain, long: "explain", help: "say how each step went, and why one failed"),
]

private let supervisionSpecs: [OptionSpec<LaunchOption>] = [
  OptionSpec(
    .forwardSignalsGroup, long: "forward-signals-group",
    help:
      "run <program> in a process group of its\nown, which gets the signals"
  ),
  OptionSpec(
    .newSession, long: "new-session",
    help: "run <program> in a session without the terminal,\nand pass all signals on"),
  OptionSpec(
    .jsonStatusFD, long: "json-status-fd", argument: .required("<fd>"),
    help: "write a JSON object to <fd> when all is set up,\nwhen <program> runs, and how it ended"),
  OptionSpec(
    .infoFD, long: "info-fd", argument: .required("<fd>"),
    help: "write the first of these objects to <fd> alone"),
  OptionSpec(
    .blockFD, long: "block-fd", argument: .required("<fd>"),
    help: "wait for a byte on <fd> before <program> starts"),
  OptionSpec(
    .syncFD, long: "sync-fd", argument: .required("<fd>"),
    help: "keep <fd> open until all is over"),
]

private let privilegeSpecs: [OptionSpec<LaunchOption>] = [
  OptionSpec(
    .dropCapabilities, long: "cap-drop", argument: .required("<caps>|ALL"),
    help: "drop capabilities from all five sets", completion: .capabilities),
  OptionSpec(
    .addCapabilities, long: "cap-add", argument: .required("<caps>|ALL"),
    help: "keep capabilities, or undo a drop, for any user", completion: .capabilities),
  OptionSpec(
    .bounding, long: "bounding-set", argument: .required("<caps>"),
    help: "change the bounding set: -<cap>,+<cap>,-all", completion: .capabilityChanges),
  OptionSpec(
    .inheritable, long: "inh-caps", argument: .required("<caps>"),
    help: "change the inheritable set", completion: .capabilityChanges),
  OptionSpec(
    .ambient, long: "ambient-caps", argument: .required("<caps>"),
    help: "change the ambient set", completion: .capabilityChanges),
  OptionSpec(
    .inheritance, long: "iab", argument: .required("<text>"),
    help: "set these three sets by a text of libcap"),
  OptionSpec(
    .securebits, long: "securebits", argument: .required("<bits>"),
    help: "change the securebits: +<bit>,-<bit>",
    completion: .changes([
      "noroot", "noroot_locked", "no_setuid_fixup", "no_setuid_fixup_locked", "keep_caps_locked",
    ])),
  OptionSpec(
    .noNewPrivileges, long: "no-new-privs", help: "let <program> gain no rights by what it starts"),
  OptionSpec(.noNewPrivileges, long: "nnp", help: "the same"),
  OptionSpec(
    .groups, long: "groups", argument: .required("<list>"),
    help: "set the supplementary groups", completion: .groups),
  OptionSpec(.clearGroups, long: "clear-groups", help: "drop all supplementary groups"),
  OptionSpec(.keepGroups, long: "keep-groups", help: "keep the supplementary groups"),
  OptionSpec(
    .initGroups, long: "init-groups", help: "set the groups of the user that <program> runs as"),
  OptionSpec(
    .hasPermitted, long: "has-p", argument: .required("<cap>"),
    help: "fail unless <cap> is permitted", completion: .capability),
  OptionSpec(
    .hasEffective, long: "has-e", argument: .required("<cap>"),
    help: "fail unless <cap> is effective", completion: .capability),
  OptionSpec(
    .hasInheritable, long: "has-i", argument: .required("<cap>"),
    help: "fail unless <cap> is inheritable", completion: .capability),
  OptionSpec(
    .hasAmbient, long: "has-a", argument: .required("<cap>"),
    help: "fail unless <cap> is ambient", completion: .capability),
  OptionSpec(
    .hasBounding, long: "has-b", argument: .required("<cap>"),
    help: "fail unless <cap> is in the bounding set", completion: .capability),
  OptionSpec(
    .hasNoNewPrivileges, long: "has-no-new-privs", help: "fail unless no_new_privs is set"),
]
