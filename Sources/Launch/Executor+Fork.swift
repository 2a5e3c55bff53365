import Bytes
import Kernel
import NamespaceValues

extension Executor {
  /// Forks; the child goes on to become the program, this process waits for it and ends as it
  /// did.
  mutating func runForked(_ plan: LaunchPlan, _ mode: ForkMode) throws(LaunchFailure) -> Int32 {
    try prepareSignals(mode)
    if mode.watchesParent { try watchParent() }
    terminal = Terminal.inForeground
    let finish = finish
    let child = try attempt(Fork.child(endingWith: finish) { liveAsChild(plan, mode) }) {
      .fork($0)
    }
    explainFork(mode, child)
    // They were opened for the child, and one is the caller's program.
    parent = nil
    files.program = nil
    if mode.forwardsSignals {
      Calls.forward(to: child)
      // What arrived since the fork is delivered now, to a handler that knows the child.
      try attempt(Calls.restoreMask()) { .restoreMask($0) }
    }
    do throws(LaunchFailure) { try perform(plan.persistence) } catch {
      // The program must not run on without what was asked for, and without a supervisor.
      Calls.forward(to: nil)
      if (try? Calls.kill(child, .kill)) != nil { _ = try? Calls.wait(for: child) }
      throw error
    }
    explainWait(for: mode)
    return switch mode.manner {
    case .shielded: try endLike(child)
    case .mirroring: try mirror(child, mode)
    }
  }

  /// Gives the child something by which it finds out whether this process has ended.
  mutating func watchParent() throws(LaunchFailure) {
    // Before the fork, so that the child cannot get hold of a stranger with the same id.
    // Comparing getppid(2) would not do: from inside a new PID namespace the parent is 0.
    do throws(Errno) { parent = try LifeWatch(on: Calls.ownProcess) } catch {
      if error.isExhaustion { throw .openOwnProcess(error) }
      // Neither does an older kernel or a filter make it do: a pipe of which only this process
      // keeps the other end says the same (docs/deviations.md D-55).
      try openLifeline(insteadOf: error)
    }
  }

  private mutating func openLifeline(insteadOf refused: Errno) throws(LaunchFailure) {
    do throws(Errno) {
      lifeline = try Lifeline { watch in parent = consume watch }
    } catch {
      throw .openOwnProcess(refused)
    }
  }

  /// A shielding process leaves the two signals of a terminal and of a supervisor to the child.
  /// With forwarding they are blocked around the fork: one that arrives before the child's id is
  /// known must wait, and the child must not run our handler.
  private func prepareSignals(_ mode: ForkMode) throws(LaunchFailure) {
    guard mode.blocksTermination else { return }
    try attempt(Calls.blockTermination()) { .blockTermination($0) }
    guard mode.forwardsSignals else { return }
    for signal in [SignalNumber.terminate, .interrupt] {
      try attempt(Calls.installForwarding(of: signal)) { .installForwarding(signal, $0) }
    }
  }

  /// The child's whole life, up to the program.
  private mutating func liveAsChild(_ plan: LaunchPlan, _ mode: ForkMode) -> Int32 {
    actor = "child"
    // The parent's end must be open in the parent alone: it is closed by its death.
    lifeline = nil
    // Dispositions before the mask: a pending signal must meet the program's own disposition.
    if mode.forwardsSignals { Calls.uninstallForwarding() }
    if mode.blocksTermination {
      do throws(Errno) { try Calls.restoreMask() } catch { return failed(.restoreMask(error)) }
    }
    return runChild(plan)
  }

  /// Waits for the child and ends in its manner: with its status, or by its signal.
  private func endLike(_ child: ProcessID) throws(LaunchFailure) -> Int32 {
    // Where nobody could continue this process, or sees it stop, it waits for the end alone.
    let isJob = terminal != nil && Calls.leadsJob
    let status = try attempt(
      isJob ? followToEnd(of: child, .shielded) : Self.waitForEnd(of: child), { .wait($0) })
    takeTerminalBack()
    switch status {
    case .exited(let status): return status
    case .killed(let signal): throw Self.dieBy(signal)
    }
  }

  private static func waitForEnd(of child: ProcessID) throws(Errno) -> ChildStatus {
    // Until it is reaped the child's id is its own; after that a signal could hit a stranger.
    do throws(Errno) { try Calls.waitUnreaped(for: child) } catch {
      if error.isRefusal { return try Calls.waitGuarded(for: child) }
      throw error
    }
    Calls.forward(to: nil)
    return try Calls.wait(for: child)
  }

  /// Ends this process by a signal. Returns only the failure to do so.
  static func dieBy(_ signal: SignalNumber) -> LaunchFailure {
    if signal != .kill {
      do throws(Errno) { try Calls.setDefaultAction(signal) } catch {
        return .setDefaultAction(error)
      }
    }
    do throws(Errno) { try Calls.unblock(signal) } catch { return .unblock(error) }
    // The child has left a core file if it could; one of the messenger would overwrite it.
    if signal.dumpsCore { try? Calls.forbidDumping() }
    try? Calls.kill(Calls.ownProcess, signal)
    // Init of a PID namespace does not die by its own signals.
    return .survivedSignal
  }

  /// Waits for the child, stops when it stops, and ends in its manner where that is possible.
  private func mirror(
    _ child: ProcessID, _ mode: ForkMode
  ) throws(LaunchFailure) -> Int32 {
    let status = try attempt(followToEnd(of: child, .mirroring)) { .wait($0) }
    takeTerminalBack()
    switch status {
    case .exited(let status): return status
    case .killed(let signal):
      // Our own handler would keep this process alive.
      if mode.forwardsSignals { Calls.uninstallForwarding() }
      // The child has left a core file if it could; one of the messenger would overwrite it.
      if signal.dumpsCore { try? Calls.forbidDumping() }
      // Neither unblocked nor reset: who runs this under nohup(1) relies on SIGHUP being ignored.
      try? Calls.kill(Calls.ownProcess, signal)
      return 1
    }
  }

  private func followToEnd(
    of child: ProcessID, _ manner: WaitingManner
  ) throws(Errno) -> ChildStatus {
    while true {
      let change: ChildChange
      do throws(Errno) { change = try Calls.waitForChange(of: child) } catch {
        if !error.isRefusal { throw error }
        if let status = try Calls.waitGuardedForChange(of: child) { return status }
        stop(with: child, manner)
        continue
      }
      if change == .ended { break }
      // A child that was continued in between is not followed into its stop: nobody would
      // continue this process.
      if try Calls.takeStop(of: child) { stop(with: child, manner) }
    }
    // Until it is reaped the child's id is its own; after that a signal could hit a stranger.
    Calls.forward(to: nil)
    return try Calls.wait(for: child)
  }

  private func stop(with child: ProcessID, _ manner: WaitingManner) {
    switch manner {
    case .shielded: if !stopAsJob(when: isInForeground(child)) { return }
    case .mirroring: try? Calls.kill(Calls.ownProcess, .stop)
    }
    // Whoever continued this process means the child.
    try? Calls.kill(child, .continue)
  }

  /// In the child: asks the kernel for a signal when the parent dies.
  mutating func dieWithParent(_ signal: SignalNumber) throws(LaunchFailure) {
    try attempt(Calls.setParentDeathSignal(signal)) { .dieWithParent($0) }
    // A parent that died before the call above will never send the signal.
    if try attempt(parent?.hasEnded(), { .pollParent($0) }) == true { throw .parentGone }
  }
}
