public import Options

/// The options for privileges, the same in every program that starts another one.
public enum PrivilegeOption: CaseIterable, Equatable, Sendable {
  case dropCapabilities, addCapabilities
  case bounding, inheritable, ambient, inheritance
  case securebits, noNewPrivileges
  case groups, clearGroups, keepGroups, initGroups
  case hasPermitted, hasEffective, hasInheritable, hasAmbient, hasBounding, hasNoNewPrivileges
  case listCapabilities
}

/// The options as a part of a program's own table.
/// - Parameter id: makes the program's option of one of these.
public func privilegeOptions<ID>(
  _ id: (PrivilegeOption) -> ID
) -> ExtensionGroup<ID> {
  ExtensionGroup(
    heading: "Privileges, changed and checked just before the program starts",
    options: specs.map { $0.renamed(id($0.id)) })
}

/// How these options stand to each other.
/// - Parameter id: makes the program's option of one of these.
public func privilegeRelations<ID>(
  _ id: (PrivilegeOption) -> ID
) -> OptionRelations<ID> {
  OptionRelations(
    exclusive: [[id(.groups), id(.clearGroups), id(.keepGroups), id(.initGroups)]],
    // It has two names.
    implied: [.init(by: id(.noNewPrivileges), [id(.noNewPrivileges)])],
    repeatable: [
      id(.dropCapabilities), id(.addCapabilities), id(.bounding), id(.inheritable), id(.ambient),
      id(.inheritance), id(.securebits), id(.hasPermitted), id(.hasEffective),
      id(.hasInheritable), id(.hasAmbient), id(.hasBounding),
    ], concluding: [id(.listCapabilities)])
}

private let specs: [OptionSpec<PrivilegeOption>] = [
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
  OptionSpec(
    .listCapabilities, long: "list-caps",
    help: "name the capabilities of this kernel and exit"),
]
