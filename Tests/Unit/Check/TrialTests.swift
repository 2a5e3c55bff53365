import Bytes
import Launch
import NamespaceValues
import Testing
import Unshare

@testable import Check

/// What is tried is what unshare(1) does.
struct TrialTests {
  let caller = UnshareIntent.Caller(user: UserID(1001), group: GroupID(1002))

  @Test(arguments: NamespaceKind.allCases) func aKindAloneIsOneCall(kind: NamespaceKind) {
    let plan = Trial.kind(kind, withUser: false).plan(for: caller)
    #expect(plan.setup == [.defaultChildSignal, .unshare(NamespaceSet(kind))])
    #expect(plan.runner == [] && plan.persistence == [] && plan.fork == nil)
  }

  @Test(arguments: NamespaceKind.allCases) func withAUserNamespaceItsIDsAreMapped(
    kind: NamespaceKind
  ) {
    let plan = Trial.kind(kind, withUser: true).plan(for: caller)
    #expect(plan.setup == [.defaultChildSignal, .unshare([.user, NamespaceSet(kind)])])
    #expect(
      plan.runner == [
        .writeOwnMap(.users, IDMapping(inner: 0, outer: 1001, count: 1)), .writeSetgroups(.deny),
        .writeOwnMap(.groups, IDMapping(inner: 0, outer: 1002, count: 1)),
      ])
  }

  /// A mount that is made before all others are private would come back to the machine.
  @Test(arguments: [false, true]) func nothingIsMountedBeforeAllIsPrivate(withUser: Bool) {
    let plan = Trial.proc(withUser: withUser).plan(for: caller)
    #expect(plan.fork != nil)
    #expect(plan.runner.suffix(2) == [.setRootPropagation(.private), .mountProc("/proc")])
  }

  @Test func rangesAreWrittenByWhoMay() {
    let ranges = [IDRange(inner: nil, outer: 100_000, count: 10)]
    let mappings = [IDMapping(inner: 0, outer: 100_000, count: 10)]
    let plan = Trial.ranges(.users, ranges).plan(for: caller)
    #expect(
      plan.setup.contains(
        .startHelper(.writeMaps(users: mappings, groups: [], by: .setUserIDPrograms))))
    let root = UnshareIntent.Caller(user: .root, group: .root)
    #expect(
      Trial.ranges(.groups, ranges).plan(for: root).setup.contains(
        .startHelper(.writeMaps(users: [], groups: mappings, by: .helper))))
  }

  /// Whatever is tried, it binds nothing to a file and keeps nothing alive.
  @Test func nothingStays() {
    let trials: [Trial] =
      NamespaceKind.allCases.flatMap { [.kind($0, withUser: false), .kind($0, withUser: true)] }
      + [.proc(withUser: false), .proc(withUser: true)]
    for trial in trials { #expect(trial.plan(for: caller).persistence == []) }
  }
}

/// What children tell.
struct VerdictTests {
  @Test func whatIsSentIsRead() {
    let reasons = [Verdict.Reason("a-b", "one: two? three!"), Verdict.Reason("c", "x")]
    let sent = Verdict.message("unshare failed: No", reasons)
    #expect(
      Verdict.stopped(told: Array(sent.bytes))
        == .stopped(failure: "unshare failed: No", reasons: reasons))
    let first = Verdict.message("one", []), second = Verdict.message("two", reasons + reasons)
    #expect(
      Verdict.stopped(told: Array(first.bytes + second.bytes))
        == .stopped(failure: "one", reasons: reasons))
  }

  /// Where the means are lacking, nothing is said about namespaces.
  @Test func whatIsLackingIsNoVerdict() {
    for shortage in [CheckFailure.fork(.tryAgain), .open(.processFiles), .fork(.noMemory)] {
      let sent = Verdict.message("unshare failed: No", []).bytes + Verdict.message(shortage).bytes
      #expect(Verdict.shortage(told: Array(sent)) == shortage)
    }
    #expect(Verdict.shortage(told: Array(Verdict.message("#f11", []).bytes)) == nil)
    #expect(CheckFailure(.fork(.tryAgain)) == .fork(.tryAgain))
    #expect(CheckFailure(.execute("newuidmap", .tryAgain)) == .fork(.tryAgain))
    #expect(CheckFailure(.open("/proc/self/uid_map", .processFiles)) == .open(.processFiles))
    #expect(CheckFailure(.openMap("/proc/1/uid_map", .systemFiles)) == .open(.systemFiles))
    #expect(CheckFailure(.rendezvous(.systemFiles)) == .open(.systemFiles))
    for answer in [
      LaunchFailure.unshare(.noSpace), .unshare(.noMemory), .open("/proc/self/uid_map", .noEntry),
      .fork(.notPermitted), .execute("newuidmap", .noEntry),
      .writeOwn("/proc/self/uid_map", .noMemory),
    ] {
      #expect(CheckFailure(answer) == nil)
    }
  }

  /// One that was cut short, or is of somebody else, is no reason to believe that it was done.
  @Test(arguments: ["", "\n\n", "!", "?", "?topic", "done", "? \n!", "?a b"])
  func whateverIsSentItIsARefusal(text: String) {
    let verdict = Verdict.stopped(told: Array(text.utf8))
    #expect(!verdict.isPossible)
    #expect(verdict.explanation != nil)
  }
}
