import Bytes
import Capabilities
import Kernel
import NamespaceValues
import Privs

// Something of the target could not be opened.

func targetIsZombie(_ process: ProcessID) -> Hint {
  Hint(
    "target-is-zombie",
    "process \(process.number) has ended and was not reaped yet (zombie): it has left its namespaces"
  )
}

/// There is nothing of that number: ENOENT, ESRCH.
func missingTargetHints(_ process: ProcessID, _ evidence: Evidence) -> [Hint] {
  if evidence.process.lacksProc == true { return [procIsNotMounted] }
  if evidence.process.numbersAreOfProc == false {
    return [
      Hint(
        "proc-of-others",
        "/proc shows another PID namespace, whose numbers differ; mount your own: mount -t proc proc /proc"
      )
    ]
  }
  let target = evidence.target
  if target.facts?.isZombie == true { return [targetIsZombie(process)] }
  switch target.exists {
  case .known(false):
    if evidence.process.isInFirstPIDNamespace == false {
      return [
        Hint(
          "no-such-process-here",
          "there is no process \(process.number) in this PID namespace; a PID that was seen outside of it is another in here"
        )
      ]
    }
    return [Hint("no-such-process", "there is no process \(process.number); it may have ended")]
  case .known(true) where target.directory.isAbsent && evidence.process.procHides == true:
    return [
      Hint(
        "proc-hides-others",
        "process \(process.number) exists, but /proc is mounted with hidepid and does not show it: be its user, or root"
      )
    ]
  default: return []
  }
}

var procIsNotMounted: Hint {
  Hint(
    "proc-not-mounted",
    "there is no proc(5) at /proc here: mount it first (mount -t proc proc /proc)")
}

/// The target may not be looked into, ptrace(2): EACCES, or EPERM of setns(2).
func closedTargetHints(_ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  let target = evidence.target
  guard let number = target.process?.number, let mayPtrace = evidence.process.has(.sysPtrace) else {
    return []
  }
  // The kernel asks for all three of each.
  let users = target.facts?.users.prefix(3) ?? []
  let groups = target.facts?.groups.prefix(3) ?? []
  let isOutside = evidence.process.isInFirstUserNamespace == false
  // Whose its files in /proc are, where not its own: of whom its memory is.
  let hides = target.user.flatMap { user in target.file.value.map { $0.user != user } } ?? false
  if mayPtrace {
    // Its ids are known in here, and those of its files are not: that it is in here is no contradiction.
    if isOutside, hides || target.membership(.user)?.isShared == true {
      return hides
        ? [
          Hint(
            "target-hides",
            "process \(number) is not dumpable, and its memory belongs to another user namespace: only CAP_SYS_PTRACE of that looks into it"
          )
        ] : []
    }
    return isOutside
      ? [targetIsOutside(number)]
      : [moduleHint("look into others", evidence) ?? outsideHint(evidence)].compactMap { $0 }
  }
  if trouble.callerUser == .root, evidence.process.cannotEverHave(.sysPtrace) == true {
    return [
      Hint(
        "root-without-sys-ptrace",
        "running as root, but CAP_SYS_PTRACE, which looking into process \(number) takes, is not in the bounding set"
      )
    ]
  }
  guard let user = target.user, let caller = trouble.callerUser else { return [] }
  if let place = users.firstIndex(where: { $0 != caller.number }) {
    // Whoever has no number in here.
    if isOutside, user.number == 65534 { return [targetIsOutside(number)] }
    let isOne = users.allSatisfy { $0 == user.number }
    let name: StaticString = place == 0 ? "real" : place == 1 ? "effective" : "saved"
    return [
      Hint(
        "target-of-other-user",
        isOne
          ? "process \(number) belongs to user \(user.number): entering its namespaces takes that user, or CAP_SYS_PTRACE (root)"
          : "the \(name) uid of process \(number) is \(users[place]), not \(caller.number): all of them must be, or it takes CAP_SYS_PTRACE (root)"
      )
    ]
  }
  if let group = trouble.callerGroup, let other = groups.first(where: { $0 != group.number }) {
    return [
      Hint(
        "target-of-other-group",
        "process \(number) runs as group \(other), this one as \(group.number): the group must be the same too, or be root"
      )
    ]
  }
  if hides {
    return [
      Hint(
        "target-hides",
        "process \(number) is not dumpable, as set-user-ID programs are not: only CAP_SYS_PTRACE (root) looks into it"
      )
    ]
  }
  if let theirs = target.userMap.value, let own = evidence.process.userMap.value, theirs != own {
    // From the first one all others are below; from another one the other may be beside it, and of the
    // same user.
    return [
      isOutside ? targetIsBeside(number) : userNamespaceOfOther(number, NamespaceChain(), evidence)
    ]
  }
  if let theirs = target.facts?.sets.permitted, let own = evidence.process.capabilities?.permitted,
    !theirs.subtracting(own).isEmpty
  {
    return [
      Hint(
        "target-has-more",
        "process \(number) has capabilities that this one lacks, so this one may not look into it: become root"
      )
    ]
  }
  return [moduleHint("look into others", evidence)].compactMap { $0 }
}

/// - Parameter chain: the user namespace and those above it, up to one's own, as far as known.
func userNamespaceOfOther(_ number: Int32, _ chain: NamespaceChain, _ evidence: Evidence) -> Hint {
  // Whoever made the outermost of them has all rights in those below it.
  guard let maker = chain.links.dropLast().last?.creator,
    evidence.process.maps(maker.number, .users) == true
  else {
    return Hint(
      "user-namespace-of-other",
      "process \(number) is in a user namespace that somebody else made: that user or root may enter it"
    )
  }
  let place: StaticString = chain.links.count > 2 ? "is below one that was" : "was"
  return Hint(
    "user-namespace-of-other",
    "its user namespace \(place) made by uid \(maker.number): that user or root may enter it"
  )
}

private func targetIsBeside(_ number: Int32) -> Hint {
  Hint(
    "target-in-outer-user-namespace",
    "process \(number) is in another user namespace, probably beside this one or outside of it, where capabilities of here do not count"
  )
}

func targetIsOutside(_ number: Int32) -> Hint {
  Hint(
    "target-in-outer-user-namespace",
    "process \(number) is in a user namespace outside of this one, where capabilities of here do not count"
  )
}
