import Glibc
import Namespaces
import Shared

func ownNamespaces() throws {
  try becomeRoot()
  let kinds: NamespaceSet = [.uts, .mount, .network, .ipc, .cgroup, .pid, .time]
  var outside: [NamespaceKind: NamespaceIdentity] = [:]
  for kind in NamespaceKind.allCases {
    outside[kind] = try CurrentProcess.namespace(kind).identity
  }
  try unshare(kinds)
  for kind in NamespaceKind.allCases {
    let isNew = kinds.contains(kind) && kind != .pid && kind != .time
    expectEqual(try CurrentProcess.namespace(kind).identity != outside[kind], isNew)
  }
  // Of a PID namespace nobody is in there is nothing to open.
  expectError(.namespace(.pid, .noEntry)) { _ = try CurrentProcess.namespaceForChildren(.pid) }
  expect(try CurrentProcess.namespaceForChildren(.time).identity != outside[.time])
  expect(try CurrentProcess.namespaceForChildren(.uts) == CurrentProcess.namespace(.uts))

  try CurrentProcess.setHostName("box")
  try CurrentProcess.setDomainName("example")
  expectEqual(CurrentProcess.hostName, "box")
  expectEqual(content("/proc/sys/kernel/domainname"), "example\n")
  let long = ByteString(String(repeating: "n", count: 65))!
  expectError(.setName(long, .invalidArgument)) { try CurrentProcess.setHostName(long) }
  expectError(.setName(long, .invalidArgument)) { try CurrentProcess.setDomainName(long) }
  let longest = ByteString(String(repeating: "n", count: 64))!
  try CurrentProcess.setHostName(longest)
  expectEqual(CurrentProcess.hostName, longest)
  try CurrentProcess.setHostName("")
  expectEqual(CurrentProcess.hostName, "")
  try CurrentProcess.bringLoopbackUp()
  expectEqual(content("/sys/class/net/lo/flags").isEmpty, false)

  try CurrentProcess.setMountPropagation(.private)
  expect(!content("/proc/self/mountinfo").contains(" shared:"))
  try CurrentProcess.setMountPropagation(.shared)
  try CurrentProcess.setMountPropagation(.slave)
  try CurrentProcess.setMountPropagation(.unchanged)
  try CurrentProcess.setMountPropagation(.private, below: "/proc")
  expectError(.mount("/nowhere/at/all", .noEntry)) {
    try CurrentProcess.setMountPropagation(.private, below: "/nowhere/at/all")
  }
  let child = try clone([]) {
    try CurrentProcess.mountProc()
    expectEqual(names(in: "/proc").compactMap { Int($0) }, [1])
    expectError(.mount("/nowhere/at/all", .noEntry)) {
      try CurrentProcess.mountProc(at: "/nowhere/at/all")
    }
    return Findings.count == 0 ? 0 : 1
  }
  try child.finish()
  // Its first process has ended: the namespace takes no other one, and says so.
  expectError(.clone([], .noMemory)) { _ = try clone([]) { 0 } }
}

/// What needs a process with one thread, done in one.
func enterAlone() throws {
  expect(!CurrentProcess.hasSeveralThreads)
  let child = try clone([.user]) { (child) throws(NamespaceError) in
    try mapToRoot(child)
  } work: {
    let time = try clone([.time]) { sleepForEver() }
    // It holds the namespace until this one is stopped.
    let other = try time.namespace(.time)
    try other.enter()
    expect(try CurrentProcess.namespace(.time) == other)
    try time.signal(.kill)
    _ = try time.wait()
    kill(getpid(), SIGSTOP)
    return Findings.count == 0 ? 0 : 1
  }
  let stopped = waitUntil {
    content("/proc/\(child.process.number)/stat").contains(") T ")
  }
  expect(stopped, content("/proc/\(child.process.number)/stat"))
  let user = try child.namespace(.user)
  expect(try user.parent() == CurrentProcess.namespace(.user))
  expect(try user.owner() == CurrentProcess.namespace(.user))
  expectEqual(try user.creator(), UserID(geteuid()))
  try inChild([]) {
    try user.enter()
    expectEqual(getuid(), 0)
    expect(try CurrentProcess.namespace(.user) == user)
    // Again: who is in it already cannot enter it.
    expectError(.enter(.user, .invalidArgument)) { try user.enter() }
  }
  try inChild([]) {
    let process = try child.processHandle()
    try process.enter([.user, .time])
    expectEqual(getuid(), 0)
    expectError(.enter([], .invalidArgument)) { try process.enter([]) }
  }
  try child.signal(.continue)
  try child.finish()
}

private func bootTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_BOOTTIME, &time)
  return time.tv_sec
}

private func monotonicTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec
}

func clocks() throws {
  try becomeRoot()
  let (boot, monotonic) = (bootTime(), monotonicTime())
  let offsets = [
    ClockOffset(.boottime, seconds: 100_000), ClockOffset(.monotonic, seconds: 5000),
  ]
  func look() -> Int32 {
    expect((100_000..<100_100).contains(bootTime() - boot), "\(bootTime() - boot)")
    expect((5000..<5100).contains(monotonicTime() - monotonic))
    return Findings.count == 0 ? 0 : 1
  }
  try clone([.time, .uts], clocks: offsets) { look() }.finish()
  // Without an offset it is a new one, too.
  let own = try CurrentProcess.namespace(.time)
  try clone([.time]) { try CurrentProcess.namespace(.time) == own ? 1 : 0 }.finish()
  let (status, text) = try clone([.time], clocks: offsets) {
    let (status, text) = try output(of: Program("cut", ["-d.", "-f1", "/proc/uptime"]))
    return status == .exited(0) && (Int(text.dropLast()) ?? 0) - boot >= 99_990 ? 0 : 1
  }.ended()
  expectEqual(status, .exited(0))
  expectEqual(text, "")

  try unshare(.time)
  for offset in offsets { try CurrentProcess.setClockOffset(offset) }
  try clone([]) { look() }.finish()
  // The first child has settled it.
  do {
    try CurrentProcess.setClockOffset(offsets[0])
    expect(false, "it was set again")
  } catch {
    expectEqual(error.errno, .accessDenied)
  }
}

extension ChildHandle {
  fileprivate func ended() throws -> (ChildStatus, String) { (try wait(), "") }
}

/// The offsets of a thread's time namespace, and not those of the first thread's: with /proc/self it would be these.
func clocksOnThread() throws {
  try becomeRoot()
  let boot = bootTime()
  let elapsed = try withNamespaces(.time) { () throws(NamespaceError) in
    try CurrentProcess.setClockOffset(ClockOffset(.boottime, seconds: 70_000))
    let text = (try? output(of: Program("cut", ["-d.", "-f1", "/proc/uptime"])))?.text ?? ""
    return (Int(text.dropLast()) ?? 0) - boot
  }
  expect((69_999..<70_100).contains(elapsed), "\(elapsed)")
  expect(bootTime() - boot < 100)
}

func clocksRefused() throws {
  try becomeRoot()
  // Without a time namespace of its own.
  expectError(.setClocks(.invalidArgument)) {
    _ = try clone(
      [.uts], clocks: [ClockOffset(.boottime, seconds: 1)], running: Program("true"))
  }
  // Before the beginning.
  let offsets = [ClockOffset(.boottime, seconds: -1_000_000_000)]
  expectError(.setClocks(.outOfRange)) {
    _ = try clone([.time], clocks: offsets, running: Program("true"))
  }
  expectError(.child("cannot set the clocks of the child: Numerical result out of range")) {
    _ = try clone([.time], clocks: offsets) { 0 }.wait()
  }
  // Where no /proc shows this process its offsets cannot be written, and the program does not start without them.
  try inChild([.mount]) {
    try CurrentProcess.setMountPropagation(.private)
    expectEqual(mount("none", "/proc", "tmpfs", 0, nil), 0)
    expectError(.setClocks(.noEntry)) {
      _ = try clone(
        [.time], clocks: [ClockOffset(.boottime, seconds: 1)], running: Program("true"))
    }
  }
}

func executeFails() throws {
  var searched = Program("no such program")
  searched.environment = ["PATH=/bin:/usr/bin"]
  expectEqual(
    CurrentProcess.execute(Program("/nowhere/at/all")), .execute("/nowhere/at/all", .noEntry))
  expectEqual(
    CurrentProcess.execute(searched), .execute("no such program", .noEntry))
  // What is there and cannot be executed is said, however many folders come after it: execvp(3).
  searched.path = "passwd"
  searched.environment = ["PATH=/etc:/nowhere:/etc/passwd"]
  expectEqual(CurrentProcess.execute(searched), .execute("passwd", .accessDenied))
  expectEqual(CurrentProcess.execute(Program("")), .execute("", .noEntry))
  expectEqual(CurrentProcess.execute(Program("/dev/null")), .execute("/dev/null", .accessDenied))
  var program = Program("true")
  program.descriptors = [DescriptorPlacement(999, as: 5)]
  expectEqual(CurrentProcess.execute(program), .placeDescriptors(.badDescriptor))
  program.descriptors = [DescriptorPlacement(0, as: -1)]
  expectEqual(CurrentProcess.execute(program), .placeDescriptors(.badDescriptor))
  program.descriptors = [DescriptorPlacement(0, as: Int32.max)]
  expectEqual(CurrentProcess.execute(program), .placeDescriptors(.badDescriptor))
  program.descriptors = []
  program.workingDirectory = "/nowhere/at/all"
  expectEqual(CurrentProcess.execute(program), .changeDirectory("/nowhere/at/all", .noEntry))
  // This process is as it was: what it has open is open.
  expect(fcntl(1, F_GETFD) == 0)
}
