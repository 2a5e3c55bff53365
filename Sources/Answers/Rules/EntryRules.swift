import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Privs

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
  guard let isAdministrator = evidence.process.has(.sysAdmin), let user = target.membership(.user)
  else { return [] }
  if isAdministrator {
    return [refusedAdministrator(kinds, evidence)].compactMap { $0 }
  }
  guard user.isShared == false, let namespace = user.namespace.value else {
    return user.isShared == true
      ? [missingEntryAdministration("process \(number)", kinds, trouble, evidence)] : []
  }
  guard let isBelow = namespace.isBelow(evidence.process.userNamespace) else { return [] }
  if !isBelow { return [targetIsOutside(number)] }
  // Those above the target's, as far as the caller has all rights over them.
  var ruled = [namespace.number]
  for number in namespace.ancestors {
    if evidence.process.userNamespace.isNumber(number) != false { break }
    ruled.append(number)
  }
  var (strange, others): (NamespaceSet, NamespaceSet) = ([], [])
  var stranger: UInt64?
  for membership in target.namespaces where kinds.contains(membership.kind) {
    let kind = NamespaceSet(membership.kind)
    // One that is shared is not in the way: it is left out.
    if membership.isShared == true { continue }
    if membership.kind != .user, let owner = membership.namespace.value?.owner,
      !ruled.contains(owner)
    {
      strange.formUnion(kind)
      stranger = stranger ?? owner
    } else {
      others.formUnion(kind)
    }
  }
  // Without --user no other one can be entered; with it, it is in the one call with them.
  let asksUser = kinds.contains(.user)
  let rest = asksUser || others.isEmpty ? others.letters : others.union(.user).letters
  // Whoever made the outermost of them has all rights in those below it: who made the innermost says
  // nothing where there is one between.
  if let caller = trouble.callerUser, let creator = namespace.creator, creator != caller,
    namespace.ancestors.first.map({ evidence.process.userNamespace.isNumber($0) == true }) == true
  {
    return [userNamespaceOfOther(number)]
  }
  if strange.isEmpty, !asksUser, !others.isEmpty {
    return [
      Hint(
        "enter-user-too",
        "process \(number) is in a user namespace of its own, which gives the rights for the others: add --user (-U)"
      )
    ]
  }
  if strange.isEmpty { return [moduleHint("enter namespaces", evidence)].compactMap { $0 } }
  if trouble.entry?.entersAll == true, let stranger {
    let list = strange.kinds.map { kind -> ByteString in "\(kind.name)" }.joined(by: ",")
    return [
      Hint(
        "kind-of-other-owner",
        "its \(list) belongs to user namespace \(stranger), not to the container; --except \(list) leaves it out"
      )
    ]
  }
  return [
    Hint(
      "kind-of-other-owner",
      others.isEmpty
        ? "its \(strange.names) belongs to a user namespace over which there are no rights: root may enter it"
        : "its \(strange.names) belongs to a user namespace over which there are no rights; enter the others only: \(rest)"
    )
  ]
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
    guard let isAdministrator = evidence.process.has(.sysAdmin) else { return [] }
    if isAdministrator {
      return [refusedAdministrator(NamespaceSet(kind), evidence)].compactMap { $0 }
    }
    guard let found = file.namespace.value else { return [] }
    let owner = kind == .user ? found.number : found.owner
    if let owner, evidence.process.userNamespace.isNumber(owner) == false, kind != .user,
      !trouble.entered.contains(.user)
    {
      return [
        Hint(
          "file-of-other-owner",
          "\(path.shortened) belongs to user namespace \(owner); enter that too: -t PID --user, with a process that is in it"
        )
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

/// Whoever has the one capability that entering always takes.
private func refusedAdministrator(_ kinds: NamespaceSet, _ evidence: Evidence) -> Hint? {
  if kinds.contains(.mount), evidence.process.has(.sysChroot) != true {
    return missingChroot(evidence)
  }
  // Whoever is inside of another may lack rights over what is outside of it.
  guard evidence.process.isInFirstUserNamespace == true else { return nil }
  return moduleHint("enter namespaces", evidence) ?? outsideHint(evidence)
}

private func missingChroot(_ evidence: Evidence) -> Hint? {
  guard evidence.process.has(.sysChroot) == false else { return nil }
  let isGone = evidence.process.cannotEverHave(.sysChroot) == true
  return Hint(
    "entry-needs-sys-chroot",
    "entering a mount namespace needs CAP_SYS_CHROOT too\(isGone ? ", which is not in the bounding set here" : "" as StaticString)"
  )
}

extension NamespaceLook {
  /// Whether it is the namespace that a link names, or below it; nil where that is not known.
  fileprivate func isBelow(_ link: Answer<ByteString>) -> Bool? {
    guard link.value != nil else { return nil }
    return ([number] + ancestors).contains { link.isNumber($0) == true }
  }
}

extension NamespaceSet {
  fileprivate var letters: ByteString { kinds.map { $0.optionLetter }.joined(by: " ") }
}
