import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Privs
import Survey

// setns(2) was refused.

/// Namespaces of the target were to be entered, all of them or none.
func enterTargetHints(
  _ kinds: NamespaceSet, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if let filter = filterHint(of: .setns, errno, evidence) { return [filter] }
  guard let process = evidence.target.process else { return [] }
  switch errno {
  case .noProcess:
    if evidence.target.facts?.isZombie == true { return [targetIsZombie(process)] }
    return [
      Hint(
        "target-ended",
        "process \(process.number) has ended meanwhile, and has left its namespaces"
      )
    ]
  case .invalidArgument: return invalidEntry(kinds, process, evidence)
  case .notPermitted: return refusedEntry(kinds, process, trouble, evidence)
  default: return []
  }
}

private func invalidEntry(
  _ kinds: NamespaceSet, _ process: ProcessID, _ evidence: Evidence
) -> [Hint] {
  let target = evidence.target
  if kinds.contains(.user), target.membership(.user)?.isShared == true {
    return [ownUserNamespace]
  }
  if kinds.contains(.pid), let pid = target.membership(.pid)?.namespace.value,
    pid.isBelow(evidence.process.pidNamespace) == false
  {
    return [pidNamespaceIsNotBelow]
  }
  return []
}

private var ownUserNamespace: Hint {
  Hint(
    "user-namespace-is-own",
    "that is the user namespace this process is in already, which cannot be entered again: leave --user out"
  )
}

private var pidNamespaceIsNotBelow: Hint {
  Hint(
    "pid-namespace-not-below",
    "that PID namespace is not below the one of this process, and no other can be entered: leave --pid out"
  )
}

private func refusedEntry(
  _ kinds: NamespaceSet, _ process: ProcessID, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  let target = evidence.target
  let number = process.number
  if target.isClosed { return closedTargetHints(trouble, evidence) }
  if target.directory.isAbsent { return missingTargetHints(process, evidence) }
  guard let entrant = evidence.entrant(trouble), let user = target.membership(.user) else {
    return []
  }
  // Of a shared one nothing was asked.
  let companion =
    user.isShared == true
    ? NamespaceChain([.init(entrant.userNamespace, madeBy: nil)])
    : user.namespace.value?.owner ?? NamespaceChain()
  if user.isShared == false, let outermost = companion.links.last {
    if outermost.number != entrant.userNamespace { return [targetIsOutside(number)] }
    if EntryAccess(EntryTarget(.user, owner: companion, companion: companion), by: entrant)
      == .refused(.owner)
    {
      // Who has all but the capability is no stranger.
      return [
        trouble.callerUser == .root
          ? missingEntryAdministration("process \(number)", kinds, trouble, evidence)
          : userNamespaceOfOther(number, companion, evidence)
      ]
    }
  }
  let sorted = sort(kinds, companion, entrant, target)
  let (strange, others) = (sorted.strange, sorted.others)
  if !entrant.isAdministrator {
    guard let isShared = user.isShared, !companion.links.isEmpty else { return [] }
    if isShared {
      return [missingEntryAdministration("process \(number)", kinds, trouble, evidence)]
    }
  }
  if sorted.lacksChangeRoot { return [missingChroot(evidence)] }
  // Without --user no other one can be entered; with it, it is in the one call with them.
  let asksUser = kinds.contains(.user)
  if strange.isEmpty {
    if entrant.isAdministrator { return [refusedAdministrator(evidence)].compactMap { $0 } }
    if !asksUser, !others.isEmpty {
      return [
        Hint(
          "enter-user-too",
          "process \(number) is in a user namespace of its own, which gives the rights for the others: add --user (-U)"
        )
      ]
    }
    return [moduleHint("enter namespaces", evidence)].compactMap { $0 }
  }
  if trouble.entry?.entersAll == true {
    let list = strange.kinds.map { kind -> ByteString in "\(kind.name)" }.joined(by: ",")
    return [
      Hint(
        "kind-of-other-owner",
        "its \(list) belongs to user namespace \(sorted.stranger), not to the container; --except \(list) leaves it out"
      )
    ]
  }
  let rest = asksUser || others.isEmpty ? others.letters : others.union(.user).letters
  return [
    Hint(
      "kind-of-other-owner",
      others.isEmpty
        ? "its \(strange.names) belongs to a user namespace over which there are no rights: root may enter it"
        : "its \(strange.names) belongs to a user namespace over which there are no rights; enter the others only: \(rest)"
    )
  ]
}

/// What the table of `EntryAccess` says of namespaces of a target.
private struct SortedKinds {
  /// They belong to somebody else.
  var strange: NamespaceSet = []
  /// The user namespace of the first of them.
  var stranger: UInt64 = 0
  /// They are in nobody's way, as far as is known.
  var others: NamespaceSet = []
  var lacksChangeRoot = false
}

private func sort(
  _ kinds: NamespaceSet, _ companion: NamespaceChain, _ entrant: Entrant, _ target: TargetEvidence
) -> SortedKinds {
  var sorted = SortedKinds()
  // One that is shared is not in the way: it is left out.
  for membership in target.namespaces
  where kinds.contains(membership.kind) && membership.isShared != true {
    let kind = NamespaceSet(membership.kind)
    if let owner = membership.namespace.value?.owner, let first = owner.links.first {
      let asked = EntryTarget(membership.kind, owner: owner, companion: companion)
      switch EntryAccess(asked, by: entrant) {
      case .refused(.owner):
        if sorted.strange.isEmpty { sorted.stranger = first.number }
        sorted.strange.formUnion(kind)
        continue
      case .refused(.changeRoot): sorted.lacksChangeRoot = true
      default: break
      }
    }
    sorted.others.formUnion(kind)
  }
  return sorted
}

extension Evidence {
  /// This process as the table of `EntryAccess` asks for it; nil where it is not known.
  func entrant(_ trouble: Trouble) -> Entrant? {
    guard let held = process.capabilities?.effective,
      let number = process.userNamespace.value.flatMap({ bracketedNumber($0.bytes) })
    else { return nil }
    // In a user namespace that was entered it has another number than the caller had.
    let users = process.status.value.map { ProcessStatus($0).users } ?? []
    guard let user = users.count > 1 ? UserID(users[1]) : trouble.callerUser else { return nil }
    return Entrant(
      user: user, userNamespace: number, isAdministrator: held.contains(.sysAdmin),
      mayChangeRoot: held.contains(.sysChroot))
  }
}

/// The namespace of a file was to be entered.
func enterFileHints(
  _ kind: NamespaceKind, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if let filter = filterHint(of: .setns, errno, evidence) { return [filter] }
  let file = evidence.file
  guard let path = file.path else {
    // The target's own, by its file: on older kernels, and those of its children.
    return enterTargetHints(NamespaceSet(kind), errno, trouble, evidence)
  }
  switch errno {
  case .invalidArgument:
    if file.isNamespace == false {
      return [
        Hint(
          "file-is-no-namespace",
          "\(path.shortened) is no namespace; it may have been one until it was unmounted (umount, ip netns delete, reboot)"
        )
      ]
    }
    guard let found = file.namespace.value else { return [] }
    if let other = found.kind, other != kind {
      return [
        Hint(
          "file-is-other-kind",
          "\(path.shortened) is a \(other.name) namespace, not a \(kind.name) one: write \(other.optionName)=\(path.shortened)"
        )
      ]
    }
    if kind == .user, evidence.process.userNamespace.isNumber(found.number) == true {
      return [ownUserNamespace]
    }
    return kind == .pid && found.isBelow(evidence.process.pidNamespace) == false
      ? [pidNamespaceIsNotBelow] : []
  case .notPermitted:
    guard let entrant = evidence.entrant(trouble) else { return [] }
    let owner = file.namespace.value?.owner ?? NamespaceChain()
    let access = EntryAccess(EntryTarget(kind, owner: owner, companion: owner), by: entrant)
    if access == .refused(.changeRoot) { return [missingChroot(evidence)] }
    if entrant.isAdministrator { return [refusedAdministrator(evidence)].compactMap { $0 } }
    guard let first = owner.links.first else { return [] }
    if first.number != entrant.userNamespace, kind != .user, !trouble.entered.contains(.user) {
      let name: ByteString = "\(path.shortened) belongs to user namespace \(first.number)"
      return [
        Hint(
          "file-of-other-owner",
          access == .withUser
            ? "\(name); enter that too: -t PID --user, with a process that is in it"
            : "\(name), over which there are no rights: root may enter it")
      ]
    }
    return [missingEntryAdministration(path.shortened, NamespaceSet(kind), trouble, evidence)]
  default: return []
  }
}

private func missingEntryAdministration(
  _ what: ByteString, _ kinds: NamespaceSet, _ trouble: Trouble, _ evidence: Evidence
) -> Hint {
  if trouble.callerUser == .root, evidence.process.cannotEverHave(.sysAdmin) == true {
    return rootLacksAdministration
  }
  return Hint(
    "entry-needs-sys-admin",
    "entering \(kinds.names) namespaces (\(what)) needs CAP_SYS_ADMIN in the user namespace that owns them: \(trouble.runAsRoot)"
  )
}

/// Whoever has all that the table asks for.
private func refusedAdministrator(_ evidence: Evidence) -> Hint? {
  // Whoever is inside of another may lack rights over what is outside of it.
  guard evidence.process.isInFirstUserNamespace == true else { return nil }
  return moduleHint("enter namespaces", evidence) ?? outsideHint(evidence)
}

private func missingChroot(_ evidence: Evidence) -> Hint {
  let isGone = evidence.process.cannotEverHave(.sysChroot) == true
  return Hint(
    "entry-needs-sys-chroot",
    "entering a mount namespace needs CAP_SYS_CHROOT too\(isGone ? ", which is not in the bounding set here" : "" as StaticString)"
  )
}

extension NamespaceSet {
  fileprivate var letters: ByteString { kinds.map { $0.optionLetter }.joined(by: " ") }
}
