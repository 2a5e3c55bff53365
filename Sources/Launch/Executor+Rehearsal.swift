import Kernel
import Namespaces

extension Executor {
  /// Does what comes before the program of a plan, and starts none: shows whether it can be done here.
  ///
  /// What was made is gone when the processes that made it have ended, so only a child that does nothing
  /// else may rehearse. Nothing that stays may be in the plan: it binds nothing to files.
  /// - Returns: 0 where every step was done; otherwise why not has been reported.
  public mutating func rehearse(_ plan: LaunchPlan) -> Int32 {
    do throws(LaunchFailure) {
      try perform(plan.setup)
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

  private mutating func rehearseChild(_ plan: LaunchPlan) -> Int32 {
    do throws(LaunchFailure) {
      // It is the first process of a PID namespace, which dies with it. Where the call is refused the
      // steps that follow are short.
      try? Calls.setParentDeathSignal(.kill)
      try perform(plan.runner)
      return 0
    } catch {
      return failed(error)
    }
  }
}
