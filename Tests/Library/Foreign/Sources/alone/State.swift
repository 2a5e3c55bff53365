import Glibc
import Namespaces
import Shared
import Synchronization

/// Attacker: whoever starts this process without standard streams. No pipe of the library takes their place, and
/// the program does not find one there.
func closedStandardStreams() throws {
  var pipe = TestPipe()
  let output = fcntl(pipe.writer, F_DUPFD_CLOEXEC, 100)
  let findings = fcntl(1, F_DUPFD_CLOEXEC, 100)
  pipe.closeWriter()
  for number in 0..<3 { close(Int32(number)) }
  defer { dup2(findings, 1) }
  // On descriptor 4, so that a pipe of ours in the place of 0, 1 or 2 would show.
  var program = shell("echo /proc/$$/fd/* | sed 's,/[a-z0-9/]*/,,g' >&4")
  program.descriptors = [DescriptorPlacement(output, as: 4)]
  let child = try clone([], running: program) { (child) throws(NamespaceError) in
    for number in 0..<3 { expectEqual(fcntl(Int32(number), F_GETFD), -1) }
    try child.processHandle().withDescriptor { expect($0 > 2, "a handle is descriptor \($0)") }
  }
  for number in 0..<3 { expectEqual(fcntl(Int32(number), F_GETFD), -1) }
  close(output)
  let text = pipe.readAll()
  try child.finish()
  // The shell's own pipe to sed(1) may be among them; nothing else is.
  expect(text.hasSuffix("4\n"), text)
  expect(text.split(separator: " ").count <= 3, text)
}

/// Attacker: a parent who ignores SIGCHLD. How a child ended is lost, and that is said.
func ignoredEnd() throws {
  signal(SIGCHLD, SIG_IGN)
  let child = try clone([], running: Program("true"))
  expectError(.wait(.noChild)) { _ = try child.wait() }
  expect(try child.hasEnded())
  // What the child could not do it says all the same.
  expectError(.execute("/nowhere/at/all", .noEntry)) {
    _ = try clone([], running: Program("/nowhere/at/all"))
  }
  // And the program ignores it too, as with every exec.
  signal(SIGCHLD, SIG_DFL)
  signal(SIGUSR2, SIG_IGN)
  let (_, text) = try output(of: Program("grep", ["SigIgn", "/proc/self/status"]))
  let mask = text.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) } ?? 0
  expect(mask & (1 << UInt64(SIGUSR2 - 1)) != 0, text)
  expect(mask & (1 << UInt64(SIGCHLD - 1)) == 0, text)
}

/// How often a handler ran in another process than the one that installed it.
private let strayCalls = Atomic(0)
private let calls = Atomic(0)
private let owner = Atomic<Int32>(0)

/// Attacker: a storm of signals. No handler of the parent runs in a child that becomes a program, and the program has
/// neither handlers nor a mask.
func handlers() throws {
  owner.store(getpid(), ordering: .relaxed)
  // Made here, and not in the handler.
  calls.store(0, ordering: .relaxed)
  let stray = TestPipe()
  strayEnd.store(stray.writer, ordering: .relaxed)
  signal(SIGUSR1) { _ in
    let kept = errno
    defer { errno = kept }
    calls.add(1, ordering: .relaxed)
    if getpid() == owner.load(ordering: .relaxed) { return }
    var word: UInt8 = 1
    _ = write(strayEnd.load(ordering: .relaxed), &word, 1)
  }
  let parent = getpid()
  // To the whole process group, so that a child gets it as well, at whatever moment.
  setpgid(0, 0)
  let storm = try clone([]) {
    signal(SIGUSR1, SIG_IGN)
    setpgid(0, 0)
    while kill(-parent, SIGUSR1) == 0 { usleep(200) }
    return 0
  }
  _ = waitUntil { calls.load(ordering: .relaxed) > 10 }
  for _ in 0..<100 {
    let child = try clone([], running: Program("sleep", ["0.001"])) { (_) throws(Never) in
      usleep(500)
    }
    switch try child.wait() {
    // As for any program without a handler.
    case .killed(let signal): expectEqual(signal, SignalNumber(SIGUSR1))
    case .exited(let status): expectEqual(status, 0)
    }
  }
  try storm.signal(.kill)
  _ = try storm.wait()
  expect(calls.load(ordering: .relaxed) > 10, "there was no storm")
  _ = fcntl(stray.reader, F_SETFL, O_NONBLOCK)
  var word: UInt8 = 0
  expectEqual(read(stray.reader, &word, 1), -1)
  // A full mask, as in the threads of Dispatch.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_SETMASK, &all, nil)
  // The program has none of it, and what is handled here has its default action again.
  let (_, text) = try output(of: Program("cat", ["/proc/self/status"]))
  expect(text.contains("\nSigBlk:\t0000000000000000\n"), text)
  expect(text.contains("\nSigCgt:\t0000000000000000\n"), text)
}

private let strayEnd = Atomic<Int32>(-1)

/// Attacker: a timer that interrupts every call. A wait with a limit still ends.
func interruptedWait() throws {
  signal(SIGALRM) { _ in }
  var timer = itimerval(
    it_interval: timeval(tv_sec: 0, tv_usec: 3000), it_value: timeval(tv_sec: 0, tv_usec: 3000))
  setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  let lasting = try clone([], running: Program("sleep", ["100"]))
  let clock = ContinuousClock()
  let time = try clock.measure { expect(try !lasting.hasEnded(within: .milliseconds(300))) }
  // It would last as long as the program.
  expect(time >= .milliseconds(300) && time < .seconds(30), "\(time)")
  try lasting.signal(.kill)
  expectEqual(try lasting.wait(), .killed(.kill))
  // One without a limit goes on until the end.
  let child = try clone([], running: Program("sleep", ["1"]))
  expectEqual(try child.wait(), .exited(0))
  expect(try child.hasEnded(within: .seconds(100_000_000)))
  expect(try child.hasEnded(within: .seconds(-5)))
}

func endWithParent() throws {
  let pipe = TestPipe()
  let parent = try clone([]) {
    let own = CurrentProcess.process
    let child = try clone([]) {
      try CurrentProcess.endWithParent(parent: own)
      pipe.send(getpid())
      sleepForEver()
    }
    _ = try child.wait()
    return 0
  }
  let child = try ProcessHandle(ProcessID(pipe.receive()))
  try parent.signal(.kill)
  _ = try parent.wait()
  expect(waitUntil { (try? child.hasEnded()) ?? false }, "it lives on")
  try? child.signal(.kill)
  // Attacker: a parent that ended before the call. There would never be a signal.
  try inChild([]) {
    expectError(.endWithParent(.noProcess)) {
      try CurrentProcess.endWithParent(.terminate, parent: ProcessID(getpid()))
    }
    expectError(.endWithParent(.invalidArgument)) {
      try CurrentProcess.endWithParent(SignalNumber(1000))
    }
  }
}
