import Bytes
import Launch
import NamespaceValues
import Testing

@testable import Unshare

/// Who does what under `--init` and its like.
struct SupervisionTests {
  private func supervision(_ words: [ByteString]) throws -> Supervision? {
    try plan(words).fork?.supervision
  }

  /// Command lines of the original keep its calls.
  @Test func theOriginalsOptionsAskForNone() throws {
    for words in [["-f"], ["-pf", "--kill-child"], ["--forward-signals"]] as [[ByteString]] {
      #expect(try supervision(words) == nil)
    }
  }

  @Test func eachOptionImpliesAForkAndAllSignals() throws {
    #expect(try supervision(["--init"])?.reaper == .waiter)
    #expect(try supervision(["-p", "--init"])?.reaper == .`init`(waitsForAll: false))
    #expect(try supervision(["-p", "--init=wait"])?.reaper == .`init`(waitsForAll: true))
    // Of several the last one counts.
    #expect(
      try supervision(["-p", "--init=wait", "--init"])?.reaper == .`init`(waitsForAll: false))
    for words in [["--init"], ["--forward-signals-group"], ["--new-session"]] as [[ByteString]] {
      #expect(try supervision(words)?.signals == .all)
    }
    #expect(try supervision(["--forward-signals-group"])?.leadsGroup == true)
    #expect(try supervision(["--new-session"])?.startsSession == true)
    #expect(try supervision(["--init", "--forward-signals"])?.signals == .usual)
    #expect(
      try supervision(["--new-session", "--forward-signals=hup,SIGUSR1"])?.signals
        == .named(SignalSet([.hangup, SignalNumber(10)])))
    #expect(
      try supervision(["--forward-signals=rtmin,RTMIN+1,RTMAX,CONT"])?.signals
        == .named(
          SignalSet([SignalNumber(34), SignalNumber(35), SignalNumber(64), .continue])))
  }

  /// What the program finds inside is made by the init: its root would else be a way out.
  @Test func theInitPreparesAndTheProgramGivesUp() throws {
    let made = try plan(
      ["-Urpm", "--init", "--kill-child", "-R", "/d", "-S", "5", "--new-session"], on: asRoot)
    #expect(made.initial.first == .dieWithParent(.kill))
    #expect(made.initial.contains(.changeRoot("/d")))
    #expect(made.initial.contains { if case .writeOwnMap = $0 { true } else { false } })
    // No second request after the change of ids: the init's end is the program's.
    #expect(made.runner == [.startSession] + verified([.setUser(UserID(5))]))
  }

  /// A program could regain by ptrace(2) of the init what it gave up.
  @Test func theInitHidesWhereRightsAreGivenUp() throws {
    #expect(try plan(["-p", "--init", "--nnp"]).initial == [.hideFromTarget(isRequired: true)])
    #expect(try plan(["-p", "--init"]).initial == [])
    #expect(!(try plan(["--init", "--nnp"]).runner.contains(.hideFromTarget(isRequired: true))))
  }

  @Test func withoutAnInitTheChildDoesAll() throws {
    let made = try plan(["--init", "--kill-child", "--forward-signals-group", "-R", "/d"])
    #expect(made.initial.isEmpty)
    #expect(made.setup.last == .reapOrphans)
    #expect(made.runner.prefix(2) == [.dieWithParent(.kill), .leadGroup])
    // A session leader leads its group already.
    #expect(
      try plan(["--new-session", "--forward-signals-group"]).runner == [.startSession])
  }

  /// Who only asks to be told leaves signals as they are.
  @Test func statusImpliesAForkAndNoSignals() throws {
    let words: [[ByteString]] = [
      ["--json-status-fd", "3"], ["--info-fd=4"], ["--block-fd", "7"], ["--sync-fd", "9"],
      ["--pidfile", "f"],
    ]
    for words in words {
      #expect(try supervision(words)?.signals == .named(.none))
      #expect(try supervision(words)?.status?.isEmpty == false)
    }
    let made = try supervision(
      ["-un", "--json-status-fd", "9", "--json-status-fd=3", "--info-fd=3", "--init", "--pidfile="])
    #expect(made?.signals == .all)
    #expect(made?.status?.descriptor(for: .objects) == 3)
    #expect(made?.status?.kinds == NamespaceSet([.uts, .network]))
    #expect(made?.status?.pidfile == "")
    #expect(try supervision(["--init"])?.status == nil)
  }

  @Test(
    arguments: [
      (["--info-fd=8"], "--info-fd: cannot use descriptor 8: Bad file descriptor"),
      (["--info-fd=7"], "--info-fd: cannot use descriptor 7: Bad file descriptor"),
      (["--block-fd=3"], "--block-fd: cannot use descriptor 3: Bad file descriptor"),
      (["--sync-fd=2"], "--sync-fd: descriptor 2 belongs to the program"),
      (["--sync-fd="], "failed to parse file descriptor: ''"),
      (["--sync-fd=-3"], "failed to parse file descriptor: '-3': Numerical result out of range"),
      (["--sync-fd=3x"], "failed to parse file descriptor: '3x'"),
      (
        ["--info-fd=3", "--sync-fd=3"],
        "options --info-fd and --sync-fd cannot both use descriptor 3"
      ),
      (["--init=x"], "unknown mode of --init: 'x', not 'end' or 'wait'"),
      (["--init=wait"], "option --init=wait needs a new namespace: add --pid"),
      (["--forward-signals=KILL"], "cannot forward SIGKILL"),
      (["--forward-signals=HUP,STOP"], "cannot forward SIGSTOP"),
      (["--forward-signals=ttin"], "cannot forward SIGTTIN"),
      (["--forward-signals=TTOU"], "cannot forward SIGTTOU"),
      (["--forward-signals=CLD"], "cannot forward SIGCHLD"),
      (["--forward-signals=,"], "--forward-signals: an item is empty: ','"),
      (["--forward-signals=all,HUP"], "--forward-signals: 'all' stands alone: 'all,HUP'"),
      (["--forward-signals=TERM,All"], "--forward-signals: 'all' stands alone: 'TERM,All'"),
      (["--forward-signals=RTMIN+1x"], "unknown signal: RTMIN+1x"),
      (
        ["-p", "--init", "--kill-child=STOP"],
        "--kill-child: with --init the signal cannot be SIGSTOP"
      ),
      (["--forward-signals=RTMAX+1"], "unknown signal: RTMAX+1"),
    ] as [([ByteString], String)])
  func refuses(words: [ByteString], sentence: String) {
    #expect(refusal(words) == sentence)
  }
}
