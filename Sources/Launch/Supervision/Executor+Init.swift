import Bytes
import Kernel
import NamespaceValues

// The init of a new PID namespace, between the process that was started and the program.

extension Executor {
  /// The init's whole life. It prepares what is inside, so that its root and working directory are those
  /// of the program, forks that, and reaps.
  ///
  /// It keeps the rights it has, whatever the program gives up: the parent death signal is lost with a
  /// change of ids and with a set-user-id program, and the end of this process is the end of all.
  mutating func liveAsInit(
    _ plan: LaunchPlan, _ mode: ForkMode, _ supervision: Supervision, _ forwarded: SignalSet,
    _ outerBlocked: SignalSet
  ) -> Int32 {
    actor = "init"
    lifeline = nil
    status?.becomeInner(isInit: true)
    OwnExecutable.setProcessName("ns-init")
    do throws(LaunchFailure) {
      // Where a filter answered unshare(2) and made nothing, "everybody" would be the machine.
      if Calls.ownProcess.number != 1 { throw .unshare(.contradiction) }
      var forwarded = forwarded
      // What the kernel sends when the outer process dies is for the program.
      if let signal = plan.deathSignal { forwarded.insert(signal) }
      var blocked = outerBlocked.union(forwarded)
      blocked.insert(.continue)
      // Out of the foreground a message of ours would stop this process, which as PID 1 cannot be stopped
      // and would try again for ever.
      blocked.insert(.terminalOutput)
      // The mask to give back is the one that the outer process remembered.
      try attempt(Calls.block(blocked)) { .blockTermination($0) }
      try attempt(inbox?.becomeInner(receiving: blocked)) { .signalQueue($0) }
      // Who signals the whole group of the outer process means the program, once: what reached both of us
      // before we parted is still pending here when that one passes it on, and becomes one with it.
      if supervision.hasOwnGroup { try? Calls.leadGroup(Calls.ownProcess) }
      try perform(plan.initial)
      // Inside, /proc/1/environ would show what the program is not to see.
      if case .only(let names) = plan.environment {
        try attempt(keep(names, erasingOthers: true)) { .setEnvironment($0) }
      }
      // Nothing of the launch is open in a process that those inside can look at.
      closeLaunchFiles()

      let finish = finish
      note(supervision.describeInit())
      let child = try attempt(Fork.child(endingWith: finish) { liveSupervised(plan) }) {
        .fork($0)
      }
      let missed = Calls.pendingSignals
      status?.closeGate()
      explainInnerFork(supervision, child)
      if supervision.isMadeLeader { try? Calls.leadGroup(child) }
      // Else it stays in the group of the outer process, although that is one that gets a group's signals
      // more: as the program's parent in another group of the session it would make the outer group look
      // looked after until the program ends, and then the kernel sends SIGHUP to all of it where anybody
      // in it is stopped, setpgid(2).
      let rules = SignalRules(
        place: .inner, own: Calls.ownProcess, supervision: supervision, forwarded: forwarded,
        missed: missed)
      let status = try attempt(superviseInside(child, rules)) { .wait($0) }
      inbox?.tell(.ended(status))
      return switch status {
      case .exited(let status): status
      case .killed(let signal): 128 + signal.number
      }
    } catch {
      return failed(error)
    }
  }

  /// Passes signals on and reaps, until the program has ended, or everybody.
  private mutating func superviseInside(
    _ child: ProcessID, _ before: SignalRules
  ) throws(Errno) -> ChildStatus {
    var rules = before
    var result: ChildStatus?
    while true {
      var turn = Self.turn
      do throws(Errno) {
        while turn > 0, let event = try Calls.nextChildEvent() {
          turn -= 1
          let isProgram = event.process == child && result == nil
          if let signal = event.stop {
            // Who is left in the program's group may be without the terminal, which is for the outer process
            // to give.
            let isLeft =
              result != nil && rules.supervision.leadsGroup
              && (signal == .terminalInput || signal == .terminalOutput)
            if try event.takeStop(), isProgram || isLeft {
              let isForeground = hasTerminal(child)
              inbox?.tell(.stopped(signal, isForeground: isForeground))
            }
            continue
          }
          let status = try event.reap()
          guard isProgram else { continue }
          if !rules.supervision.waitsForAll { return status }
          result = status
          inbox?.tell(.othersRemain)
          // A key that ended the program was for nobody else.
          var keys = Self.turn
          while keys > 0, let received = try inbox?.nextSignal() {
            keys -= 1
            passToEverybody(received, by: rules)
          }
          rules.programHasEnded = true
        }
      } catch {
        // Nobody is left. All orphans of the namespace come to its init.
        if let result, error == .noChild { return result }
        throw error
      }
      if turn > 0 { inbox?.wait() }
      turn = Self.turn
      while turn > 0, let received = try inbox?.nextSignal() {
        turn -= 1
        if result == nil {
          pass(received, to: child, by: rules)
        } else {
          passToEverybody(received, by: rules)
        }
      }
      rules.missed = .none
    }
  }

  /// Whether the program's process group is in the foreground, in the numbers of this PID namespace.
  private func hasTerminal(_ child: ProcessID) -> Bool {
    guard let group = terminal?.foregroundGroup, group.number > 0 else { return false }
    return group == Calls.group(of: child)
  }

  /// Passes a signal on when the program has ended and others go on: nobody of them is known by number.
  private func passToEverybody(_ received: ReceivedSignal, by rules: SignalRules) {
    if received.signal == .childEnded { return }
    switch rules.route(of: received) {
    case .nowhere, .stop: break
    case .child(let signal), .childWithValue(let signal, _), .group(let signal):
      try? Calls.killEverybody(signal)
    }
  }
}
