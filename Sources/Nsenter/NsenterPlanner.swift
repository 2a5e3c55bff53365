public import Bytes
public import Launch
import LaunchOptions
import NamespaceValues

extension NsenterIntent {
  /// Turns what was asked for and what was found into what is done, in the original's order. Pure:
  /// the same values always give the same plan.
  /// - Parameter operands: the program and its arguments; the login shell when empty.
  public func plan(_ findings: EntryFindings, running operands: [ByteString]) -> LaunchPlan {
    var plan = LaunchPlan(program: program(operands))
    let entersUser = findings.namespaces.contains(.user)

    // In a child, since a process that has entered a PID namespace stays outside itself.
    let isForked = findings.namespaces.contains(.pid) && forks || launch.childOption != nil
    // Inside a user namespace the ids of outside mean nothing; root is the one that most have.
    let becomesRoot = entersUser && !preservesCredentials
    let user = user ?? (becomesRoot ? takesMappedIDs ? .mapped : .id(.root) : nil)
    let group = group ?? (becomesRoot ? takesMappedIDs ? .mapped : .id(.root) : nil)

    // Before anything of the target is entered: with the first namespace its processes may reach
    // this one, whose /proc/PID/exe, memory and descriptors are the caller's. A change of the user
    // would hide it too, capabilities that are given up do not. The child inherits it, and the
    // program is rid of it.
    plan.setup.append(.hideFromTarget(isRequired: launch.givesUpRights))
    plan.protection = protection(findings, user, group)
    // While the program is still the one that was found, and its mount and its file can be had: what comes
    // from inside later must find nothing that can be written.
    if case .outer(let name, _) = plan.program { plan.setup.append(.protectProgram(name)) }
    let (takesUser, takesGroup) = (user == .mapped, group == .mapped)
    // Before the target's files are there: what /proc is then is the target's choice.
    let readsOwn = takesUser || takesGroup || findings.chosenBy != nil
    if readsOwn || mounts { plan.setup.append(.holdOwnDirectory) }

    // While the caller's rights still count: the user namespace may forbid it for good. One that
    // fails both times is an error, later.
    if launch.groups == nil
      ? becomesRoot : launch.groups == .clear && entersUser
    {
      plan.setup.append(.tryToDropGroups)
    }
    if case .refused(let path, let errno) = findings.environment {
      plan.setup.append(.expectEnvironmentInside(path: path, refusal: errno))
    }
    planEntry(&plan, findings)
    // As soon as all is entered, and before anything is done in there.
    if let chosenBy = findings.chosenBy {
      plan.setup.append(.expectNamespace(chosenBy.kind, number: chosenBy.number))
    }
    // Before the fork, since the directory is that of the process that was started.
    if takesUser || takesGroup {
      plan.setup.append(.readOwnMaps(users: takesUser, groups: takesGroup))
    }
    // Before the first name is looked up inside: from here it is one step up to the caller's /proc. Who
    // mounts closes it later.
    if readsOwn, !mounts { plan.setup.append(.close(.ownDirectory)) }
    planInside(&plan, findings, changesIdentity: user != nil || group != nil)
    if isForked {
      // The child is waited for; with SIGCHLD ignored there would be no status.
      plan.setup.append(.defaultChildSignal)
      plan.fork = ForkMode(
        .mirroring, forwardsSignals: forwardsSignals, watchesParent: killChild != nil,
        supervision: launch.supervision(
          forwards: forwardsSignals, kinds: findings.namespaces))
      // First of all: from here on nothing of this may outlive the process that supervises it.
      if let killChild { plan.runner.append(.dieWithParent(killChild)) }
      plan.runner += launch.supervisionSteps
    }
    // In the process that becomes the program: a proc(5) is that of the PID namespace which whoever
    // mounts it is in, and only a child is in the one that was entered. With all rights still.
    if let procDirectory { plan.runner.append(.mountAtPlace(.proc, procDirectory)) }
    if mounts { plan.runner += innerDirectory(findings) }
    var identity = identityChange(user, group, entersUser: entersUser)
    if isForked, let killChild, user != nil || group != nil {
      // A change of ids takes the parent death signal away.
      identity.afterUser = [.dieWithParent(killChild)]
    }
    // As the user that the target runs as, what was refused twice may be allowed.
    if needsDirectoryLater(findings, changesIdentity: user != nil || group != nil) {
      identity.afterwards = [.readTargetEnvironment(isLastChance: true), .close(.targetDirectory)]
    }
    plan.runner += launch.steps(identity)
    plan.environment = launch.environment
    return plan
  }

  private func protection(
    _ findings: EntryFindings, _ user: Identity<UserID>?, _ group: Identity<GroupID>?
  ) -> BinaryProtection {
    // The rights of a user namespace are none outside of it, whoever entered it.
    let changesIdentity = (user ?? .id(.root)) != .id(.root) || (group ?? .id(.root)) != .id(.root)
    return BinaryProtection(
      entersFiles: findings.entersFiles,
      losesRights: findings.namespaces.contains(.user) || changesIdentity
        || launch.lowersCapabilities,
      isRequired: launch.givesUpRights)
  }

  /// Two passes around the user namespace. Whoever is privileged outside enters everything else
  /// first, with rights that the user namespace would take away. Whoever is not is refused there,
  /// and enters the user namespace first, which gives the right to the others.
  private func planEntry(_ plan: inout LaunchPlan, _ findings: EntryFindings) {
    let throughTarget = findings.namespaces.subtracting(findings.heldKinds)
    if findings.namespaces.contains(.user) {
      let others = throughTarget.subtracting(.user)
      if !others.isEmpty { plan.setup.append(.enterTarget(others, ifAllowed: true)) }
      for kind in findings.heldKinds.kinds where kind != .user {
        plan.setup.append(.enterFile(kind, ifAllowed: true))
      }
    }
    // The table of kinds begins with the user namespace. Its file comes before the pidfd, whose
    // namespaces may be entered from inside only (docs/deviations.md D-103); in the one call with
    // the pidfd the kernel itself takes it first.
    if findings.heldKinds.contains(.user) {
      plan.setup.append(.enterFile(.user, ifAllowed: false))
    }
    if !throughTarget.isEmpty {
      plan.setup.append(.enterTarget(throughTarget, ifAllowed: false))
    }
    for kind in findings.heldKinds.kinds where kind != .user {
      plan.setup.append(.enterFile(kind, ifAllowed: false))
    }
    if findings.holdsTarget { plan.setup.append(.close(.target)) }
  }

  /// When all namespaces are entered, before the fork: the child inherits it.
  private func planInside(
    _ plan: inout LaunchPlan, _ findings: EntryFindings, changesIdentity: Bool
  ) {
    if case .refused = findings.environment {
      // The directory was opened outside, so this is still the caller's /proc.
      plan.setup.append(.readTargetEnvironment(isLastChance: !changesIdentity))
    }
    if let followed = findings.followed { plan.setup.append(.readTargetIdentity(followed)) }
    if findings.holdsTargetDirectory,
      !needsDirectoryLater(findings, changesIdentity: changesIdentity)
    {
      // Before the first name is looked up inside: /proc/self/fd/N/.. there would be the caller's
      // /proc (docs/deviations.md D-150).
      plan.setup.append(.close(.targetDirectory))
    }
    if findings.holdsRoot {
      if !findings.holdsWorkingDirectory, innerWorkingDirectory == nil {
        plan.setup.append(.holdCurrentDirectory)
      }
      if mounts {
        // A new mount namespace takes along the working directory and the root directory, no others,
        // and the propagation can only be changed at a mount point, which the new root need not be.
        plan.setup.append(.enterHeldRoot)
        plan.setup += privateMounts(findings)
        plan.setup += [.changeRoot("."), .changeDirectory("/"), .close(.root)]
      } else {
        plan.setup.append(.changeToHeldRoot)
      }
    }
    if findings.holdsWorkingDirectory || findings.holdsRoot, innerWorkingDirectory == nil {
      plan.setup.append(.changeToHeldWorkingDirectory)
    }
    if mounts {
      planMounts(&plan, findings)
    } else {
      plan.setup += innerDirectory(findings)
    }
    if case .read(let block) = findings.environment { plan.setup.append(.setEnvironment(block)) }
    // Before the fork: the child is in the control group from its first moment.
    if joinsCgroup { plan.setup.append(.joinCgroup) }
  }

  /// After the root, and after what is mounted: it is a name inside.
  private func innerDirectory(_ findings: EntryFindings) -> [LaunchStep] {
    guard let path = innerWorkingDirectory else { return [] }
    var steps: [LaunchStep] = [.openWorkingDirectory(path), .changeToHeldWorkingDirectory]
    // Where the name was one of the target's, a link of its /proc can lead anywhere. Any other
    // directory is one that the caller named outside, or the target's own.
    if findings.entersFiles { steps.append(.checkWorkingDirectory(path)) }
    return steps
  }

  private var mounts: Bool { procDirectory != nil || mountsSys }

  /// A mount namespace of the program's own, out of which no mount gets, neither to the target nor to
  /// the caller, while what they mount later still arrives.
  private func privateMounts(_ findings: EntryFindings) -> [LaunchStep] {
    // In a mount namespace that was entered each proc(5) can be of other processes than the new one. Who owns the
    // mounts is then nothing to rely on, and not asked.
    let hidesOthers =
      procDirectory != nil && findings.namespaces.contains(.mount)
      && !(forks && findings.namespaces.contains(.pid))
    return (hidesOthers ? [] : [.askMountOwner]) + [
      .unshare([.mount]), .setRootPropagation(.slave),
      // Before another root directory, outside of which the kernel shows no mounts: what hides a part of one of
      // them is to hide it in the new one too. And it shows those alone that were just made slaves.
      .holdMounts(for: procDirectory ?? "/sys"),
    ]
  }

  /// `--mount-sys`, and what of `--mount-proc` can be done before the fork.
  private func planMounts(_ plan: inout LaunchPlan, _ findings: EntryFindings) {
    if !findings.holdsRoot { plan.setup += privateMounts(findings) }
    // Among files of others the name is the caller's, and a link on the way would be somebody else's:
    // with /proc -> /etc the program would find an empty /etc and the target's idea of a /proc.
    let avoidsLinks = findings.entersFiles
    if mountsSys {
      plan.setup.append(.openMountPlace(.sys, "/sys", avoidsLinks: avoidsLinks))
      plan.setup.append(.mountAtPlace(.sys, "/sys"))
    }
    if let procDirectory {
      // Before the fork: a /proc with hidepid does not show this process to its child.
      plan.setup.append(.openMountPlace(.proc, procDirectory, avoidsLinks: avoidsLinks))
    }
    // Before a name is looked up whose links are the target's: /proc/self/fd/N/.. would be the
    // caller's /proc (docs/deviations.md D-150).
    plan.setup.append(.close(.ownDirectory))
  }

  private func needsDirectoryLater(
    _ findings: EntryFindings, changesIdentity: Bool
  ) -> Bool {
    guard case .refused = findings.environment else { return false }
    return changesIdentity
  }

  /// In the process that becomes the program.
  private func identityChange(
    _ user: Identity<UserID>?, _ group: Identity<GroupID>?, entersUser: Bool
  ) -> IdentityChange {
    var identity = IdentityChange()
    if let group {
      if !entersUser {
        // Groups that stay in spite of being asked to go are a failure (docs/deviations.md
        // D-114).
        identity.groups = [.dropRemainingGroups]
      } else if preservesCredentials {
        // Most user namespaces forbid it, and the option says that groups may stay.
        identity.groups = [.tryToDropGroups]
      } else if takesMappedIDs {
        // The option says that groups stay which the user namespace does not allow to drop.
        identity.groups = [.dropGroupsIfPermitted]
      } else {
        identity.groups = [.dropGroupsUnlessDone]
      }
      switch group {
      case .id(let group): identity.group = [.setGroup(group)]
      case .ofTarget: identity.group = [.setGroupOfTarget]
      case .mapped: identity.group = [.setMappedGroup]
      }
    }
    switch user {
    case .id(let user): identity.user = [.setUser(user)]
    case .ofTarget: identity.user = [.setUserOfTarget]
    case .mapped: identity.user = [.setMappedUser]
    case nil: break
    }
    identity.mayLeaveRoot = user != nil && user != .id(.root)
    // By what was asked for, not by what one pass left for the other (docs/deviations.md D-101).
    identity.keepsCapabilities = keepsCapabilities && entersUser
    return identity
  }

  private func program(_ operands: [ByteString]) -> LaunchProgram {
    guard let name = operands.first else {
      // Only /etc/passwd of the new root is read, as plain data: no module and no helper from in
      // there runs with rights of out here (docs/deviations.md D-133).
      return .loginShell(mayFork: false)
    }
    let arguments = Array(operands.dropFirst())
    return bringsProgram ? .outer(name, arguments: arguments) : .command(name, arguments: arguments)
  }
}
