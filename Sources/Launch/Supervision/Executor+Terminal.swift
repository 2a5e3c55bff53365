import Kernel
import NamespaceValues

// The controlling terminal, and what becomes of it.

extension Executor {
  /// Puts the own process group into the foreground again where the terminal was left to a group without
  /// members: a shell inside a PID namespace cannot name the group that it would have to give the terminal
  /// back to, and nobody can read from it any more. It is never taken from a group that lives, but for that which
  /// this process gave it to itself: a shell takes it from what is left of a job too, and a script that goes on
  /// could not read from it. Nor is it taken where this process did not have it: the shell whose job has just ended
  /// takes it by itself.
  ///
  /// Errors are ignored: nothing that was asked for depends on it.
  func takeTerminalBack() {
    guard let terminal, terminal.isHeld, let group = terminal.foregroundGroup, group.number > 0
    else { return }
    let own = Calls.ownGroup
    if group != own, group == leader || Calls.isEmpty(group: group) {
      try? terminal.putInForeground(own)
    }
  }

  /// In the process that becomes the program: leads a process group, which takes the place of the outer process's
  /// in the terminal's foreground, if it is there.
  ///
  /// The outer process sees to that, in `handOver`. Out of this group nobody can see any more whether the job still
  /// has the terminal, and a shell that did not wait for the job would be robbed of it. Past an init that process
  /// learns in no other way which group may have the terminal. Nobody inside can say this in place of this one: the
  /// channel is closed by exec(3). A signal could be forged, its sender included, rt_sigqueueinfo(2).
  mutating func leadGroup() throws(LaunchFailure) {
    let own = Calls.ownProcess
    try attempt(Calls.leadGroup(own)) { .leadGroup($0) }
    guard let terminal else { return }
    let isSaid = inbox?.tell(.leads(own)) == true
    // The program finds it as it is to be: many look only once whether they are in the foreground. Where a filter
    // refuses send(2) there is no answer to wait for.
    if isSaid, terminal.isHeld { inbox?.awaitAnswer() }
  }

  /// Whether the terminal's foreground is the own process group or that of a child: a person sits before
  /// it who would see this process stop.
  func isInForeground(_ child: ProcessID) -> Bool {
    guard let terminal, let group = terminal.foregroundGroup else { return false }
    return terminal.isOwn || group.number > 0 && group == Calls.group(of: child)
  }

  /// Stops this process as the job of a shell, and returns when it was continued.
  /// - Parameter isForeground: whether the terminal's foreground is this job, whichever group of it.
  /// - Returns: whether it stopped. It does not where that is not so: nobody might continue it, as in a
  ///   script that starts this program in the background and continues the child alone.
  func stopAsJob(when isForeground: Bool) -> Bool {
    guard isForeground, Calls.isOfJob else { return false }
    stopKeepingForeground(when: isForeground)
    return true
  }

  /// Stops this process; the child's process group has the terminal again afterwards, if it had it before.
  /// - Parameter isForeground: whether the terminal's foreground is this job. Else it is somebody else's.
  func stopKeepingForeground(when isForeground: Bool) {
    let own = Calls.ownGroup
    let group = isForeground ? terminal?.foregroundGroup : nil
    // The shell that takes the terminal now must find that of its job.
    if let group, group != own { try? terminal?.putInForeground(own) }
    try? Calls.kill(Calls.ownProcess, .stop)
    if let group, group != own, terminal?.foregroundGroup == own {
      try? terminal?.putInForeground(group)
    }
  }
}
