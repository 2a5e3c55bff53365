public import Bytes
public import Launch
import LaunchOptions
import NamespaceValues

extension UnshareIntent {
  /// Turns what was asked for into what is done, in the original's order. Pure: the same intent
  /// always gives the same plan.
  /// - Parameter operands: the program and its arguments; the login shell when empty.
  public func plan(running operands: [ByteString]) -> LaunchPlan {
    var plan = LaunchPlan(program: program(operands))
    let users = mapRequest(.users)
    let groups = mapRequest(.groups)

    planSetup(&plan, users, groups)
    if forks {
      let supervision = launch.supervision(
        reaper: reaper, forwards: forwardsSignals, kinds: namespaces)
      plan.fork = ForkMode(
        .shielded, forwardsSignals: forwardsSignals, watchesParent: killChild != nil,
        supervision: supervision)
      // Before the fork: no orphan of the child's may be somebody else's.
      if reaper == .waiter { plan.setup.append(.reapOrphans) }
    }
    planPersistence(&plan)
    if plan.fork?.supervision?.hasInit == true {
      planInside(&plan.initial, users, groups)
      // The init keeps what the program gives up, and has the program's ids where those do not change.
      // ptrace(2) would give them back.
      if launch.givesUpRights { plan.initial.append(.hideFromTarget(isRequired: true)) }
      plan.runner = launch.supervisionSteps
    } else {
      planInside(&plan.runner, users, groups)
    }
    // Ids and privileges are given up when nothing is left that needs root.
    plan.runner += launch.steps(identityChange(hasInit: !plan.initial.isEmpty))
    plan.environment = launch.environment
    // What is below a root that somebody else fills is theirs, as a container's files are.
    plan.protection = BinaryProtection(
      entersFiles: root != nil,
      losesRights: namespaces.contains(.user) || (user ?? .root) != .root
        || (group ?? .root) != .root || launch.lowersCapabilities,
      isRequired: launch.givesUpRights)
    return plan
  }

  /// In the process that was started.
  private func planSetup(_ plan: inout LaunchPlan, _ users: MapRequest, _ groups: MapRequest) {
    plan.setup.append(.defaultChildSignal)

    // Helpers are forked before anything changes: they keep the caller's ids and namespaces,
    // and the first child after a new PID namespace must be the program.
    if bindsFromOutside { plan.setup.append(.startHelper(.bindNamespaces(bindingsInOrder))) }
    let needsMapWriter = !users.mappings.isEmpty || !groups.mappings.isEmpty
    if needsMapWriter {
      plan.setup.append(
        .startHelper(
          .writeMaps(
            users: users.mappings, groups: groups.mappings,
            by: caller.user == .root ? .helper : .setUserIDPrograms)))
    }

    // The owner of a user namespace is whoever creates it. Groups before the user: afterwards
    // there is no right left to change them.
    var owner: [LaunchStep] = []
    if let ownerGroup { owner = [.dropGroups, .setGroup(ownerGroup)] }
    if let ownerUser { owner.append(.setUser(ownerUser)) }
    plan.setup += owner
    // While the numbers still mean what was asked for: inside they are others.
    if !owner.isEmpty { plan.setup.append(.verify(after: owner)) }

    // One call for all kinds: the kernel makes the user namespace first and lets it own the
    // others.
    plan.setup.append(.unshare(namespaces))
    if needsMapWriter { plan.setup.append(.releaseHelper(.mapWriter)) }

    // Offsets are fixed as soon as the time namespace has a process: before the fork.
    if let boottimeOffset {
      plan.setup.append(.setClockOffset(ClockOffset(.boottime, seconds: boottimeOffset)))
    }
    if let monotonicOffset {
      plan.setup.append(.setClockOffset(ClockOffset(.monotonic, seconds: monotonicOffset)))
    }
  }

  private func planPersistence(_ plan: inout LaunchPlan) {
    if bindings.isEmpty { return }
    plan.persistence.append(
      bindsFromOutside ? .releaseHelper(.binder) : .bindNamespaces(bindingsInOrder))
  }

  private var reaper: Supervision.Reaper {
    guard let initMode else { return .nobody }
    return namespaces.contains(.pid) ? .`init`(waitsForAll: initMode == .wait) : .waiter
  }

  /// In the init, or else in the process that becomes the program.
  private func planInside(
    _ steps: inout [LaunchStep], _ users: MapRequest, _ groups: MapRequest
  ) {
    // First of all: from here on nothing of this may outlive the process that supervises it.
    if let killChild { steps.append(.dieWithParent(killChild)) }
    if reaper == .nobody || reaper == .waiter { steps += launch.supervisionSteps }

    // Maps before everything that needs a right of the new user namespace.
    if let own = users.own { steps.append(.writeOwnMap(.users, own)) }
    planOwnGroup(&steps, groups.own)

    if let hostName { steps.append(.setHostName(hostName)) }
    if let domainName { steps.append(.setDomainName(domainName)) }
    if bringsLoopbackUp { steps.append(.bringLoopbackUp) }

    planMounts(&steps)
  }

  private func identityChange(hasInit: Bool) -> IdentityChange {
    var identity = IdentityChange()
    if let group {
      identity.groups = [.dropGroups]
      identity.group = [.setGroup(group)]
    }
    if let user { identity.user = [.setUser(user)] }
    identity.mayLeaveRoot = user != nil && user != .root
    // A change of ids takes the parent death signal away (docs/deviations.md D-09). An init keeps its ids.
    if !hasInit, let killChild, user != nil || group != nil {
      identity.afterUser = [.dieWithParent(killChild)]
    }
    identity.keepsCapabilities = keepsCapabilities && namespaces.contains(.user)
    return identity
  }

  /// The kernel lets a process map its own group only after setgroups(2) was denied for good:
  /// otherwise it could leave a group that a file's mode uses to keep people out.
  private func planOwnGroup(_ steps: inout [LaunchStep], _ own: IDMapping?) {
    if let own {
      if setgroups == .allow { steps.append(.refuseAllowedSetgroups) }
      steps += [.writeSetgroups(.deny), .writeOwnMap(.groups, own)]
      // The same word a second time is refused once the map is there (docs/deviations.md D-11).
      if setgroups == .deny { return }
    }
    if let setgroups { steps.append(.writeSetgroups(setgroups)) }
  }

  private func planMounts(_ steps: inout [LaunchStep]) {
    // Before the first mount, so that none of them travels back to the caller's namespace.
    if namespaces.contains(.mount), propagation != .unchanged {
      steps.append(.setRootPropagation(propagation))
    }
    let registersEarly = registersBeforeRoot
    if registersEarly, let interpreter {
      // The kernel opens the interpreter now, while its path still means a file of the host.
      steps += [
        .mountBinfmt(Self.defaultBinfmtDirectory),
        .registerInterpreter(
          directory: Self.defaultBinfmtDirectory, definition: interpreter),
      ]
    }
    if let root { steps.append(.changeRoot(root)) }
    // Without it the working directory would stay outside the new root: a way out.
    if let directory = workingDirectory ?? (root == nil ? nil : "/") {
      steps.append(.changeDirectory(directory))
    }
    // A name that begins at the new root is looked up in there, and a link of a /proc in there can
    // lead out. A relative one begins where the caller stands, and may stay there.
    if root != nil, let workingDirectory, workingDirectory.hasPrefix("/") {
      steps.append(.checkWorkingDirectory(workingDirectory))
    }
    if let procDirectory {
      if root == nil, propagation != .private { steps.append(.makePrivate(procDirectory)) }
      steps.append(.mountProc(procDirectory))
    }
    if let binfmtDirectory {
      // After proc: its usual place is inside it.
      steps.append(.mountBinfmt(binfmtDirectory))
      if let interpreter, !registersEarly {
        steps.append(
          .registerInterpreter(directory: binfmtDirectory, definition: interpreter))
      }
    }
  }

  private func program(_ operands: [ByteString]) -> LaunchProgram {
    guard let name = operands.first else {
      // Without a fork this process would leave a short-lived init behind in the PID namespace. Below
      // another root getent(1) is a program of whoever filled it.
      return .loginShell(mayFork: root == nil && (forks || !namespaces.contains(.pid)))
    }
    return .command(name, arguments: Array(operands.dropFirst()))
  }

  /// Whether files are bound by a helper that stays outside: from inside a new mount namespace
  /// the mount would not be seen, and from inside a new user namespace it is not allowed.
  private var bindsFromOutside: Bool {
    !bindings.isEmpty && (namespaces.contains(.mount) || namespaces.contains(.user))
  }

  /// The bindings in the order of the table of kinds.
  private var bindingsInOrder: [NamespaceBinding] {
    NamespaceKind.allCases.flatMap { kind in bindings.filter { $0.kind == kind } }
  }

  /// The F flag of binfmt_misc makes the kernel open the interpreter at once; it is registered
  /// before the root changes. The string's first character is its delimiter, the flags are its
  /// last field (docs/deviations.md D-18).
  private var registersBeforeRoot: Bool {
    guard root != nil, let interpreter, let delimiter = interpreter.byte(at: 0) else {
      return false
    }
    let fields = interpreter.bytes.split(
      separator: delimiter, omittingEmptySubsequences: false)
    // An empty field in front, then name, type, offset, magic, mask, interpreter, flags.
    return fields.count == 8 && fields[7].contains(UInt8(ascii: "F"))
  }
}
