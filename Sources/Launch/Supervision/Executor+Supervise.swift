import Kernel
import NamespaceValues

// The process that was started, where the program is supervised.
//
// Signals are blocked before the fork and read as messages, signalfd(2): from then on none is lost, and one
// thread does both the signalling and the reaping, so no signal goes to a number that is somebody else's
// by now.

extension Executor {
  /// How many children, or signals, are seen to before the others get their turn: whoever makes orphans
  /// without end keeps no signal from the program, and whoever sends signals without end no status from us.
  static var turn: Int { 64 }

  /// Forks; the child, or the child's child, goes on to become the program. This process passes signals
  /// on, reaps, and ends as the program did.
  mutating func runSupervised(
    _ plan: LaunchPlan, _ mode: ForkMode, _ supervision: Supervision
  ) throws(LaunchFailure) -> Int32 {
    note(mode.describe())
    let ignored = Calls.ignoredSignals
    let forwarded = supervision.signals.signals(ignored: ignored)
    var blocked = forwarded
    blocked.insert(.childEnded)
    // The stop of this process comes from the program's, so that it comes once.
    if !ignored.contains(.terminalStop) { blocked.insert(.terminalStop) }
    if mode.manner == .shielded {
      blocked.insert(.interrupt)
      blocked.insert(.terminate)
    }
    // In the background too: a shell may bring it to the foreground, and the keys come then.
    terminal = .controlling(or: files.terminal)
    // It continues this process all the same, and is read afterwards.
    let followsJob = followsJob(supervision)
    // Who has no stream there gets it when he asks: the script that goes on without him may be asking too.
    if followsJob, files.terminal != nil { terminal?.isHeld = false }
    if followsJob || supervision.hasInit { blocked.insert(.continue) }
    try attempt(Calls.blockRemembering(blocked)) { .blockTermination($0) }
    inbox = try attempt(SupervisorInbox(of: blocked)) { .signalQueue($0) }
    if supervision.hasInit || followsJob {
      try attempt(inbox?.openChannel(knowsSenders: followsJob)) { .channel($0) }
    }
    if mode.watchesParent { try watchParent() }
    if let status { try openGate(status) }

    let finish = finish
    let child = try attempt(
      Fork.child(endingWith: finish) {
        supervision.hasInit
          ? liveAsInit(plan, mode, supervision, forwarded, blocked)
          : liveSupervised(plan)
      }
    ) { .fork($0) }
    // Not before: what comes in between comes to this process alone.
    let missed = Calls.pendingSignals
    explainFork(mode, child)
    // They were opened for the child, and one is the caller's program.
    parent = nil
    files.program = nil
    inbox?.becomeOuter()
    status?.becomeOuter(hasInit: supervision.hasInit)
    // Both do it, for either may be first. When the program has been started it is too late for that,
    // and done. A program that starts a session does so itself; its init leaves this group all the same.
    if supervision.hasInit ? supervision.hasOwnGroup : supervision.isMadeLeader {
      try? Calls.leadGroup(child)
    }
    var rules = SignalRules(
      place: supervision.hasInit ? .outer : .only, own: Calls.ownProcess,
      supervision: supervision, forwarded: forwarded, leadsSession: Calls.leadsSession,
      missed: missed)
    let result: ChildStatus
    do throws(LaunchFailure) {
      try perform(plan.persistence)
      explainWait(for: mode)
      result = try supervise(child, mode, &rules)
    } catch {
      // The program must not run on without what was asked for, and without a supervisor. It was not
      // reaped: nothing fails after that.
      if (try? Calls.kill(child, .kill)) != nil { _ = try? Calls.wait(for: child) }
      throw error
    }
    takeTerminalBack()
    if let status { tellEnd(result, status) }
    switch result {
    case .exited(let status): return status
    case .killed(let signal): return try end(by: signal, mode)
    }
  }

  /// The child's whole life, up to the program. What was blocked is let in last, in `execute`.
  mutating func liveSupervised(_ plan: LaunchPlan) -> Int32 {
    actor = "child"
    // The parent's end must be open in the parent alone: it is closed by its death.
    lifeline = nil
    status?.becomeInner(isInit: false)
    return runChild(plan)
  }

  /// Passes signals on and reaps until the child has ended.
  private mutating func supervise(
    _ child: ProcessID, _ mode: ForkMode, _ rules: inout SignalRules
  ) throws(LaunchFailure) -> ChildStatus {
    var said: ChildStatus?
    while true {
      var turn = Self.turn
      // Before waiting: one SIGCHLD may stand for many children, and may have come before.
      while turn > 0, let event = try attempt(Calls.nextChildEvent(), { .wait($0) }) {
        turn -= 1
        let isChild = event.process == child
        if let signal = event.stop {
          // The program's stop is the init's to tell.
          if try attempt(event.takeStop(), { .wait($0) }), isChild, rules.place == .only {
            if followsJob(rules.supervision) {
              stopJob(child, mode, rules, by: signal)
            } else {
              follow(child, mode, rules, by: signal, isForeground: isInForeground(child))
            }
          }
          continue
        }
        guard isChild else {
          _ = try attempt(event.reap()) { .wait($0) }
          continue
        }
        // All that was said before the end, while the numbers are still those processes' own.
        if let status { try take(status, of: child) }
        while let record = inbox?.nextRecord() {
          if case .ended(let status) = record { said = status }
        }
        let status = try attempt(event.reap()) { .wait($0) }
        // Without a word the init was killed, or failed and said why.
        return said ?? status
      }
      if let status { try take(status, of: child) }
      // Who is not seen to yet is not waited for.
      if turn > 0 {
        inbox?.wait(orAt: status?.gate?.number ?? -1, orForRoomIn: status?.waitingNumber ?? -1)
      }
      while let record = inbox?.nextRecord() {
        switch record {
        case .ended(let status): said = status
        case .leads(let program): if leader == nil { handOver(to: program) }
        case .othersRemain:
          endJob()
          rules.programHasEnded = true
        case .stopped(let signal, let isForeground):
          if followsJob(rules.supervision) {
            stopJob(child, mode, rules, by: signal)
          } else {
            let isOurs = terminal?.isOwn ?? false
            follow(child, mode, rules, by: signal, isForeground: isForeground || isOurs)
          }
        }
      }
      turn = Self.turn
      while turn > 0, let received = try attempt(inbox?.nextSignal(), { .wait($0) }) {
        turn -= 1
        if received.signal == .terminalStop { hasStopKey = true }
        if received.signal == .continue { hasStopKey = false }
        // Once is enough where it is passed on too.
        if received.signal == .continue, continueJob(child, rules) { continue }
        pass(received, to: child, by: rules)
      }
      rules.missed = .none
    }
  }

  /// Stops with the program, and continues it afterwards.
  private mutating func follow(
    _ child: ProcessID, _ mode: ForkMode, _ rules: SignalRules, by signal: SignalNumber,
    isForeground: Bool
  ) {
    let pending = Calls.pendingSignals
    switch mode.manner {
    case .shielded:
      if isForeground, pending.contains(.continue) {
        // What an init says of a stop is heard only now by a process that the kernel stopped too, as for a read from
        // the terminal in the background, and fg continued: that is over.
        break
      }
      if terminal == nil || !stopAsJob(when: isForeground) {
        guard hasStopKey || pending.contains(.terminalStop),
          isForeground || signal == .terminalStop || rules.supervision.startsSession
        else { return }
        // The key stopped all of the group, and would have stopped this process: somebody in it may wait until
        // it has, as sudo(8) does. So would the same signal from somebody, as by the shell's `kill -TSTP %1`: fg
        // continues only what has stopped. The kernel stops nobody by this where nobody would continue him.
        hasStopKey = false
        takeDefault(.terminalStop, ofAll: false)
      }
    case .mirroring: stopKeepingForeground(when: isForeground)
    }
    // Whoever continued this process means the program. The signal for that waits in the inbox, if it is one
    // that is passed on: once is enough.
    if !rules.forwarded.contains(.continue) { continueProgram(child, rules) }
  }

  /// Passes a signal on. The program may have become somebody whom this process may not signal.
  func pass(_ received: ReceivedSignal, to child: ProcessID, by rules: SignalRules) {
    if received.signal == .childEnded { return }
    switch rules.route(of: received) {
    case .nowhere: break
    case .stop: takeDefault(.terminalStop, ofAll: false)
    case .child(let signal): try? Calls.kill(child, signal)
    case .childWithValue(let signal, let value): try? Calls.queue(signal, value, to: child)
    case .group(let signal):
      try? Calls.kill(group: child, signal)
      // It may have left the group that it was made the leader of.
      if Calls.group(of: child) != child { try? Calls.kill(child, signal) }
    }
  }

  /// Ends this process by the signal that ended the program; where it survives, being the init of a
  /// PID namespace, with the status that shells have for it.
  private func end(by signal: SignalNumber, _ mode: ForkMode) throws(LaunchFailure) -> Int32 {
    switch mode.manner {
    case .shielded:
      let failure = Self.dieBy(signal)
      if failure != .survivedSignal { throw failure }
    case .mirroring:
      try attempt(Calls.restoreMask()) { .restoreMask($0) }
      if signal.dumpsCore { try? Calls.forbidDumping() }
      // Not reset: who runs this under nohup(1) relies on SIGHUP being ignored.
      try? Calls.kill(Calls.ownProcess, signal)
    }
    return 128 + signal.number
  }
}
