import Bytes
import Kernel
import NamespaceValues

/// A forked helper that waits for its word.
struct Helper: ~Copyable {
  let process: ProcessID
  let rendezvous: Rendezvous
}

extension Executor {
  /// Forks a helper. It must come before unshare(2): the helper stays in the old namespaces, and
  /// the first child after a new PID namespace would be that namespace's init.
  mutating func startHelper(_ job: HelperJob) throws(LaunchFailure) {
    let rendezvous = try attempt(Rendezvous()) { .rendezvous($0) }
    let process = try fork(job, waitingAt: rendezvous)
    let helper = Helper(process: process, rendezvous: rendezvous)
    switch job.kind {
    case .binder: binder = consume helper
    case .mapWriter: mapWriter = consume helper
    }
  }

  /// The helper's whole life, and its id for the launching process.
  private func fork(
    _ job: HelperJob, waitingAt rendezvous: borrowing Rendezvous
  ) throws(LaunchFailure) -> ProcessID {
    let launcher = Calls.ownProcess
    // Found out by the process itself: nobody else has its number in this /proc as long as it lives.
    let shown = Calls.ownNumberInProc
    let (report, finish, explain) = (report, finish, explain)
    do throws(Errno) {
      return try Fork.child(endingWith: finish) {
        do throws(LaunchFailure) {
          try Self.waitForWord(rendezvous, from: launcher)
          try job.run(for: launcher, shown, finish: finish, report: report)
          explain?("helper: \(job.describe()): ok")
          return 0
        } catch {
          explain?("helper: \(job.describe()): failed")
          _ = report(error)
          return error.exitStatus
        }
      }
    } catch {
      throw .fork(error)
    }
  }

  /// In the helper: returns when there is work; otherwise the process ends here.
  private static func waitForWord(
    _ rendezvous: borrowing Rendezvous, from launcher: ProcessID
  ) throws(LaunchFailure) {
    // The launcher may be killed before it says anything, and the helper's own copy of the
    // eventfd would keep it waiting for ever. The signal covers a death from now on, the
    // comparison one before.
    var watches = false
    do throws(Errno) { try Calls.setParentDeathSignal(.kill) } catch {
      if !error.isRefusal { throw .dieWithParent(error) }
      watches = true
    }
    do throws(Errno) {
      // Without the signal there is only to look for the launcher again and again.
      try checkParent(is: launcher)
      while try watches ? !rendezvous.hasWord(within: 100) : false {
        try checkParent(is: launcher)
      }
      if try rendezvous.listen() == .goAway { Calls.exit(1) }
    } catch {
      throw .listen(error)
    }
  }

  /// In the helper: ends it where the launcher is gone.
  private static func checkParent(is launcher: ProcessID) throws(Errno) {
    let parent = Calls.parentProcess
    if parent == launcher { return }
    // No process has such a number: it is the answer of a filter.
    for number in [parent.number, launcher.number] where number < 0 { throw Errno(-number) }
    Calls.exit(1)
  }

  /// Lets a helper work and takes over its failure.
  mutating func release(_ helper: consuming Helper?) throws(LaunchFailure) {
    guard let helper else { return }
    let process = helper.process
    do throws(Errno) { try helper.rendezvous.say(.goAhead) } catch {
      // Untold, it would wait for ever, and so would we.
      try? Calls.kill(process, .kill)
      _ = try? Calls.wait(for: process)
      throw .release(error)
    }
    try Self.waitForSuccess(of: process)
  }

  /// Waits for a process that must exit with status 0.
  static func waitForSuccess(of process: ProcessID) throws(LaunchFailure) {
    switch try attempt(Calls.wait(for: process), { .wait($0) }) {
    case .exited(0): return
    case .exited(let status): throw .helperExited(status)
    // The work is half done at best: the program would run under another identity, or without
    // the file, than was asked for.
    case .killed(let signal): throw .helperKilled(signal)
    }
  }

  /// Sends away the helpers that are still waiting, after a failure.
  mutating func dismissHelpers() {
    dismiss(binder.take())
    dismiss(mapWriter.take())
  }

  private func dismiss(_ helper: consuming Helper?) {
    guard let helper else { return }
    let process = helper.process
    // By word rather than by signal: after a change of ids we may not be allowed to kill it.
    do throws(Errno) { try helper.rendezvous.say(.goAway) } catch {
      try? Calls.kill(process, .kill)
    }
    _ = try? Calls.wait(for: process)
  }
}

extension HelperJob {
  /// The work itself, in the helper.
  /// - Parameters:
  ///   - launcher: the process that is acted on.
  ///   - shown: its number in /proc; nil where that shows no such process.
  fileprivate func run(
    for launcher: ProcessID, _ shown: ProcessID?, finish: (Int32) -> Int32,
    report: (LaunchFailure) -> ByteString?
  ) throws(LaunchFailure) {
    // The launcher's own number may be a stranger's in a /proc of another PID namespace: his ids would be
    // mapped, or his namespaces bound (docs/deviations.md D-71).
    guard let shown else { throw notShown(launcher) }
    try run(on: shown, finish: finish, report: report)
  }

  /// What is said where /proc does not show the process: that its file is not there.
  private func notShown(_ launcher: ProcessID) -> LaunchFailure {
    switch self {
    case .bindNamespaces(let bindings): Executor.notShown(bindings, of: launcher)
    case .writeMaps(let users, _, _):
      .openMap(
        "/proc/\(launcher.number)/\((users.isEmpty ? IDMapKind.groups : .users).fileName)", .noEntry
      )
    }
  }

  private func run(
    on launcher: ProcessID, finish: (Int32) -> Int32, report: (LaunchFailure) -> ByteString?
  ) throws(LaunchFailure) {
    switch self {
    case .bindNamespaces(let bindings):
      try Executor.bind(bindings, of: launcher)
    case .writeMaps(let users, let groups, by: .helper):
      try Executor.writeMap(.users, users, of: launcher)
      try Executor.writeMap(.groups, groups, of: launcher)
    case .writeMaps(let users, let groups, by: .setUserIDPrograms):
      guard !users.isEmpty else { throw Self.become(.groups, groups, launcher) }
      guard !groups.isEmpty else { throw Self.become(.users, users, launcher) }
      // Two programs: a child becomes the first, this process the second.
      let first: ProcessID
      do throws(Errno) {
        first = try Fork.child(endingWith: finish) {
          let failure = Self.become(.users, users, launcher)
          _ = report(failure)
          return failure.exitStatus
        }
      } catch {
        throw .fork(error)
      }
      try Executor.waitForSuccess(of: first)
      throw Self.become(.groups, groups, launcher)
    }
  }

  /// Becomes newuidmap(1) or newgidmap(1), which map ids for a plain user. Returns only the
  /// failure to do so.
  private static func become(
    _ kind: IDMapKind, _ mappings: [IDMapping], _ launcher: ProcessID
  ) -> LaunchFailure {
    var arguments = [kind.helperName, "\(launcher.number)"]
    for mapping in mappings {
      arguments += ["\(mapping.inner)", "\(mapping.outer)", "\(mapping.count)"]
    }
    return .execute(kind.helperName, Execution.search(kind.helperName, arguments))
  }
}
