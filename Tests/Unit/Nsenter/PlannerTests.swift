import Bytes
import Launch
import NamespaceValues
import Testing

@testable import Nsenter

/// The order in which things are done.
struct PlannerTests {
  @Test func oneNamespace() throws {
    let plan = try steps(["-t1", "-n"])
    #expect(plan.setup == [.enterTarget(.network, ifAllowed: false)])
    #expect(plan.fork == nil)
    #expect(plan.runner.isEmpty)
  }

  /// Whether a program inside could get hold of our binary: only among files of the target, and
  /// only with fewer rights than the caller has.
  @Test(arguments: [
    ("-t1 -m", BinaryProtection.unneeded), ("-t1 -m -p -u -i -n", .unneeded),
    ("-t1 -m --nnp --clear-groups --has-p=bpf", .unneeded), ("-t1 -m -S0 -G0", .unneeded),
    ("-t1 -m --cap-add bpf", .unneeded), ("-t1 -n -p --cap-drop ALL", .unneeded),
    ("-t1 -U -n", .unneeded), ("-t1 -p -w -S5", .unneeded),
    ("-t1 -m -S5", .ifPossible), ("-t1 -m -G5", .ifPossible), ("-t1 -n -r -S5", .ifPossible),
    ("-t1 -m -Sfollow", .ifPossible), ("-t1 -m -Gfollow", .ifPossible),
    ("-t1 -U -m", .ifPossible), ("-t1 -U -m --preserve-credentials", .ifPossible),
    ("-t1 --user-parent -m", .ifPossible),
    ("-t1 -m -S5 --nnp", .required), ("-t1 -m --cap-drop ALL", .required),
    ("-t1 -m --cap-drop bpf", .required), ("-t1 -m --bounding-set -all", .required),
    ("-t1 -m --inh-caps -all", .required), ("-t1 -m --ambient-caps -all", .required),
    ("-t1 -m --securebits +noroot", .required), ("-t1 -n -r --iab !cap_bpf", .required),
  ])
  func protectionOfTheBinary(words: String, expected: BinaryProtection) throws {
    let words = words.split(separator: " ").map { ByteString(Array($0.utf8)) }
    #expect(try plan(words).protection == expected)
  }

  /// The maps are read after the last entry and before the fork, by way of what was opened before the first.
  @Test func idsOfTheUserNamespace() throws {
    let entry = try steps(["-t1", "-U", "-p", "--auto-credentials"])
    #expect(
      entry.setup == [
        .holdOwnDirectory, .tryToDropGroups, .enterTarget(.pid, ifAllowed: true),
        .enterTarget([.user, .pid], ifAllowed: false), .readOwnMaps(users: true, groups: true),
        .defaultChildSignal,
      ])
    #expect(entry.runner == verified([.dropGroupsIfPermitted, .setMappedGroup, .setMappedUser]))
    let half = try steps(["-t1", "-U", "--auto-credentials", "-S", "5"])
    #expect(half.setup.contains(.readOwnMaps(users: false, groups: true)))
    #expect(
      half.runner == verified([.dropGroupsIfPermitted, .setMappedGroup, .setUser(UserID(5))]))
    let whole = try steps(["-t1", "-U", "--auto-credentials", "-S", "5", "-G", "6"])
    #expect(!whole.setup.contains(.holdOwnDirectory))
    // Without a user namespace it does nothing.
    #expect(try plan(["-t1", "-n", "--auto-credentials"]) == plan(["-t1", "-n"]))
  }

  /// Before anything of the target is there.
  @Test func aProgramOfTheCaller() throws {
    let whole = try plan(["-t1", "-m", "--exec-outer", "true"])
    #expect(
      whole.setup == [
        .hideFromTarget(isRequired: false), .protectProgram("true"),
        .enterTarget(.mount, ifAllowed: false),
      ])
    #expect(whole.program == .outer("true", arguments: []))
  }

  /// What is mounted for the program is nobody else's, and a target's links are not followed.
  @Test func mountsForTheProgram() throws {
    let (setup, fork, runner) = try steps(["-t1", "-p", "--mount-proc", "--mount-sys"])
    #expect(
      setup.dropFirst(2) == [
        .askMountOwner, .unshare([.mount]), .setRootPropagation(.slave), .holdMounts(for: "/proc"),
        .openMountPlace(.sys, "/sys", avoidsLinks: false), .mountAtPlace(.sys, "/sys"),
        .openMountPlace(.proc, "/proc", avoidsLinks: false), .defaultChildSignal,
      ])
    #expect(fork != nil)
    #expect(runner.first == .mountAtPlace(.proc, "/proc"))

    let inside = try steps(["-t1", "-m", "--mount-proc=/p", "-W/w", "-S5"])
    #expect(inside.setup.last == .openMountPlace(.proc, "/p", avoidsLinks: true))
    // The processes of outside, which the container's /proc hides in no way: nothing but the old /proc itself counts.
    let cases: [([ByteString], Bool)] = [
      (["-m"], false), (["-m", "-p", "-F"], false), (["-m", "-p"], true), (["-n", "-r"], true),
    ]
    for (options, isAsked) in cases {
      let setup = try steps(["-t1", "--mount-proc"] + options).setup
      #expect(setup.contains(.askMountOwner) == isAsked)
    }
    // Until the last place is open, and no longer, it is there; and for both at once.
    let both = try plan(["-t1", "-U", "-p", "--auto-credentials", "--mount-proc"]).setup
    #expect(both.filter { $0 == .holdOwnDirectory }.count == 1)
    #expect(both.filter { $0 == .close(.ownDirectory) }.count == 1)
    let place = both.firstIndex(of: .openMountPlace(.proc, "/proc", avoidsLinks: false))
    #expect(both.firstIndex(of: .close(.ownDirectory)) == place.map { $0 + 1 })
    // With the caller's rights, and a working directory that can be in the new one.
    #expect(
      inside.runner.prefix(4) == [
        .mountAtPlace(.proc, "/p"), .openWorkingDirectory("/w"), .changeToHeldWorkingDirectory,
        .checkWorkingDirectory("/w"),
      ])

    // The new mount namespace takes the root directory along.
    let root = try steps(["-t1", "-n", "-r", "--mount-sys"])
    #expect(
      root.setup.dropFirst(3).prefix(7) == [
        .enterHeldRoot, .askMountOwner, .unshare([.mount]), .setRootPropagation(.slave),
        .holdMounts(for: "/sys"), .changeRoot("."), .changeDirectory("/"),
      ])
    #expect(root.setup.contains(.openMountPlace(.sys, "/sys", avoidsLinks: true)))
  }

  /// What is not held is not closed.
  @Test(arguments: [(false, false), (true, false), (true, true)])
  func closesWhatIsHeld(pidfd: Bool, directory: Bool) throws {
    let (intent, _) = try intent(["-t1", "-n/f"])
    var findings = EntryFindings()
    findings.namespaces = intent.namespaces
    findings.heldKinds = .network
    (findings.holdsTarget, findings.holdsTargetDirectory) = (pidfd, directory)
    let setup = intent.plan(findings, running: ["true"]).setup
    #expect(setup.contains(.close(.target)) == pidfd)
    #expect(setup.contains(.close(.targetDirectory)) == directory)
  }

  @Test func theUserNamespaceComesLastOrFirst() throws {
    let plan = try steps(["-t1", "-U", "-n", "-u/f"], held: .uts)
    #expect(
      plan.setup == [
        .tryToDropGroups,
        .enterTarget(.network, ifAllowed: true), .enterFile(.uts, ifAllowed: true),
        .enterTarget([.user, .network], ifAllowed: false), .enterFile(.uts, ifAllowed: false),
      ])
    #expect(
      plan.runner == verified([.dropGroupsUnlessDone, .setGroup(.root), .setUser(.root)]))
  }

  @Test func theUserNamespaceAlone() throws {
    let plan = try steps(["-t1", "-U", "--preserve-credentials"])
    #expect(plan.setup == [.enterTarget(.user, ifAllowed: false)])
    #expect(plan.runner.isEmpty)
  }

  /// D-103.
  @Test func aUserNamespaceFileComesFirst() throws {
    let plan = try steps(["-U/f", "-t1", "-n", "--preserve-credentials"], held: .user)
    #expect(
      plan.setup == [
        .enterTarget(.network, ifAllowed: true), .enterFile(.user, ifAllowed: false),
        .enterTarget(.network, ifAllowed: false),
      ])
  }

  @Test func filesInTheOrderOfTheTable() throws {
    let plan = try steps(["-m/a", "-u/b", "-n/c"], held: [.mount, .uts, .network])
    #expect(
      plan.setup
        == [NamespaceKind.uts, .network, .mount].map { .enterFile($0, ifAllowed: false) })
  }

  @Test func forkOnlyForPIDNamespaces() throws {
    #expect(try steps(["-t1", "-n", "-T"]).fork == nil)
    let plan = try steps(["-t1", "-p"])
    #expect(plan.fork == ForkMode(.mirroring))
    #expect(plan.setup.last == .defaultChildSignal)
    #expect(try steps(["-t1", "-p", "-F"]).fork == nil)
    #expect(!(try steps(["-t1", "-p", "-F"]).setup.contains(.defaultChildSignal)))
  }

  @Test func supervision() throws {
    let plan = try steps(["-t1", "-p", "--forward-signals", "--kill-child", "-S5"])
    #expect(plan.fork == ForkMode(.mirroring, forwardsSignals: true, watchesParent: true))
    #expect(
      plan.runner == [.dieWithParent(.kill)]
        + verified([.setUser(UserID(5)), .dieWithParent(.kill)]))
    // Without a child there is nothing to supervise.
    #expect(try steps(["-t1", "-n", "--kill-child", "--forward-signals"]).runner.isEmpty)
  }

  /// A session or a group of one's own needs a child; a list of signals does not.
  @Test func supervisionByOurOwnOptions() throws {
    let plan = try steps(["-t1", "-n", "--new-session", "--kill-child"])
    #expect(plan.fork?.manner == .mirroring && plan.fork?.supervision?.startsSession == true)
    #expect(plan.runner == [.dieWithParent(.kill), .startSession])
    #expect(try steps(["-t1", "-n", "--forward-signals-group"]).runner == [.leadGroup])
    #expect(try steps(["-t1", "-n", "--forward-signals=HUP"]).fork == nil)
    #expect(
      try steps(["-t1", "-p", "--forward-signals=HUP"]).fork?.supervision
        == Supervision(passing: .named(SignalSet([.hangup]))))
    for option in ["--new-session", "--forward-signals-group"] as [ByteString] {
      #expect(throws: NsenterError.self) { try steps(["-t1", "-n", "-F", option]) }
    }
  }

  @Test func rootAndDirectories() throws {
    let enter = LaunchStep.enterTarget(.network, ifAllowed: false)
    #expect(
      try steps(["-t1", "-n", "-r"]).setup == [
        enter, .holdCurrentDirectory, .changeToHeldRoot, .changeToHeldWorkingDirectory,
      ])
    #expect(
      try steps(["-t1", "-n", "-r", "-w"]).setup == [
        enter, .changeToHeldRoot, .changeToHeldWorkingDirectory,
      ])
    #expect(
      try steps(["-t1", "-n", "-r", "-Wx"]).setup == [
        enter, .changeToHeldRoot, .openWorkingDirectory("x"), .changeToHeldWorkingDirectory,
        .checkWorkingDirectory("x"),
      ])
    #expect(
      try steps(["-t1", "-n", "-w/x"]).setup == [enter, .changeToHeldWorkingDirectory])
  }

  @Test func groupsByCircumstances() throws {
    #expect(
      try steps(["-t1", "-n", "-G5"]).runner
        == verified([.dropRemainingGroups, .setGroup(GroupID(5))]))
    #expect(
      try steps(["-t1", "-U", "-G5", "--preserve-credentials"]).runner
        == verified([.tryToDropGroups, .setGroup(GroupID(5))]))
    #expect(try steps(["-t1", "-n", "-S5"]).runner == verified([.setUser(UserID(5))]))
  }

  @Test func followedIdentity() throws {
    let plan = try steps(["-t1", "-n", "-Sfollow", "-Gfollow"])
    #expect(plan.setup.last == .readTargetIdentity(followed))
    #expect(
      plan.runner == verified([.dropRemainingGroups, .setGroupOfTarget, .setUserOfTarget]))
  }

  /// D-101.
  @Test func capabilitiesAfterIdentity() throws {
    #expect(
      try steps(["-t1", "-U", "--keep-caps"]).runner
        == verified([
          .dropGroupsUnlessDone, .setGroup(.root), .setUser(.root), .raiseAmbientCapabilities(),
        ]))
    #expect(try steps(["-t1", "-n", "--keep-caps"]).runner.isEmpty)
  }

  @Test func environmentThatWasRead() throws {
    let block = EnvironmentBlock(Array("A=1\0".utf8))
    let plan = try steps(["-t1", "-n", "-e", "-c"], environment: .read(block))
    #expect(
      plan.setup == [
        .enterTarget(.network, ifAllowed: false), .setEnvironment(block), .joinCgroup,
      ])
  }

  /// D-141.
  @Test func environmentThatWasRefused() throws {
    let refused = EntryFindings.TargetEnvironment.refused(path: "/p", .accessDenied)
    let expectation = LaunchStep.expectEnvironmentInside(path: "/p", refusal: .accessDenied)
    let kept = try steps(["-t1", "-U", "-e", "--preserve-credentials"], environment: refused)
    #expect(
      kept.setup == [
        expectation, .enterTarget(.user, ifAllowed: false),
        .readTargetEnvironment(isLastChance: true),
      ])
    let changed = try steps(["-t1", "-U", "-e"], environment: refused)
    #expect(changed.setup.contains(.readTargetEnvironment(isLastChance: false)))
    #expect(changed.runner.dropLast().last == .readTargetEnvironment(isLastChance: true))
  }

  @Test func theShellNeedsNoHelper() throws {
    let (intent, _) = try intent(["-t1", "-n"])
    var findings = EntryFindings()
    findings.namespaces = .network
    #expect(intent.plan(findings, running: []).program == .loginShell(mayFork: false))
    #expect(
      intent.plan(findings, running: ["a", "b"]).program == .command("a", arguments: ["b"]))
  }
}
