import Kernel
import NamespaceValues
import Testing

@testable import Launch

/// Where a signal goes: attackers here are a terminal that says everything twice, a reader who left, and
/// whoever sends what is not to be passed on.
struct SignalRulesTests {
  private func rules(
    _ place: SignalRules.Place, group: Bool = false, session: Bool = false,
    passing forwarded: SignalSet = .forwardable
  ) -> SignalRules {
    var supervision = Supervision(passing: .all)
    supervision.leadsGroup = group
    supervision.startsSession = session
    return SignalRules(
      place: place, own: ProcessID(7), supervision: supervision, forwarded: forwarded)
  }

  private func sent(_ signal: SignalNumber, by sender: Int32 = 9) -> ReceivedSignal {
    ReceivedSignal(signal, code: ReceivedSignal.fromProcess, sender: ProcessID(sender))
  }

  private func byKernel(_ signal: SignalNumber) -> ReceivedSignal {
    ReceivedSignal(signal, code: ReceivedSignal.fromKernel, sender: ProcessID(0))
  }

  @Test func whatAProcessSendsIsPassedOn() {
    for place in [SignalRules.Place.only, .outer, .inner] {
      #expect(rules(place).route(of: sent(.terminate)) == .child(.terminate))
      #expect(rules(place).route(of: sent(.terminate, by: 0)) == .child(.terminate))
      let queued = ReceivedSignal(
        SignalNumber(40), code: ReceivedSignal.queued, sender: ProcessID(9), value: 77)
      #expect(rules(place).route(of: queued) == .childWithValue(SignalNumber(40), 77))
    }
  }

  @Test func ourOwnBrokenPipeIsNotTheProgramsMatter() {
    let pipe = SignalNumber(13)
    #expect(rules(.only).route(of: sent(pipe, by: 7)) == .nowhere)
    #expect(rules(.only).route(of: sent(pipe, by: 8)) == .child(pipe))
  }

  /// The terminal is closed: its session's leader is told alone, and must not keep it to itself.
  @Test func theLeaderOfASessionPassesTheEndOfItsTerminalOn() {
    for place in [SignalRules.Place.only, .outer] {
      var leading = rules(place)
      leading.leadsSession = true
      #expect(leading.route(of: byKernel(.hangup)) == .child(.hangup))
      #expect(leading.route(of: byKernel(.continue)) == .child(.continue))
      #expect(leading.route(of: byKernel(.interrupt)) == .nowhere)
      #expect(rules(place).route(of: byKernel(.hangup)) == .nowhere)
    }
  }

  @Test func whatTheTerminalSendsArrivesOnce() {
    for signal in SignalSet.ofTerminal.subtracting(SignalSet([.continue])).signals {
      #expect(rules(.only).route(of: byKernel(signal)) == .nowhere)
      #expect(rules(.outer).route(of: byKernel(signal)) == .nowhere)
      // The init is in the group of whoever was started, and that one passes it on.
      for isGroup in [true, false] {
        #expect(
          rules(.inner, group: isGroup, session: !isGroup).route(of: byKernel(signal)) == .nowhere)
        #expect(
          rules(.outer, group: isGroup, session: !isGroup).route(of: byKernel(signal))
            == .child(signal))
      }
      #expect(rules(.only, group: true).route(of: byKernel(signal)) == .group(signal))
    }
    // An alarm that was inherited is for the program, and nobody else gets it.
    #expect(rules(.only).route(of: byKernel(SignalNumber(14))) == .child(SignalNumber(14)))
  }

  /// A key before the program is there, which whoever is set up for it would keep to himself.
  @Test func whatCameBeforeTheProgramIsForIt() {
    for isGroup in [true, false] {
      for place in [SignalRules.Place.only, .outer, .inner] {
        var early = rules(place, group: isGroup)
        early.missed = SignalSet([.interrupt])
        let goesToGroup = isGroup && place != .outer
        #expect(
          early.route(of: byKernel(.interrupt))
            == (goesToGroup ? .group(.interrupt) : .child(.interrupt)))
        // Others come when it is there.
        #expect(
          early.route(of: byKernel(.quit))
            == rules(place, group: isGroup).route(of: byKernel(.quit)))
      }
    }
    for place in [SignalRules.Place.only, .inner] {
      var few = rules(place, passing: SignalSet([.hangup]))
      few.missed = SignalSet([.interrupt, .terminate, .terminalStop])
      #expect(few.route(of: byKernel(.interrupt)) == .child(.interrupt))
      #expect(few.route(of: byKernel(.terminalStop)) == .child(.terminalStop))
      #expect(few.route(of: sent(.terminate)) == .nowhere)
    }
    // An init takes no signal from anybody but those that are passed on.
    var outer = rules(.outer, passing: SignalSet([.hangup]))
    outer.missed = SignalSet([.interrupt, .terminalStop])
    #expect(outer.route(of: byKernel(.interrupt)) == .nowhere)
    #expect(outer.route(of: byKernel(.terminalStop)) == .stop)
  }

  @Test func aSessionGetsTheKeysAsAGroup() {
    let session = rules(.only, session: true)
    #expect(session.route(of: byKernel(.interrupt)) == .group(.interrupt))
    // SIGTSTP is ignored there.
    #expect(session.route(of: byKernel(.terminalStop)) == .group(.stop))
    #expect(session.route(of: sent(SignalNumber(10))) == .child(SignalNumber(10)))
    #expect(rules(.inner, session: true).route(of: sent(.terminalStop, by: 0)) == .group(.stop))
    #expect(rules(.inner, group: true).route(of: sent(.terminate, by: 0)) == .group(.terminate))
  }

  @Test func whatIsNotToBePassedOnIsDropped() {
    let few = rules(.only, passing: SignalSet([.hangup]))
    #expect(few.route(of: sent(.hangup)) == .child(.hangup))
    #expect(few.route(of: sent(.terminate)) == .nowhere)
    // It is blocked for our own sake only.
    #expect(few.route(of: sent(.terminalStop)) == .stop)
    #expect(few.route(of: byKernel(.terminalStop)) == .nowhere)
    #expect(
      rules(.inner, passing: SignalSet([.hangup])).route(of: sent(.terminalStop)) == .nowhere)
  }

  /// The shell's `fg` continues the whole group; the kernel does when it closes a terminal or orphans a group.
  @Test func whoContinuesOneOfUsMeansTheProgram() {
    for place in [SignalRules.Place.only, .outer] {
      #expect(rules(place).route(of: sent(.continue)) == .child(.continue))
      #expect(rules(place).route(of: byKernel(.continue)) == .nowhere)
      #expect(
        rules(place, passing: SignalSet([.hangup])).route(of: sent(.continue)) == .nowhere)
    }
    #expect(rules(.only, group: true).route(of: sent(.continue)) == .group(.continue))
    #expect(rules(.only, session: true).route(of: byKernel(.continue)) == .group(.continue))
    #expect(rules(.inner).route(of: sent(.continue, by: 0)) == .child(.continue))
    #expect(rules(.inner, session: true).route(of: sent(.continue)) == .group(.continue))
  }

  @Test func allIsWhatCanBePassedOnAndWasNotIgnored() {
    let all = SignalSelection.all.signals(ignored: SignalSet([.hangup]))
    for number in [1, 9, 17, 19, 21, 22, 32, 33] as [Int32] {
      #expect(!all.contains(SignalNumber(number)))
    }
    for number in [2, 3, 6, 11, 15, 18, 20, 28, 34, 64] as [Int32] {
      #expect(all.contains(SignalNumber(number)))
    }
    #expect(all.signals.count == 64 - 8)
    // Asked for by name, it is passed on all the same.
    let named = SignalSelection.named(SignalSet([.hangup]))
    #expect(named.signals(ignored: SignalSet([.hangup])).contains(.hangup))
  }

  @Test func aSetHasNoSignalsThatThereAreNot() {
    var set = SignalSet.none
    for number in [0, -1, 65, .max, .min] as [Int32] { set.insert(SignalNumber(number)) }
    #expect(set == .none)
    #expect(!set.contains(SignalNumber(65)) && !SignalSet(rawValue: .max).contains(SignalNumber(0)))
  }

  /// The keys of somebody who waits for what a program left behind: nobody of that has them yet.
  @Test func whoIsLeftGetsTheKeys() {
    for isGroup in [true, false] {
      var (outer, inner) = (rules(.outer, group: isGroup), rules(.inner, group: isGroup))
      (outer.programHasEnded, inner.programHasEnded) = (true, true)
      for signal in [SignalNumber.interrupt, .quit, .hangup, .windowChanged] {
        // One of the two passes it on: the init where it is in the group that the terminal knows.
        #expect(outer.route(of: byKernel(signal)) == (isGroup ? .child(signal) : .nowhere))
        #expect(inner.route(of: byKernel(signal)) != .nowhere)
        #expect(inner.route(of: sent(signal, by: 0)) != .nowhere)
      }
      // That is for the shell, and no daemon is to be stopped by it.
      #expect(outer.route(of: byKernel(.terminalStop)) == .stop)
      #expect(inner.route(of: byKernel(.terminalStop)) == .nowhere)
      #expect(outer.route(of: sent(.terminalStop)) == .child(.terminalStop))
    }
    var leading = rules(.outer)
    (leading.leadsSession, leading.programHasEnded) = (true, true)
    #expect(leading.route(of: byKernel(.hangup)) == .child(.hangup))
    var few = rules(.outer, passing: SignalSet([.hangup]))
    few.programHasEnded = true
    #expect(few.route(of: byKernel(.interrupt)) == .nowhere)
    #expect(few.route(of: byKernel(.terminalStop)) == .stop)
  }

  @Test func recordsComeBackAsTheyWereSent() {
    let sender = ProcessID(70)
    for record: SupervisorRecord in [
      .stopped(.terminalInput, isForeground: true), .stopped(SignalNumber(64), isForeground: false),
      .ended(.exited(0)), .ended(.exited(255)), .ended(.killed(.kill)), .othersRemain,
      .leads(sender),
    ] {
      let (kind, value) = record.numbers
      #expect(SupervisorRecord(kind: kind, value: value, sender: sender) == record)
    }
    for kind in [0, 6, -1, .max] as [Int32] {
      #expect(SupervisorRecord(kind: kind, value: 1, sender: sender) == nil)
    }
    // Who is not known leads nothing, least of all group 0, which is one's own.
    for unknown in [0, -1] as [Int32] {
      #expect(SupervisorRecord(kind: 5, value: 70, sender: ProcessID(unknown)) == nil)
    }
  }
}
