import Bytes
import Kernel
import NamespaceValues

extension Executor {
  /// Does what comes before the program of a plan, and starts none: shows whether it can be done here.
  ///
  /// What was made is gone when the processes that made it have ended, so only a child that does nothing
  /// else may rehearse. Nothing that stays may be in the plan: it binds nothing to files.
  /// - Parameter hasProc: whether proc(5) lies at /proc, so that it can be asked what came of unshare(2).
  /// - Returns: 0 where every step was done; otherwise why not has been reported.
  public mutating func rehearse(_ plan: LaunchPlan, hasProc: Bool) -> Int32 {
    do throws(LaunchFailure) {
      for step in plan.setup {
        guard hasProc, case .unshare(let namespaces) = step else {
          try perform(step)
          continue
        }
        let before = namespaces.kinds.map { Self.ownNamespace($0) }
        try perform(step)
        // A filter may answer 0 without doing it. What follows would then be done to the namespaces that the
        // caller is in: his mounts made private, a /proc put over his.
        for (kind, old) in zip(namespaces.kinds, before) {
          if let old, Self.ownNamespace(kind) == old { throw .unshare(.contradiction) }
        }
      }
      guard plan.fork != nil else {
        try perform(plan.runner)
        return 0
      }
      let child = try attempt(Fork.child(endingWith: finish) { rehearseChild(plan) }) { .fork($0) }
      return switch try attempt(Calls.wait(for: child), { .wait($0) }) {
      case .exited(let status): status
      case .killed(let signal): throw .helperKilled(signal)
      }
    } catch {
      dismissHelpers()
      return failed(error)
    }
  }

  /// What stands for the namespace that this process, or its next child, is in. Nil where it cannot be read,
  /// as that of a new PID namespace before it has a process.
  private static func ownNamespace(_ kind: NamespaceKind) -> ByteString? {
    try? FileLinks.text(of: "/proc/self/ns/\(kind.persistentName)")
  }

  private mutating func rehearseChild(_ plan: LaunchPlan) -> Int32 {
    do throws(LaunchFailure) {
      // It is the first process of a PID namespace, which dies with it. Where the call is refused the
      // steps that follow are short.
      try? Calls.setParentDeathSignal(.kill)
      try perform(plan.initial)
      try perform(plan.runner)
      return 0
    } catch {
      return failed(error)
    }
  }
}
