import Bytes
import Kernel
import NamespaceValues

// What a person who asked for it is told of each step, in the words of `--dry-run`, from the process
// that does it.

/// What is to be said of a step that did not fail, and was not simply done.
enum StepRemark {
  /// An earlier step had done it.
  case wasDone
  /// It was refused, which a later step judges.
  case leftToLaterStep(Errno)
  /// It was refused, which is no failure.
  case mayBeRefused(Errno)
  /// These are this process's own already.
  case isOwn(NamespaceSet)

  var text: ByteString {
    switch self {
    case .wasDone: "ok, was done before"
    case .leftToLaterStep(let errno): "refused (\(errno.text)), left to a later step"
    case .mayBeRefused(let errno): "refused (\(errno.text)), which is no failure"
    case .isOwn(let namespaces): "ok, but for what is this process's own: \(namespaces.describe())"
    }
  }
}

extension Executor {
  /// Does a step and says how it went.
  @inline(never)
  mutating func performExplained(_ step: LaunchStep) throws(LaunchFailure) {
    progress.remark = nil
    do throws(LaunchFailure) { try perform(step) } catch {
      say("\(step.describe()): failed")
      throw error
    }
    say("\(step.describe()): \(progress.remark?.text ?? "ok")")
  }

  /// Says how it went where that is no step of the plan.
  func explainOutcome(of text: ByteString, isDone: Bool) {
    if explain != nil { say("\(text): \(isDone ? "ok" : "failed" as StaticString)") }
  }

  /// Says how the program is started: the last that is said before it.
  func explainStart(of plan: LaunchPlan) {
    if explain != nil { say(plan.describeProgram()) }
  }

  /// Says which process became the child.
  func explainFork(_ mode: ForkMode, _ child: ProcessID) {
    if explain != nil { say("\(mode.describe()): ok, the child is process \(child.number)") }
  }

  /// The same, in the init.
  func explainInnerFork(_ supervision: Supervision, _ child: ProcessID) {
    if explain != nil {
      say("\(supervision.describeInit()): ok, the child is process \(child.number)")
    }
  }

  /// Says what the program's process waits for.
  func explainBlock(_ descriptor: Int32) {
    if explain != nil { say(StatusRequest.describeBlock(descriptor)) }
  }

  /// Says that this process waits.
  func explainWait(for mode: ForkMode) { if explain != nil { say(mode.describeWait()) } }

  private func say(_ text: ByteString) { explain?("\(actor): \(text)") }
}
