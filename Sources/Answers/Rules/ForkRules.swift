import Bytes
import Namespaces

// fork(2) was refused.

func forkHints(_ errno: Errno, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch errno {
  case .noMemory: return [memoryHint(trouble, evidence)].compactMap { $0 }
  case .tryAgain: return [processLimitHint(evidence)].compactMap { $0 }
  default: return []
  }
}

private func memoryHint(_ trouble: Trouble, _ evidence: Evidence) -> Hint? {
  let isElsewhere =
    trouble.entered.contains(.pid) || evidence.process.hasPendingPIDNamespace == true
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

private func processLimitHint(_ evidence: Evidence) -> Hint? {
  if let most = evidence.limits.mostTasks.number, let now = evidence.limits.tasks.number,
    now >= most
  {
    return Hint(
      "task-limit",
      "the control group of this process has as many tasks as it may have: pids.max is \(most)")
  }
  guard let most = evidence.limits.processes else { return nil }
  return Hint(
    "process-limit",
    "probably this user has all processes it may have: the limit is \(most) (RLIMIT_NPROC, ulimit -u)"
  )
}
