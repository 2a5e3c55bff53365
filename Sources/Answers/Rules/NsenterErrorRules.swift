import Bytes
import Kernel
import NamespaceValues
import Nsenter

/// nsenter did not begin to enter.
func nsenterErrorHints(_ error: NsenterError, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch error {
  case .process(let value): return targetValueHints(value)
  case .launch(let error): return launchOptionHints(error)
  case .unknownKind: return [kindNames]
  case .named(let error): return namedTargetHints(error, trouble, evidence)
  case .identify(let process, .noProcess):
    return [
      Hint(
        "target-replaced",
        "process \(process.number) of that inode number has ended; one that has its number now is another"
      )
    ]
  case .readUserNamespace(let process, let errno):
    if trouble.entry?.target == nil {
      let misplaced = misplacedWordHints(trouble, evidence)
      return misplaced.isEmpty ? [noTarget("--all means all namespaces")] : misplaced
    }
    return targetHints(process, errno, trouble, evidence)
  case .open(let path, let errno):
    guard let process = path.processInProc else {
      return namedFileHints(path, errno, trouble, evidence)
    }
    return targetHints(process, errno, trouble, evidence)
  case .openPidfile(let path, let errno):
    return path.processInProc.map { targetHints($0, errno, trouble, evidence) } ?? []
  case .openTarget(let process, let errno): return openTargetHints(process, errno, evidence)
  case .copySocket(_, let number, let errno):
    return copySocketHints(number, errno, trouble, evidence)
  case .socketNamespace(_, let errno): return socketNamespaceHints(errno, trouble)

  case .noTarget, .nothingSupplied:
    let misplaced = misplacedWordHints(trouble, evidence)
    if !misplaced.isEmpty { return misplaced }
    let kind = trouble.entry?.kindWithoutFile
    return [noTarget(kind.map { "\($0.optionName) without =FILE means that" } ?? "this means that")]
  case .noNamespace: return noNamespaceHints(trouble, evidence)

  case .noSuchNumber(_, let kind?):
    return [Hint("number-of-other-kind", "that is a \(kind.name) namespace")]
  case .noSuchNumber: return [namespaceIsNotHeld]
  case .openNamespaceID:
    guard let release = evidence.kernel.release else { return [] }
    return [
      KernelRelease(release) < KernelRelease(major: 6, minor: 18)
        ? Hint(
          "namespace-id-too-new",
          "this kernel has no ids of namespaces, which Linux 6.18 has: use -t PID, or --net=FILE")
        : namespaceIsNotHeld
    ]
  case .parentNamespace(.notPermitted):
    return [
      Hint(
        "parent-is-outside",
        "the parent of that user namespace is outside of what this process may see, or it is the first one and has none"
      )
    ]
  case .noCgroup2: return otherCgroupHints(evidence)
  case .cgroupProcesses(let errno): return joinCgroupHints(errno, evidence)
  default: return []
  }
}

private var namespaceIsNotHeld: Hint {
  Hint("namespace-not-held", "no process, descriptor or mount that you may look at has it")
}

/// Nothing of the target, or not allowed.
private func targetHints(
  _ process: ProcessID, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  switch errno {
  case .noEntry, .noProcess:
    let missing = missingTargetHints(process, evidence)
    guard missing.isEmpty, case .nsenter(.open(let path, _)) = trouble.failure else {
      return missing
    }
    for kind in evidence.kernel.missingKinds.kinds where path.afterLastSlash == kind.name {
      return [kernelLacks(NamespaceSet(kind))]
    }
    return []
  case .accessDenied, .notPermitted: return closedTargetHints(trouble, evidence)
  default: return []
  }
}

private func noTarget(_ what: ByteString) -> Hint {
  Hint("no-target", "\(what) of a process: add -t PID")
}

private func noNamespaceHints(_ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  let misplaced = misplacedWordHints(trouble, evidence)
  if !misplaced.isEmpty { return misplaced }
  guard let entry = trouble.entry else { return [] }
  if entry.entersAll {
    return evidence.process.lacksProc == true ? [procIsNotMounted] : []
  }
  return [
    Hint(
      "no-kind",
      "say what is to be entered: --all (-a), or kinds before the program, such as --net (-n) --mount (-m)"
    )
  ]
}

extension NsenterIntent {
  /// The first kind that was asked for without a file.
  fileprivate var kindWithoutFile: NamespaceKind? {
    namespaces.kinds.first { kind in !files.contains { $0.kind == kind } }
  }
}
