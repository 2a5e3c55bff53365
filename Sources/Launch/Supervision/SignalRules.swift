import Kernel
import NamespaceValues

/// What becomes of a signal that reaches a process which supervises. Pure.
struct SignalRules: Equatable {
  /// Which of the supervising processes this is.
  enum Place {
    /// The only one: its child becomes the program.
    case only
    /// The one that was started; its child is the init.
    case outer
    /// The init.
    case inner
  }

  let place: Place
  /// Its number, as it is told who sent a signal.
  let own: ProcessID
  let supervision: Supervision
  /// What is passed on.
  let forwarded: SignalSet
  /// This process leads its session: the kernel tells it alone that the terminal was closed.
  var leadsSession = false
  /// What this process had been sent, and not read, when it had forked its child.
  var missed = SignalSet.none
  /// The program has ended, and the init waits for others.
  var programHasEnded = false

  /// Where a signal goes.
  enum Route: Equatable {
    case nowhere
    /// To this process alone, which had it blocked: it stops.
    case stop
    /// To the child.
    case child(SignalNumber)
    /// To the child, with what sigqueue(3) gave it along.
    case childWithValue(SignalNumber, UInt64)
    /// To the process group that the program leads.
    case group(SignalNumber)
  }

  func route(of received: ReceivedSignal) -> Route {
    let signal = received.signal
    // Whoever continues the init means the program.
    if place == .inner, signal == .continue {
      return supervision.hasOwnGroup ? .group(signal) : .child(signal)
    }
    // A write of ours to a pipe without a reader comes from ourselves, as the kernel says it.
    if received.code == ReceivedSignal.fromProcess, received.sender == own { return .nowhere }
    let isOfTerminal = SignalSet.ofTerminal.contains(signal)
    // The kernel sent it to the whole foreground group: a program in the same one has it already, and the
    // init gets a second one from the process that was started. But of a terminal that was closed the leader
    // of the session hears first, and the group only when that leader ends.
    let reachesGroup = !(leadsSession && (signal == .hangup || signal == .continue))
    var isMissed = false
    if received.code == ReceivedSignal.fromKernel, isOfTerminal {
      // Who was not there yet has not got it, and is in the hands of whoever typed that key all the same.
      isMissed = missed.contains(signal)
      // Who is left may be in no group that the terminal knows, and a person before it waits for all of them.
      // The key for a stop is to give him back his shell, and to stop no daemon.
      if programHasEnded, signal == .terminalStop { return place == .inner ? .nowhere : .stop }
      // Then it is the init that passes on what reached both: the second of two would be lost, one being
      // pending.
      let isHeard =
        place == .inner ? !programHasEnded : !supervision.hasOwnGroup && reachesGroup
      if isHeard, !isMissed { return .nowhere }
    }
    guard forwarded.contains(signal) || isMissed && place != .outer else {
      // It is blocked only so that a stop is followed once, from the program's side. Who sent it to this
      // process means its default action.
      return signal == .terminalStop && place != .inner ? .stop : .nowhere
    }
    if place != .outer {
      if supervision.startsSession, signal == .terminalStop {
        // A group whose leader's parent is in another session ignores SIGTSTP.
        return .group(.stop)
      }
      if supervision.leadsGroup || supervision.startsSession && isOfTerminal {
        return .group(signal)
      }
    }
    return received.code == ReceivedSignal.queued
      ? .childWithValue(signal, received.value) : .child(signal)
  }
}
