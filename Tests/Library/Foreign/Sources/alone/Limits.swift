import CTools
import Glibc
import Namespaces
import Shared
import Synchronization

/// The limits of namespaces(7), in a user namespace of its own.
func namespaceLimit() throws {
  let child = try clone([.user]) { (child) throws(NamespaceError) in
    try mapToRoot(child)
  } work: {
    for name in ["uts", "user"] {
      let file = open("/proc/sys/user/max_\(name)_namespaces", O_WRONLY)
      expectEqual(write(file, "0", 1), 1)
      close(file)
    }
    expectError(.clone(.uts, .noSpace)) { _ = try clone(.uts) { 0 } }
    expectError(.clone(.uts, .noSpace)) { _ = try clone(.uts, running: Program("true")) }
    expectError(.unshare(.uts, .noSpace)) { try unshare(.uts) }
    expectError(.unshare(.user, .noSpace)) { try unshare(.user) }
    return Findings.count == 0 ? 0 : 1
  }
  try child.finish()
}

/// Attacker: a limit of descriptors, hit at each place. Nothing stays open, and no child is left behind.
func descriptorLimit() throws {
  func open() -> [String] { names(in: "/proc/self/fd").sorted() }
  let before = open()
  var refused: Set<String> = []
  var limit = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  let highest = limit.rlim_max
  var isDone = false
  for count in 3..<40 {
    limit.rlim_cur = rlim_t(count)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    do throws(NamespaceError) {
      let child = try clone([], running: Program("true"))
      let status = try child.wait()
      expectEqual(status, .exited(0))
      isDone = true
    } catch {
      expectEqual(error.errno, .processFiles)
      refused.insert("\(error)")
    }
    do throws(NamespaceError) { _ = try CurrentProcess.namespace(.uts) } catch {
      expectEqual(error, .namespace(.uts, .processFiles))
    }
    do throws(NamespaceError) { _ = try NamespaceHandle(.uts, of: ProcessID(getpid())) } catch {
      expectEqual(error.errno, .processFiles)
    }
    limit.rlim_cur = highest
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    expectEqual(open(), before)
    expectEqual(waitpid(-1, nil, WNOHANG), -1)
  }
  expect(isDone, "it never worked")
  expect(refused.count >= 2, "\(refused)")
}

/// Attacker: RLIMIT_NPROC. Only somebody without CAP_SYS_RESOURCE is held to it.
func processLimit() throws {
  var limit = rlimit(rlim_cur: 0, rlim_max: 0)
  setrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &limit)
  expectError(.clone([], .tryAgain)) { _ = try clone([], running: Program("true")) }
  if !CurrentProcess.hasSeveralThreads {
    expectError(.clone([], .tryAgain)) { _ = try clone([]) { 0 } }
  }
  do throws(ScopeError<Never>) {
    try withNamespaces(.network) {}
    expect(false, "there was a thread")
  } catch { expectEqual(error, .namespaces(.thread(.tryAgain))) }
}

/// What a plain user may not do, each with the kernel's answer.
func plainRefusals() throws {
  expect(geteuid() != 0)
  for kinds in [.uts, .network, .mount, .pid, .ipc, .cgroup, .time] as [NamespaceSet] {
    expectError(.unshare(kinds, .notPermitted)) { try unshare(kinds) }
    expectError(.clone(kinds, .notPermitted)) { _ = try clone(kinds, running: Program("true")) }
    do throws(ScopeError<Never>) {
      try withNamespaces(kinds) {}
      expect(false, "\(kinds)")
    } catch { expectEqual(error, .namespaces(.unshare(kinds, .notPermitted))) }
  }
  expectError(.enter(.network, .notPermitted)) { try CurrentProcess.namespace(.network).enter() }
  let first = try ProcessHandle(ProcessID(1))
  expectError(.namespace(.network, .accessDenied)) { _ = try NamespaceHandle(.network, of: first) }
  expectError(.namespace(.pid, .accessDenied)) {
    _ = try NamespaceHandle(forChildren: .pid, of: first)
  }
  expectError(.signal(.terminate, .notPermitted)) { try first.signal(.terminate) }
  expectError(.enter(.uts, .notPermitted)) { try first.enter(.uts) }
  expectError(.setName("x", .notPermitted)) { try CurrentProcess.setHostName("x") }
  expectError(.setName("x", .notPermitted)) { try CurrentProcess.setDomainName("x") }
  expectError(.mount("/", .notPermitted)) { try CurrentProcess.setMountPropagation(.private) }
  expectError(.mount("/proc", .notPermitted)) { try CurrentProcess.mountProc() }
  expectError(.ask(.owner, .notPermitted)) {
    _ = try CurrentProcess.namespace(.user).owner()
  }
  // A map with somebody else's id, and one of groups before setgroups was denied.
  let child = try clone([.user], running: Program("true")) { (child) throws(NamespaceError) in
    let folder: ByteString = "/proc/\(child.process.number)"
    expectError(.write("\(folder)/uid_map", .notPermitted)) {
      try child.writeIDMap(.users, [IDMapping(inner: 0, outer: 0, count: 1)])
    }
    expectError(.write("\(folder)/gid_map", .notPermitted)) {
      try child.writeIDMap(.groups, [IDMapping(inner: 0, outer: getegid(), count: 1)])
    }
    try mapToRoot(child)
  }
  try child.finish()
}

/// A thousand times each, while eight threads allocate and fork: afterwards there are the descriptors, threads and children that
/// there were before. A fork takes long where a sanitizer has its tables: there are fewer of them with
/// UNYOKE_SPARING.
func rounds() throws {
  let pace = getenv("UNYOKE_SPARING") == nil ? 1 : 10
  let isStopped = Atomic(false)
  func count(_ path: String) -> Int { names(in: path).count }
  let number: ProcessID = CurrentProcess.process
  // It does not have the pipe open by which somebody reads what this process says.
  var sleeping = Program("sleep", ["300"])
  let null = open("/dev/null", O_RDWR | O_CLOEXEC)
  sleeping.descriptors = (0..<3).map { DescriptorPlacement(null, as: $0) }
  let target = try clone(
    geteuid() == 0 ? [.network, .uts] : [.user, .network, .uts], running: sleeping)
  // ThreadSanitizer starts a thread of its own with the first other one.
  pthread_join(Threads.start {}, nil)
  let process = try target.processHandle()
  let outside = try CurrentProcess.namespace(.network)
  let before = (count("/proc/self/fd"), count("/proc/self/task"))
  let threads = (0..<8).map { index in
    Threads.start {
      while !isStopped.load(ordering: .relaxed) {
        let texts = (0..<50).map { String(repeating: "\($0)", count: 100) }
        if texts.count == 0 { return }
        let child = tools_fork()
        if child == 0 { _exit(0) }
        if child > 0 { waitpid(child, nil, 0) }
        usleep(UInt32(500 * (index + 1) * pace))
      }
    }
  }
  for round in 0..<1000 {
    if geteuid() == 0 {
      let inside = try withNamespaces(.network, of: process) { () throws(NamespaceError) in
        try CurrentProcess.namespace(.network).identity
      }
      expect(inside != outside.identity)
      let new = try withNamespaces([.uts, .ipc]) { () throws(NamespaceError) in
        try CurrentProcess.namespace(.uts).identity
      }
      expect(try new != CurrentProcess.namespace(.uts).identity)
    }
    expect(try CurrentProcess.namespace(.network) == outside)
    expect(try NamespaceHandle(.network, of: number) == outside)
    if round % pace != 0 { continue }
    let child = try clone([], running: Program(round % 2 == 0 ? "/bin/true" : "/bin/false"))
    expectEqual(try child.wait(), .exited(round % 2 == 0 ? 0 : 1))
  }
  isStopped.store(true, ordering: .relaxed)
  for thread in threads { pthread_join(thread, nil) }
  // A thread that was joined is in the list for a moment.
  let isAsBefore = waitUntil { (count("/proc/self/fd"), count("/proc/self/task")) == before }
  expect(isAsBefore, "\(names(in: "/proc/self/fd")) \(count("/proc/self/task")) \(before)")
  expectEqual(try target.hasEnded(), false)
  try target.signal(.kill)
  _ = try target.wait()
  expectEqual(waitpid(-1, nil, WNOHANG), -1)
  expectEqual(errno, ECHILD)
}
