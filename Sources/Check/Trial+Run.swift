import Answers
import Bytes
import Kernel
import Launch
import Namespaces
import Unshare

extension Trial {
  /// Tries it, in a child that does nothing else and ends with all that it made.
  func run(by caller: UnshareIntent.Caller) -> Verdict {
    let plan = plan(for: caller)
    if needsProc, !Self.hasProc {
      return Self.refused(.open("/proc/self/uid_map", .noEntry), plan, caller)
    }
    do throws(Errno) {
      let pipe = try Pipe()
      let child = try Self.start(plan, caller, telling: pipe)
      // Always reaped, whatever came of what it told.
      let messages = (try? pipe.receiveAll(limit: 1 << 16)) ?? []
      return switch try Calls.wait(for: child) {
      case .exited(0): .possible
      case .exited: .stopped(told: messages)
      case .killed(let signal):
        .stopped(failure: "the attempt was ended by SIG\(signal.name)", reasons: [])
      }
    } catch {
      return Self.refused(.fork(error), plan, caller)
    }
  }

  /// Whether files below /proc are written.
  private var needsProc: Bool {
    switch self {
    case .kind(_, let withUser), .proc(let withUser): withUser
    case .ranges: true
    }
  }

  /// Whether it is proc(5) that lies at /proc. What somebody else put there could keep whoever opens it
  /// waiting for ever, as a FIFO does.
  static var hasProc: Bool {
    guard let look = try? FileLook(at: "/proc") else { return false }
    if let type = look.fileSystem { return type == .proc }
    return (try? DirectoryHandle("/proc").fileSystemType()) == .proc
  }

  private static func start(
    _ plan: LaunchPlan, _ caller: UnshareIntent.Caller, telling pipe: Pipe
  ) throws(Errno) -> ProcessID {
    let parent = Calls.ownProcess
    return try Fork.child(endingWith: { $0 }) {
      // Where the call is refused the child goes on: it comes to its end by itself.
      try? Calls.setParentDeathSignal(.kill)
      if Calls.parentProcess != parent { return 1 }
      // What a helper such as newuidmap(1) has to say goes nowhere, but it must find a reader.
      let sink = try? Pipe()
      try? sink?.takeStandardError()
      var executor = Executor(
        report: { failure in
          if case .stopped(let failure, let reasons) = refused(failure, plan, caller) {
            try? pipe.send(Verdict.message(failure, reasons))
          }
        }, finish: { $0 })
      return withExtendedLifetime(sink) { executor.rehearse(plan) }
    }
  }

  /// Asked in the process that met the failure, since there the evidence is.
  private static func refused(
    _ failure: LaunchFailure, _ plan: LaunchPlan, _ caller: UnshareIntent.Caller
  ) -> Verdict {
    var trouble = Trouble(.launch(failure))
    trouble.circumstances.plan = plan
    return .stopped(failure: failure.sentence?.safe, reasons: reasons(of: trouble, caller))
  }

  /// The hints that unshare(1) would give.
  static func reasons(of trouble: Trouble, _ caller: UnshareIntent.Caller) -> [Verdict.Reason] {
    var trouble = trouble
    (trouble.circumstances.callerUser, trouble.circumstances.callerGroup) =
      (caller.user, caller.group)
    let source = LiveEvidence(
      isAmongOthersFiles: trouble.isAmongOthersFiles || !hasProc)
    return hints(for: trouble, Evidence(about: trouble, from: source)).map {
      Verdict.Reason("\($0.topic)", $0.sentence)
    }
  }
}
