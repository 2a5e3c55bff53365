import Bytes
import Capabilities
import NamespaceValues

// fork(2) was refused.

func forkHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch errno {
  case .noMemory: return [memoryHint(trouble, evidence)].compactMap { $0 }
  case .tryAgain: return [processLimitHint(trouble, evidence)].compactMap { $0 }
  default: return []
  }
}

private func memoryHint(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  // One that was just made has had no process yet, which could have ended.
  let isElsewhere =
    !trouble.created.contains(.pid)
    && (trouble.entered.contains(.pid) || evidence.process.hasPendingPIDNamespace == true)
  if isElsewhere, evidence.limits.isShortOfMemory != true {
    return Hint(
      "dead-init",
      "the first process of this PID namespace has ended, and so has the namespace: nothing can be started in it any more"
    )
  }
  // Whether the namespace is dead cannot always be seen.
  guard evidence.limits.isShortOfMemory ?? (evidence.process.hasPendingPIDNamespace == false) else {
    return nil
  }
  return Hint(
    "out-of-memory", "this machine, or the control group of this process, has no memory left")
}

private func processLimitHint(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  if let most = evidence.limits.mostTasks.number, let now = evidence.limits.tasks.number,
    now >= most
  {
    let whose: StaticString =
      evidence.limits.areTasksOfOuterGroup ? "a control group above that" : "the control group"
    return Hint(
      "task-limit",
      "\(whose) of this process has as many tasks as it may have: pids.max is \(most)")
  }
  guard let most = evidence.limits.processes, !mayExceedProcessLimit(trouble, evidence.process)
  else { return nil }
  return Hint(
    "process-limit",
    "possibly this user has all processes it may have: the limit is \(most) (RLIMIT_NPROC, ulimit -u)"
  )
}

/// Whether RLIMIT_NPROC is perhaps not for this process: user 0 of the machine has no such limit,
/// whatever it is called in here, nor has who may administer the machine.
private func mayExceedProcessLimit(_ trouble: Trouble, _ process: ProcessEvidence) -> Bool {
  switch process.isInFirstUserNamespace {
  case nil: return true
  case true:
    return trouble.callerUser == .root || process.has(.sysAdmin) != false
      || process.has(.sysResource) != false
  case false:
    guard let map = process.userMap.value else { return true }
    return trouble.callerUser == .root
      && IDMapping.parse(map: map[...]).contains { $0.inner == 0 && $0.outer == 0 }
  }
}
