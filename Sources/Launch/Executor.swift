public import Bytes
import Capabilities
import Kernel
import NamespaceValues

/// Carries a plan out. It has no opinions: the order is the plan's.
///
/// All of it runs in one thread; the kernel refuses a new user namespace to a process with more.
public struct Executor: ~Copyable {
  /// Says on stderr what went wrong. Given by the personality, since every process of a launch,
  /// helpers included, reports for itself.
  /// Returns what it told a person beyond that.
  let report: (LaunchFailure) -> ByteString?
  /// The last thing a process does before it ends: turns its status into the final one.
  let finish: (Int32) -> Int32
  /// Tells a person how each step went, in each process of the launch; nil where nobody asked.
  let explain: ((ByteString) -> Void)?
  /// Which process this is, for people.
  var actor: StaticString = "this process"

  var binder: Helper?
  var mapWriter: Helper?
  /// The process that forks, as the forked child sees it; see `dieWithParent`.
  var parent: LifeWatch?
  /// Where there are no pidfds: what `parent` watches. It is open as long as the process that
  /// forks lives.
  var lifeline: Lifeline?
  /// Where the program is supervised: what reaches this process meanwhile.
  var inbox: SupervisorInbox?
  /// The terminal that this process had in the foreground before it forked; where the program is supervised,
  /// that of its session.
  var terminal: Terminal?
  /// Where an init is the parent of a program that leads a group: that one, in the numbers of this process.
  var leader: ProcessID?
  /// This process was sent SIGTSTP, by the key or by somebody, which is for the program, and was not continued since.
  var hasStopKey = false
  /// The program is stopped, and whoever continues this process means it.
  var awaitsContinue = false
  /// Where something is told of the program.
  var status: StatusChannel?

  /// What was opened for the launch before it began.
  var files: HeldFiles
  var progress = EntryProgress()
  /// Where a new proc(5) or sysfs(5) comes.
  var place: MountPlace?
  /// The table of mounts: proc_pid_mountinfo(5).
  var mounts: OpenFile?
  /// Whether the mount namespace that was entered belongs to this process's user namespace.
  var ownsMounts = false

  /// - Parameters:
  ///   - files: what the plan's steps call held.
  ///   - report: says what went wrong, in each process of the launch, and returns the hint it gave.
  ///   - finish: makes the status that a process ends with out of the one it would have.
  ///   - explain: tells a person how each step went, as it is done; nil where nobody asked.
  public init(
    files: consuming HeldFiles = HeldFiles(), report: @escaping (LaunchFailure) -> ByteString?,
    finish: @escaping (Int32) -> Int32, explain: ((ByteString) -> Void)? = nil
  ) {
    self.files = files
    self.report = report
    self.finish = finish
    self.explain = explain
  }

  /// Runs the plan. Returns only when the program was not started by this very process: with
  /// the exit status to end with.
  @inline(never)
  public mutating func run(_ plan: LaunchPlan) -> Int32 {
    do throws(LaunchFailure) {
      if let request = plan.fork?.supervision?.status { try openStatus(request) }
      // Before anything is entered: there the name may mean anything.
      if plan.fork?.supervision != nil { files.terminal = Terminal.open() }
      try perform(plan.setup)
      if let mode = plan.fork {
        if let supervision = mode.supervision {
          return try runSupervised(plan, mode, supervision)
        }
        return try runForked(plan, mode)
      }
      try perform(plan.persistence)
      try perform(plan.runner)
      explainStart(of: plan)
      throw execute(plan)
    } catch {
      dismissHelpers()
      return failed(error)
    }
  }

  /// The part of the process that becomes the program.
  mutating func runChild(_ plan: LaunchPlan) -> Int32 {
    do throws(LaunchFailure) {
      try perform(plan.runner)
      if let status { try passGate(status) }
      explainStart(of: plan)
      throw execute(plan)
    } catch {
      return failed(error)
    }
  }

  mutating func perform(_ steps: [LaunchStep]) throws(LaunchFailure) {
    for step in steps {
      do throws(LaunchFailure) {
        if explain == nil { try perform(step) } else { try performExplained(step) }
      } catch {
        note(step.describe())
        throw error
      }
    }
  }

  func failed(_ failure: LaunchFailure) -> Int32 {
    let hint = report(failure)
    if let status { tellFailure(failure, hint: hint, status) }
    return failure.exitStatus
  }

  /// Every step's way to the kernel.
  mutating func perform(_ step: LaunchStep) throws(LaunchFailure) {
    switch step {
    case .startHelper(let job): try startHelper(job)
    case .releaseHelper(.binder): try release(binder.take())
    case .releaseHelper(.mapWriter): try release(mapWriter.take())
    case .dieWithParent(let signal): try dieWithParent(signal)
    case .reapOrphans: try attempt(Calls.reapOrphans()) { .reapOrphans($0) }
    case .startSession: try attempt(Calls.startSession()) { .startSession($0) }
    case .leadGroup: try leadGroup()

    case .hideFromTarget(let isRequired): try hideFromTarget(isRequired)
    case .defaultChildSignal:
      // Helpers and the child are waited for; with SIGCHLD ignored there would be no status.
      try attempt(Calls.setDefaultAction(.childEnded)) { .setDefaultAction($0) }
    case .dropGroups: try attempt(Calls.dropGroups()) { .dropGroups($0) }
    case .setGroup(let group): try attempt(Calls.setGroup(group)) { .setGroup($0) }
    case .setUser(let user): try attempt(Calls.setUser(user)) { .setUser($0) }
    case .tryToDropGroups: tryToDropGroups()
    case .dropGroupsUnlessDone: try dropGroupsUnlessDone()
    case .dropRemainingGroups: try dropRemainingGroups()
    case .readTargetIdentity(let followed): try readTargetIdentity(followed)
    case .dropGroupsIfPermitted: try dropGroupsIfPermitted()
    case .setGroupOfTarget, .setMappedGroup: try perform(.setGroup(progress.targetGroup))
    case .setUserOfTarget, .setMappedUser: try perform(.setUser(progress.targetUser))
    case .holdOwnDirectory: try holdOwnDirectory()
    case .readOwnMaps(let users, let groups): try readOwnMaps(users: users, groups: groups)
    case .raiseAmbientCapabilities(let except):
      do throws(OwnCapabilities.Fault) { try OwnCapabilities.keepAcrossExec(except: except) } catch
      {
        throw .capabilities(error)
      }
    case .rememberPrivileges: try rememberPrivileges()
    case .verify(let steps): try verify(steps)
    case .privilege(let step):
      do throws(PrivilegeFailure) { try step.perform() } catch { throw .privilege(error) }

    case .unshare(let namespaces): try attempt(Calls.unshare(namespaces)) { .unshare($0) }
    case .setClockOffset(let offset): try Self.setClockOffset(offset)
    case .bindNamespaces(let bindings): try Self.bindOwn(bindings)
    case .writeOwnMap(let kind, let mapping): try Self.writeOwnMap(kind, mapping)
    case .writeSetgroups(let policy): try Self.writeSetgroups(policy)
    case .refuseAllowedSetgroups: throw .allowedSetgroups
    case .setHostName(let name):
      try attempt(Calls.setHostName(name)) { .setHostName($0) }
    case .setDomainName(let name):
      try attempt(Calls.setDomainName(name)) { .setDomainName($0) }
    case .bringLoopbackUp:
      try attempt(Calls.bringLoopbackUp()) { .bringLoopbackUp($0) }

    case .enterTarget(let namespaces, let ifAllowed):
      try enterTarget(namespaces, ifAllowed: ifAllowed)
    case .enterFile(let kind, let ifAllowed): try enterFile(kind, ifAllowed: ifAllowed)
    case .expectNamespace(let kind, let number): try expectNamespace(kind, number)
    case .close(let file): files.close(file)
    case .joinCgroup: try joinCgroup()
    case .setEnvironment(let block): try setEnvironment(block)
    case .expectEnvironmentInside(let path, let refusal):
      progress.refusal = .open(path, refusal)
    case .readTargetEnvironment(let isLastChance):
      try readTargetEnvironment(isLastChance: isLastChance)

    case .setRootPropagation(let propagation):
      try attempt(Calls.setPropagation(propagation, below: "/")) { .setRootPropagation($0) }
    case .changeRoot(let path):
      try attempt(Calls.changeRoot(path)) { .changeRoot(path, $0) }
    case .changeDirectory(let path):
      try attempt(Calls.changeDirectory(path)) { .changeDirectory(path, $0) }
    case .checkWorkingDirectory(let path):
      if !Calls.isBelowRoot { throw .outsideOfRoot(path) }
    case .holdCurrentDirectory: try holdCurrentDirectory()
    case .changeToHeldRoot: try changeToHeldRoot()
    case .openWorkingDirectory(let path): try openWorkingDirectory(path)
    case .changeToHeldWorkingDirectory: try changeToHeldWorkingDirectory()
    case .protectProgram(let name): try protectProgram(name)
    case .makePrivate(let path): try Self.makePrivate(path)
    case .askMountOwner: askMountOwner()
    case .holdMounts(let path): try holdMounts(for: path)
    case .openMountPlace(let type, let path, let avoidsLinks):
      try openMountPlace(type.name, path, avoidsLinks: avoidsLinks)
    case .mountAtPlace(let type, let path): try mountAtPlace(type.name, path)
    case .enterHeldRoot:
      try attempt(held(files.root?.becomeWorkingDirectory())) { .changeToRoot($0) }
    case .mountProc(let path): try Self.mount("proc", at: path)
    case .mountBinfmt(let path): try Self.mount("binfmt_misc", at: path)
    case .registerInterpreter(let directory, let definition):
      try Self.register(definition, below: directory)
    }
  }
}
