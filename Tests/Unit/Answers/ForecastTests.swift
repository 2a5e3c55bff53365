import Answers
import Bytes
import Capabilities
import Kernel
import Launch
import NamespaceValues
import Nsenter
import Testing

/// What is said before anything is tried.
@Suite struct ForecastTests {
  var source: FixtureSource {
    var source = FixtureSource()
    source.sets = CapabilitySets()
    source.looks["/there"] = FileLook(mode: 0o100644)
    source.looks["/folder"] = FileLook(mode: 0o040755)
    return source
  }

  private func said(
    _ step: LaunchStep, in plan: LaunchPlan? = nil, _ source: FixtureSource? = nil
  ) -> ByteString? {
    var plan = plan ?? LaunchPlan(program: .command("true", arguments: []))
    if plan.setup.isEmpty { plan.setup = [step] }
    return forecast(
      .step(step), known(plan), from: source ?? self.source)
  }

  private func known(_ plan: LaunchPlan, _ entry: NsenterIntent? = nil) -> Circumstances {
    var known = Circumstances()
    (known.plan, known.entry) = (plan, entry)
    return known
  }

  @Test func unshareNeedsACapability() {
    #expect(
      said(.unshare(.network))?.hasPrefix("unshare failed: Operation not permitted: creating net")
        == true)
    #expect(said(.unshare([.network, .user])) == nil)
    #expect(said(.unshare([])) == nil)
    var unknown = source
    unknown.sets = nil
    #expect(said(.unshare(.network), unknown) == nil)
  }

  @Test func aLimitOfNothingIsReached() {
    var source = source
    source.files["/proc/sys/user/max_net_namespaces"] = "0\n"
    #expect(
      said(.unshare([.network, .user]), source)?.hasPrefix("unshare failed: No space left") == true)
    source.files["/proc/sys/user/max_net_namespaces"] = "1\n"
    #expect(said(.unshare([.network, .user]), source) == nil)
  }

  /// A newcomer asks before he starts a service: what would be refused, or lose a file, is said.
  @Test func aPidfileIsTheCallersOwn() {
    var source = source
    source.looks["/"] = FileLook(mode: 0o040755)
    source.looks["/link"] = FileLook(mode: 0o120777)
    source.looks["/pipe"] = FileLook(mode: 0o010600)
    source.looks["/two"] = FileLook(mode: 0o100644, links: 2)
    source.looks["/strange"] = FileLook(user: UserID(5), mode: 0o100644)
    source.looks["/wide"] = FileLook(mode: 0o100666)
    source.files["/there"] = "12\n"
    let said = { (path: ByteString, caller: UInt32) -> ByteString? in
      var known = Circumstances(of: UserID(caller), GroupID(caller))
      known.plan = LaunchPlan(program: .command("true", arguments: []))
      return forecast(.pidfile(path), known, from: source)
    }
    #expect(said("/there", 0) == nil && said("/folder/new", 0) == nil && said("/new", 0) == nil)
    #expect(said("/none/f", 0) == "cannot open /none/f: No such file or directory")
    #expect(said("/there/f", 0) == "cannot open /there/f: Not a directory")
    #expect(said("/folder/", 0) == "cannot open /folder/: Is a directory")
    #expect(said("/folder", 0) == "cannot open /folder: not a regular file")
    #expect(said("/pipe", 0) == "cannot open /pipe: not a regular file")
    #expect(said("/link", 0) == "cannot open /link: it is a symbolic link")
    #expect(said("/two", 0) == "cannot open /two: it has more than one name (hard links)")
    #expect(said("/strange", 0) == "cannot open /strange: it belongs to user 5")
    #expect(said("/wide", 0) == "cannot open /wide: anybody may write to it")
    // Without capabilities, as the fixture has it.
    #expect(said("/folder/new", 7) == "cannot open /folder/new: Permission denied")
    source.sets = nil
    #expect(said("/folder/new", 7) == nil)
    source.files["/there"] = "root:x:0:0\n"
    #expect(said("/there", 0) == "cannot open /there: it holds something other than a process id")
  }

  /// A filter might end the process.
  @Test func noCallIsTried() {
    var source = source
    source.refusals[.unshare] = .notPermitted
    #expect(said(.unshare(.user), source) == nil)
    #expect(said(.unshare(.network), source) == said(.unshare(.network)))
  }

  @Test func directoriesAndFilesMustBeThere() {
    #expect(said(.changeRoot("/none")) != nil)
    #expect(
      said(.changeRoot("/there"))?.hasPrefix("cannot change root directory to '/there': Not a dir")
        == true)
    #expect(said(.changeRoot("/folder")) == nil)
    #expect(said(.bindNamespaces([NamespaceBinding(.uts, to: "/none")])) != nil)
    #expect(said(.bindNamespaces([NamespaceBinding(.uts, to: "/there")])) == nil)
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.setup = [.changeRoot("/folder")]
    #expect(said(.bindNamespaces([NamespaceBinding(.uts, to: "/none")]), in: plan) == nil)
  }

  @Test func aNewProcNeedsItsOwnProcesses() {
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.setup = [.unshare([.user, .mount])]
    #expect(said(.mountProc("/proc"), in: plan) != nil)
    plan.setup = [.unshare([.user, .mount, .pid])]
    #expect(
      said(.mountProc("/proc"), in: plan).map {
        String(decoding: $0.bytes, as: UTF8.self).hasSuffix("add --fork (-f)")
      } == true)
    plan.fork = ForkMode(.shielded)
    #expect(said(.mountProc("/proc"), in: plan) == nil)
    plan.fork = nil
    plan.setup = [.unshare([.mount, .pid])]
    #expect(said(.mountProc("/proc"), in: plan) == nil)
  }

  @Test func noClockIsBelowZero() {
    var source = source
    source.files["/proc/uptime"] = "812.41 1500.02\n"
    source.links["/proc/self/ns/time"] = "time:[4026531834]"
    let below = LaunchStep.setClockOffset(ClockOffset(.monotonic, seconds: -813))
    #expect(
      said(below, source).map {
        String(decoding: $0.bytes, as: UTF8.self).contains("no clock may be below 0")
      } == true)
    #expect(said(.setClockOffset(ClockOffset(.monotonic, seconds: -812)), source) == nil)
    #expect(said(.setClockOffset(ClockOffset(.boottime, seconds: 813)), source) == nil)
    #expect(said(below) == nil)
    // There the clocks are others than those that offsets count from.
    source.links["/proc/self/ns/time"] = "time:[4026532000]"
    #expect(said(below, source) == nil)
  }

  private func noted(_ plan: LaunchPlan, _ entry: NsenterIntent?, _ source: FixtureSource)
    -> [String]
  {
    remarks(on: known(plan, entry), from: source).map { "\($0.topic)" }
  }

  /// The attacker has fewer rights than the shell that he types into.
  @Test func aProgramWithFewerRightsCanType() {
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.runner = [.setUser(UserID(33))]
    var source = FixtureSource()
    #expect(noted(plan, nil, source) == [])
    source.links["/proc/self/fd/2"] = "/dev/pts/3"
    #expect(noted(plan, nil, source) == ["terminal-input"])
    source.files["/proc/sys/dev/tty/legacy_tiocsti"] = "1\n"
    #expect(noted(plan, nil, source) == ["terminal-input"])
    source.files["/proc/sys/dev/tty/legacy_tiocsti"] = "0\n"
    #expect(noted(plan, nil, source) == [])
    source.files = [:]
    plan.runner.insert(.startSession, at: 0)
    #expect(noted(plan, nil, source) == [])
    plan.runner = [.leadGroup]
    #expect(noted(plan, nil, source) == [])
  }

  @Test func aProgramWithoutForkIsOutside() {
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.setup = [.unshare(.pid)]
    #expect(noted(plan, nil, source) == ["pid-without-fork"])
    plan.fork = ForkMode(.shielded)
    #expect(noted(plan, nil, source) == [])
  }

  @Test func theTargetMayBeOutsideOfWhatItMade() {
    var plan = LaunchPlan(program: .command("true", arguments: []))
    plan.setup = [.enterTarget(.pid, ifAllowed: false)]
    var intent = NsenterIntent()
    intent.target = .init(ProcessID(7))
    var source = source
    source.links["/proc/7/ns/pid"] = "pid:[1]"
    source.links["/proc/7/ns/pid_for_children"] = "pid:[2]"
    #expect(noted(plan, intent, source) == ["target-outside"])
    source.links["/proc/7/ns/pid_for_children"] = "pid:[1]"
    #expect(noted(plan, intent, source) == [])
    source.links["/proc/7/ns/pid_for_children"] = nil
    #expect(noted(plan, intent, source) == [])
  }

  private func program(_ name: ByteString, _ plan: LaunchPlan? = nil) -> ByteString? {
    var plan = plan ?? LaunchPlan(program: .command(name, arguments: []))
    plan.program = .command(name, arguments: [])
    var source = source
    source.variables["PATH"] = "/usr/bin:/bin"
    source.looks["/bin/here"] = FileLook(mode: 0o100755)
    return forecast(.program, known(plan), from: source)
  }

  @Test func aProgramMustBeThere() {
    #expect(program("none")?.hasPrefix("failed to execute none: No such file") == true)
    #expect(program("here") == nil)
    #expect(program("/none") != nil)
    #expect(program("relative/none") == nil)
    // Among files of somebody else nothing is known.
    var plan = LaunchPlan(program: .command("none", arguments: []))
    plan.setup = [.changeRoot("/folder")]
    #expect(program("none", plan) == nil)
    plan.setup = []
    plan.environment = .only([])
    #expect(program("none", plan) == nil)
  }

  @Test func aHelperMustBeThere() {
    var source = source
    source.variables["PATH"] = "/bin"
    let step = LaunchStep.startHelper(
      .writeMaps(
        users: [IDMapping(inner: 0, outer: 100000, count: 10)], groups: [], by: .setUserIDPrograms))
    #expect(said(step, source)?.hasPrefix("failed to execute newuidmap") == true)
    source.looks["/bin/newuidmap"] = FileLook(mode: 0o104755)
    #expect(said(step, source) == nil)
  }
}
