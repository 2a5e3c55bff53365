import Kernel
import NamespaceValues

// A program that leads a process group of its own, as a part of the job that a shell made of this process.
//
// If it were in the group of this process the kernel would stop all of that when the program reads from the
// terminal in the background, or when somebody types Ctrl-Z; the shell would see it, and give the terminal to
// all of it when the job is to go on. As the program is in another group this process does it in the kernel's
// place. It alone decides about the terminal, by what it sees itself, and it takes it from no group but its own
// and the program's: nobody inside can have it do more than stop and be continued.

extension Executor {
  /// Whether stops of the program are those of a job, and who continues this process is told by a message.
  func followsJob(_ supervision: Supervision) -> Bool {
    supervision.isMadeLeader && terminal != nil
  }

  /// The process group that the program was made the leader of.
  private func programGroup(_ child: ProcessID, _ rules: SignalRules) -> ProcessID? {
    // Not the group that it is in now: that may be anybody's in this session.
    rules.place == .only ? child : leader
  }

  /// Gives the terminal to the group that the program has just been made the leader of, if it is still this job's:
  /// since this process looked, a shell that does not wait for the job may have taken it, and keeps it.
  mutating func handOver(to program: ProcessID) {
    leader = program
    if let terminal, terminal.isHeld {
      let isGiven = terminal.isOwn && giveTerminal(to: program)
      self.terminal?.isHeld = isGiven
    }
    // Always: the program waits by what was so at the fork, and may have been stopped, and continued in the
    // background, since.
    inbox?.answer()
  }

  /// Stops this process, and all of its group where the kernel would, when the program was stopped. It returns
  /// after that, or at once where there is no stop; the program is continued in `continueJob`.
  /// - Parameter signal: what stopped the program.
  mutating func stopJob(
    _ child: ProcessID, _ mode: ForkMode, _ rules: SignalRules, by signal: SignalNumber
  ) {
    // Continued by somebody else, and stopped once more.
    if awaitsContinue { return }
    let group = programGroup(child, rules)
    // As it is now: what an init says of it may be over by the time that it is heard.
    let isOwn = terminal?.isOwn ?? false
    let isPrograms = group != nil && terminal?.foregroundGroup == group
    let touchedTerminal = signal == .terminalInput || signal == .terminalOutput
    // The shell brought the job to the foreground before the program touched the terminal: it only has to get
    // that. Once it has, it cannot stop for this reason again, so this has an end.
    if touchedTerminal, isOwn, giveTerminal(to: group) {
      continueProgram(child, rules)
      return
    }
    // Anything else that stops it in the background is followed by nobody who might have to continue it by
    // himself, as in a script: D-73.
    var stopsGroup = SignalSet.ofJobControl.contains(signal)
    let isFollowed =
      touchedTerminal || (stopsGroup && (isOwn || isPrograms))
      || (isOwn || isPrograms || stopsGroup) && Calls.isOfJob
    if !isFollowed {
      if mode.manner == .shielded { return }
      stopsGroup = false
    }
    // The shell that takes the terminal now must find that of its job. In the background it is not touched.
    if isPrograms, !isOwn { try? terminal?.putInForeground(Calls.ownGroup) }
    terminal?.isHeld = false
    awaitsContinue = true
    if stopsGroup {
      // Others of a pipeline too, as the shell waits until all of them have stopped. Not by SIGSTOP: in a group
      // that nobody looks after the kernel stops nobody by this one, since nobody would continue him.
      takeDefault(signal, ofAll: true)
    } else {
      try? Calls.kill(Calls.ownProcess, .stop)
    }
  }

  /// Sends this process, or all of its group, a signal that stops, to which this process reacts as by default.
  func takeDefault(_ signal: SignalNumber, ofAll isForAll: Bool) {
    try? Calls.setDefaultAction(signal)
    // What was not read of a key becomes one with it: it stops this process once.
    try? isForAll ? Calls.kill(group: Calls.ownGroup, signal) : Calls.kill(Calls.ownProcess, signal)
    // It is delivered before sigprocmask(2) returns.
    try? Calls.unblock(signal)
    // From now on it is read again.
    if signal == .terminalStop { try? Calls.block(SignalSet([signal])) }
  }

  /// After this process was continued: continues the program, which gets the terminal where the shell gave it
  /// to the group of this process.
  /// - Returns: whether it was stopped with this process, and is continued now.
  mutating func continueJob(_ child: ProcessID, _ rules: SignalRules) -> Bool {
    guard awaitsContinue else { return false }
    awaitsContinue = false
    if terminal?.isOwn == true { _ = giveTerminal(to: programGroup(child, rules)) }
    continueProgram(child, rules)
    return true
  }

  /// After the program has ended, while others of its PID namespace are waited for: takes the terminal back, as
  /// the shell does, from the program's group alone. That may be empty soon, and the keys would reach nobody; who
  /// is left in it gets the terminal when it is stopped for want of it.
  func endJob() {
    guard let terminal, terminal.isHeld, let leader, terminal.foregroundGroup == leader else {
      return
    }
    try? terminal.putInForeground(Calls.ownGroup)
  }

  /// Gives the terminal, which the own process group has, to the program's.
  private mutating func giveTerminal(to group: ProcessID?) -> Bool {
    guard let group, let terminal else { return false }
    do throws(Errno) { try terminal.putInForeground(group) } catch { return false }
    self.terminal?.isHeld = true
    return true
  }

  /// Continues the program: whoever continued this process means it.
  func continueProgram(_ child: ProcessID, _ rules: SignalRules) {
    if rules.place == .only, rules.supervision.hasOwnGroup {
      try? Calls.kill(group: child, .continue)
    } else {
      try? Calls.kill(child, .continue)
    }
  }
}
