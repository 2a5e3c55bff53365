import Bytes
import Fixtures
import Launch
import LaunchOptions
import NamespaceValues
import Options
import Testing

@testable import Unshare

/// Plans are values: each test is a command line and the steps it means.
struct PlannerTests {
  /// A root that somebody else fills is as good as a container.
  @Test(arguments: [
    ("-m", BinaryProtection.unneeded), ("-U", .unneeded), ("-m -S5 --cap-drop ALL", .unneeded),
    ("-R/d", .unneeded), ("-R/d -m -S0", .unneeded), ("-R/d --nnp", .unneeded),
    ("-R/d -S5", .ifPossible), ("-R/d -G5", .ifPossible), ("-R/d -U", .ifPossible),
    ("-R/d -r", .ifPossible), ("-R/d -r --nnp", .required), ("-R/d --cap-drop ALL", .required),
  ])
  func protectionOfTheBinary(words: String, expected: BinaryProtection) throws {
    let words = words.split(separator: " ").map { ByteString(Array($0.utf8)) }
    #expect(try plan(words).protection == expected)
  }

  @Test func nothing() throws {
    var expected = LaunchPlan(program: .command("true", arguments: []))
    expected.setup = [.defaultChildSignal, .unshare([])]
    #expect(try plan([]) == expected)
  }

  @Test func rootUser() throws {
    let plan = try plan(["-r"])
    #expect(plan.setup == [.defaultChildSignal, .unshare(.user)])
    #expect(
      plan.runner == [
        .writeOwnMap(.users, IDMapping(inner: 0, outer: 1001, count: 1)),
        .writeSetgroups(.deny),
        .writeOwnMap(.groups, IDMapping(inner: 0, outer: 1001, count: 1)),
      ])
  }

  @Test func aRangeTakesTheOwnIDIn() throws {
    let plan = try plan(["--map-auto", "-r"])
    let users = [
      IDMapping(inner: 0, outer: 1001, count: 1), IDMapping(inner: 1, outer: 100000, count: 65536),
    ]
    let groups = [
      IDMapping(inner: 0, outer: 1001, count: 1), IDMapping(inner: 1, outer: 200000, count: 65536),
    ]
    #expect(
      plan.setup == [
        .defaultChildSignal,
        .startHelper(.writeMaps(users: users, groups: groups, by: .setUserIDPrograms)),
        .unshare(.user), .releaseHelper(.mapWriter),
      ])
    #expect(plan.runner.isEmpty)
  }

  @Test func rootWritesMapsItself() throws {
    let plan = try plan(["--map-users", "0:100000:10"], on: asRoot)
    #expect(
      plan.setup.contains(
        .startHelper(
          .writeMaps(
            users: [IDMapping(inner: 0, outer: 100000, count: 10)], groups: [], by: .helper))))
  }

  @Test func aRangeOfUsersLeavesTheGroupToItself() throws {
    let plan = try plan(["--map-users", "10:100000:10", "-r"])
    #expect(
      plan.runner == [
        .writeSetgroups(.deny),
        .writeOwnMap(.groups, IDMapping(inner: 0, outer: 1001, count: 1)),
      ])
  }

  @Test func rangesThatVanishNeedNoHelper() throws {
    #expect(try plan(["--map-users", "0:5:0"]).setup == [.defaultChildSignal, .unshare(.user)])
  }

  @Test func anOwnerIsTakenOnBeforeTheNamespaceAndOutsideItsMaps() throws {
    let plan = try plan(["--owner", "5:6", "-r"], on: asRoot)
    let own = [IDMapping(inner: 0, outer: 0, count: 1)]
    #expect(
      plan.setup == [
        .defaultChildSignal, .startHelper(.writeMaps(users: own, groups: own, by: .helper)),
      ] + verified([.dropGroups, .setGroup(GroupID(6)), .setUser(UserID(5))])
        + [.unshare(.user), .releaseHelper(.mapWriter)])
    #expect(plan.runner.isEmpty)
  }

  @Test func offsetsInTheirOrder() throws {
    #expect(
      try plan(["-T", "--monotonic", "-5", "--boottime", "100"]).setup == [
        .defaultChildSignal, .unshare(.time),
        .setClockOffset(ClockOffset(.boottime, seconds: 100)),
        .setClockOffset(ClockOffset(.monotonic, seconds: -5)),
      ])
  }

  @Test func filesAreBoundByAHelperWhereTheProcessCannot() throws {
    let direct = try plan(["--uts=/a", "--net=/b"])
    #expect(
      direct.persistence == [
        .bindNamespaces([NamespaceBinding(.uts, to: "/a"), NamespaceBinding(.network, to: "/b")])
      ])
    for words in [["-m", "--uts=/a"], ["-U", "--uts=/a"]] as [[ByteString]] {
      let outside = try plan(words)
      #expect(
        outside.setup.contains(
          .startHelper(.bindNamespaces([NamespaceBinding(.uts, to: "/a")]))))
      #expect(outside.persistence == [.releaseHelper(.binder)])
    }
  }

  @Test func bindingsHaveAFixedOrderAndTheLastFileWins() throws {
    let plan = try plan(["--time=/t", "--user=/x", "--mount=/m", "--user=/u", "--user"])
    #expect(
      plan.setup.contains(
        .startHelper(
          .bindNamespaces([
            NamespaceBinding(.user, to: "/u"), NamespaceBinding(.mount, to: "/m"),
            NamespaceBinding(.time, to: "/t"),
          ]))))
  }

  @Test func forkModes() throws {
    #expect(try plan(["-f"]).fork == ForkMode(.shielded))
    #expect(try plan(["--forward-signals"]).fork == ForkMode(.shielded, forwardsSignals: true))
    let killed = try plan(["--kill-child=TERM"])
    #expect(killed.fork == ForkMode(.shielded, watchesParent: true))
    #expect(killed.runner == [.dieWithParent(.terminate)])
  }

  @Test func killChildIsAskedForAgainAfterAChangeOfIDs() throws {
    #expect(
      try plan(["--kill-child", "-S", "5"]).runner == [.dieWithParent(.kill)]
        + verified([.setUser(UserID(5)), .dieWithParent(.kill)]))
  }

  @Test func setgroups() throws {
    let own = IDMapping(inner: 7, outer: 1001, count: 1)
    #expect(try plan(["-U", "--setgroups", "deny"]).runner == [.writeSetgroups(.deny)])
    #expect(
      try plan(["--map-group", "7", "--setgroups", "allow"]).runner == [
        .refuseAllowedSetgroups, .writeSetgroups(.deny), .writeOwnMap(.groups, own),
        .writeSetgroups(.allow),
      ])
    // D-11: once is enough.
    #expect(
      try plan(["--map-group", "7", "--setgroups", "deny"]).runner == [
        .writeSetgroups(.deny), .writeOwnMap(.groups, own),
      ])
  }

  @Test func mountsInTheirOrder() throws {
    #expect(
      try plan([
        "-m", "--propagation", "slave", "--root", "/r", "--wd", "/etc", "--mount-proc", "-S", "1",
        "-G", "2",
      ]).runner == [
        .setRootPropagation(.slave), .changeRoot("/r"), .changeDirectory("/etc"),
        .checkWorkingDirectory("/etc"), .mountProc("/proc"),
      ] + verified([.dropGroups, .setGroup(GroupID(2)), .setUser(UserID(1))]))
    #expect(try plan(["-R", "/r"]).runner == [.changeRoot("/r"), .changeDirectory("/")])
    #expect(
      try plan(["--mount-proc=/p", "--propagation", "unchanged"]).runner == [
        .makePrivate("/p"), .mountProc("/p"),
      ])
  }

  @Test func binaryFormats() throws {
    let place: ByteString = "/proc/sys/fs/binfmt_misc"
    #expect(
      try plan(["-l", ":x:M::A::/i:"]).runner == [
        .setRootPropagation(.private), .mountProc("/proc"), .mountBinfmt(place),
        .registerInterpreter(directory: place, definition: ":x:M::A::/i:"),
      ])
    #expect(
      try plan(["-R", "/", "-l", "+x+M++A++/i+F"]).runner == [
        .setRootPropagation(.private), .mountBinfmt(place),
        .registerInterpreter(directory: place, definition: "+x+M++A++/i+F"),
        .changeRoot("/"), .changeDirectory("/"), .mountProc("/proc"), .mountBinfmt(place),
      ])
    // The order of the options decides whether proc is implied.
    #expect(try !plan(["--mount-binfmt=/b", "-l", "x"]).runner.contains(.mountProc("/proc")))
    #expect(try plan(["-l", "x", "--mount-binfmt=/b"]).runner.contains(.mountProc("/proc")))
    #expect(try plan(["--mount-proc=/p", "-l", "x"]).runner.contains(.mountProc("/p")))
  }

  @Test func capabilitiesComeLastAndOnlyWithAUserNamespace() throws {
    #expect(try plan(["-c", "--keep-caps"]).runner.last == .raiseAmbientCapabilities())
    #expect(try plan(["--keep-caps"]).runner.isEmpty)
  }

  @Test func extensions() throws {
    let plan = try plan([
      "-un", "--hostname", "h", "--domainname", "d", "--loopback", "-S", "5", "--clear-env",
    ])
    #expect(
      plan.runner == [
        .setHostName("h"), .setDomainName("d"), .bringLoopbackUp,
      ] + verified([.setUser(UserID(5))]))
    #expect(plan.environment == .only([]))
  }

  @Test func theLoginShellMayNotForkAsAnInit() throws {
    #expect(try intent(["-p"]).plan(running: []).program == .loginShell(mayFork: false))
    #expect(try intent(["-pf"]).plan(running: []).program == .loginShell(mayFork: true))
    #expect(try intent([]).plan(running: []).program == .loginShell(mayFork: true))
    #expect(try intent(["-pfR/x"]).plan(running: []).program == .loginShell(mayFork: false))
  }

  @Test func everyOptionIsInTheTableOnceAndInTheHelp() {
    let listed = (unshareOptions.original + unshareOptions.extensions).map(\.id)
    #expect(unshareOptions.original.count == 34)
    for option in listed where option != .launch(.noNewPrivileges) {
      #expect(listed.filter { $0 == option }.count == 1)
    }
    for option in LaunchOption.allCases { #expect(listed.contains(.launch(option))) }
    let shown = unshareOptions.helpGroups.flatMap { $0 }
    #expect(shown.count == unshareOptions.original.count)
    for option in unshareOptions.original.map(\.id) { #expect(shown.contains(option)) }
  }

  @Test func tableLaws() {
    let specs = unshareOptions.original + unshareOptions.extensions
    #expect(Set(specs.map { "\($0.long)" }).count == specs.count)
    let shorts = specs.compactMap(\.short)
    #expect(Set(shorts).count == shorts.count)
    #expect(unshareOptions.extensions.allSatisfy { $0.short == nil })
    for spec in specs {
      #expect(!"\(spec.help)".isEmpty)
      #expect("\(spec.long)".allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") })
    }
    // No extension may be a prefix of an original name: it would mean that one.
    for ours in unshareOptions.extensions {
      for theirs in unshareOptions.original {
        #expect(!"\(theirs.long)".hasPrefix("\(ours.long)"))
      }
    }
  }
}
