import Answers
import Bytes
import Kernel
import Launch
import NamespaceValues
import Unshare

extension Trial {
  /// Tries it, in a child that does nothing else and ends with all that it made.
  /// - Throws: where there are no means to try it, which says nothing about what is tried.
  func run(by caller: UnshareIntent.Caller) throws(CheckFailure) -> Verdict {
    let plan = plan(for: caller)
    if needsProc, !Self.hasProc {
      return Self.refused(.open("/proc/self/uid_map", .noEntry), plan, caller)
    }
    let (pipe, messages, status): (Pipe, [UInt8], ChildStatus)
    do throws(Errno) { pipe = try Pipe() } catch { throw .open(error) }
    do throws(Errno) {
      let child = try Self.start(plan, caller, telling: pipe)
      // Always reaped, whatever came of what it told.
      messages = (try? pipe.receiveAll(limit: 1 << 16)) ?? []
      status = try Calls.wait(for: child)
    } catch {
      throw .fork(error)
    }
    switch status {
    case .exited(0): return .possible
    case .exited:
      if let shortage = Verdict.shortage(told: messages) { throw shortage }
      return .stopped(told: messages)
    case .killed(let signal):
      return .stopped(failure: "the attempt was ended by SIG\(signal.name)", reasons: [])
    }
  }

  /// Makes sure of the descriptors that the attempts and what is read besides need, at most 5 at a time: what
  /// cannot be opened would look as if it were not there.
  static func reserveDescriptors() throws(CheckFailure) {
    do throws(Errno) {
      let pipes = [try Pipe(), try Pipe(), try Pipe(), try Pipe()]
      withExtendedLifetime(pipes) {}
    } catch {
      throw .open(error)
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
          if let shortage = CheckFailure(failure) {
            try? pipe.send(Verdict.message(shortage))
          } else if case .stopped(let failure, let reasons) = refused(failure, plan, caller) {
            try? pipe.send(Verdict.message(failure, reasons))
          }
          return nil
        }, finish: { $0 })
      return withExtendedLifetime(sink) { executor.rehearse(plan, hasProc: hasProc) }
    }
  }

  /// Asked in the process that met the failure, since there the evidence is.
  private static func refused(
    _ failure: LaunchFailure, _ plan: LaunchPlan, _ caller: UnshareIntent.Caller
  ) -> Verdict {
    .stopped(failure: failure.sentence?.safe, reasons: reasons(of: .launch(failure), caller, plan))
  }

  /// The hints that unshare(1) would give.
  static func reasons(
    of failure: Trouble.Failure, _ caller: UnshareIntent.Caller, _ plan: LaunchPlan? = nil
  ) -> [Verdict.Reason] {
    var known = Circumstances(of: caller.user, caller.group)
    known.plan = plan
    let trouble = Trouble(failure, known)
    let source = LiveEvidence(
      isAmongOthersFiles: trouble.isAmongOthersFiles || !hasProc)
    var evidence = Evidence()
    evidence.gather(about: trouble, from: source)
    return hints(for: trouble, evidence).map {
      Verdict.Reason("\($0.topic)", $0.sentence)
    }
  }
}
