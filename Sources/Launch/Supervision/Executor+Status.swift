import Bytes
import Kernel
import NamespaceValues

// What is told of the program, and how its start is found out.
//
//   the program's process               the process that was started
//   "R" when all steps are done     ->  knows its number from the kernel, past an init
//                                       writes the first object
//   waits                           <-  "G"
//   waits for a byte, if asked
//   "X", exec(3)                    ->  the end of the socket: the program runs
//   or "E" and why it failed        ->  ends with an error

extension Executor {
  /// Takes over what was given, before anything else is done.
  @inline(never)
  mutating func openStatus(_ request: StatusRequest) throws(LaunchFailure) {
    let status = try attempt(StatusChannel(request)) { .givenDescriptor($0) }
    self.status = status
    guard let path = request.pidfile else { return }
    // In the caller's root, with the caller's ids; and an old number in it is gone from now on.
    let step = StatusRequest.describeCreation(of: path)
    note(step)
    do throws(PidfileFault) { status.pidfile = try .opened(at: path) } catch {
      explainOutcome(of: step, isDone: false)
      throw .pidfile(path, error)
    }
    explainOutcome(of: step, isDone: true)
    status.step = nil
  }

  /// Before the fork: the socket by which the program's process tells.
  func openGate(_ status: StatusChannel) throws(LaunchFailure) {
    if status.request.hasGate { status.gate = try attempt(ProgramGate()) { .channel($0) } }
  }

  /// Remembers what is about to fail, or did, as `--dry-run` prints it.
  func note(_ step: @autoclosure () -> ByteString) {
    if let status { status.step = "\(actor): \(step())" }
  }

  // MARK: In the program's process

  /// Says that all is done, and waits until the program may be started.
  @inline(never)
  func passGate(_ status: StatusChannel) throws(LaunchFailure) {
    guard let gate = status.gate else { return }
    try attempt(gate.say("R")) { .tellStatus($0) }
    // Where the other process is gone nobody would supervise the program.
    if !gate.waitUntilOpen() { throw .parentGone }
    guard let block = status.block else { return }
    note(StatusRequest.describeBlock(block.number))
    explainBlock(block.number)
    // It may take long, and signals are for the program by now.
    try attempt(Calls.restoreMask()) { .restoreMask($0) }
    // Whoever was to prepare something for the program may have died before it was done. So may the
    // process that would supervise the program: nobody knows of it then, and it must not start.
    let isThere: Bool
    do throws(Errno) { isThere = try block.awaitByte(orEndOf: gate) } catch {
      throw error == .brokenPipe ? .parentGone : .block(block.number, error)
    }
    if !isThere { throw .blockEnded }
  }

  /// Says why it failed: to the process that was started, or, where this is that process, to whoever
  /// started it.
  @inline(never)
  func tellFailure(_ failure: LaunchFailure, hint: ByteString?, _ status: StatusChannel) {
    let members = StatusObjects.failure(
      failure.sentence ?? "a helper failed, and said why", step: status.step,
      errno: failure.errno, hint: hint)
    try? status.gate?.say("E\(members)")
    status.tellLast(StatusObjects.failed(members, status: failure.exitStatus))
  }

  // MARK: In the process that was started

  /// Takes what the program's process has said by now, and tells it.
  /// - Throws: why nothing can be heard, so that the program must not run; why the pidfile could not be
  ///   written, while the program's number is its own.
  func take(_ status: StatusChannel, of child: ProcessID) throws(LaunchFailure) {
    status.objects.flush()
    status.namespaces.flush()
    while let (text, sender) = try attempt(status.gate?.nextMessage(), { .hearStatus($0) }) {
      let runs = try attempt(status.advance(text, sender, child)) { .tellStatus($0) }
      if runs { try tellStart(status) }
    }
  }

  @inline(never)
  private func tellStart(_ status: StatusChannel) throws(LaunchFailure) {
    if let path = status.request.pidfile {
      let step = StatusRequest.describeNumber(in: path)
      note(step)
      // Before it is said that the program runs: whoever reads that may read the file.
      do throws(Errno) { try status.pidfile?.write("\(status.program.number)\n") } catch {
        explainOutcome(of: step, isDone: false)
        throw .writeOwn(path, error)
      }
      explainOutcome(of: step, isDone: true)
      status.pidfile = nil
    }
    status.objects.write(StatusObjects.running(status.program))
  }

  /// Tells how it ended: the last that is told.
  @inline(never)
  func tellEnd(_ result: ChildStatus, _ status: StatusChannel) {
    let code =
      switch result {
      case .exited(let status): status
      case .killed(let signal): 128 + signal.number
      }
    let object =
      switch status.stage {
      // Somebody else may keep the socket open; but it was just about to be.
      case .running, .starting: StatusObjects.ended(result)
      case .failed(let members): StatusObjects.failed(members, status: code)
      case .preparing, .ready: StatusObjects.failed(StatusObjects.early(result), status: code)
      }
    status.tellLast(object)
  }
}
