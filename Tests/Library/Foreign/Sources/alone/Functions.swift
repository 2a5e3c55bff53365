import Glibc
import Namespaces
import Shared

struct Odd: Error {}

struct Wordless: Error, CustomStringConvertible {
  var description: String { "" }
}

struct Endless: Error, CustomStringConvertible {
  var description: String { String(repeating: "x", count: 100_000) }
}

func functionRuns() throws {
  expect(!CurrentProcess.hasSeveralThreads, "this process has several threads")
  try becomeRoot()
  let parent = CurrentProcess.process
  let outside = try CurrentProcess.namespace(.uts)
  var value = 1
  var seen: ProcessID?
  let child = try clone([.uts, .ipc, .pid, .network, .mount, .cgroup]) {
    (child) throws(NamespaceError) in
    seen = child.process
    for kind in [.uts, .ipc, .pid, .network, .mount, .cgroup] as [NamespaceKind] {
      let inside = try child.namespace(kind)
      expect(try inside != CurrentProcess.namespace(kind), "\(kind) is the parent's")
      expectEqual(inside.kind, kind)
    }
    expect(try child.namespace(.user) == CurrentProcess.namespace(.user))
    expect(try !child.hasEnded())
    value = 3
  } work: {
    // A copy from before the hook.
    expectEqual(value, 1)
    value = 2
    expectEqual(CurrentProcess.process, ProcessID(1))
    expectEqual(CurrentProcess.parent, ProcessID(0))
    expect(!CurrentProcess.hasSeveralThreads)
    expect(try CurrentProcess.namespace(.uts) != outside)
    // What the C library keeps for a thread works in here too: memory, threads, another fork(2).
    var thread = pthread_t()
    expectEqual(pthread_create(&thread, nil, { _ in nil }, nil), 0)
    expectEqual(pthread_join(thread, nil), 0)
    expectEqual((0..<1000).map { "\($0)" }.joined().count, 2890)
    return Findings.count == 0 ? 7 : 1
  }
  expectEqual(seen, child.process)
  expectEqual(value, 3)
  expect(child.process != parent)
  expectEqual(try child.wait(), .exited(7))
  expectEqual(try child.wait(), .exited(7))
  expect(try child.hasEnded())
  expectError(.signal(.terminate, .noProcess)) { try child.signal(.terminate) }
}

func functionThrows() throws {
  func said(_ error: any Error) throws -> String {
    let child = try clone([]) { throw error }
    do {
      let status = try child.wait()
      return "\(status)"
    } catch {
      // Called again it says the same again.
      expectError(error) { _ = try child.wait() }
      guard case .child(let text) = error else { return "\(error)" }
      return text.description
    }
  }
  expectEqual(try said(Odd()), "Odd()")
  expectEqual(try said(Wordless()), "?")
  // What a pipe takes at once, and not what fits into nothing: the child must not wait for a reader.
  expectEqual(try said(Endless()), String(repeating: "x", count: 4096))
  expectEqual(
    try said(NamespaceError.execute("/a b", .noEntry)),
    "cannot execute /a b: No such file or directory")
  expectEqual(
    try said(CurrentProcess.execute(Program("/nowhere/at/all"))),
    "cannot execute /nowhere/at/all: No such file or directory")
}

func functionStatus() throws {
  for (returned, expected) in [(0, 0), (1, 1), (255, 255), (300, 44), (-1, 255)] as [(Int32, Int32)]
  {
    expectEqual(try clone([]) { returned }.wait(), .exited(expected))
  }
  // A child of the child that goes on has the pipe open by which the child would say what it threw: nobody waits
  // for it.
  let pipe = TestPipe()
  let child = try clone([]) {
    let grandchild = try clone([]) { sleepForEver() }
    pipe.send(grandchild.process.number)
    return 3
  }
  let grandchild = pipe.receive()
  expectEqual(try child.wait(), .exited(3))
  expectEqual(kill(grandchild, SIGKILL), 0)
}

func functionKilled() throws {
  expectEqual(
    try clone([]) {
      kill(getpid(), SIGKILL)
      return 0
    }.wait(), .killed(.kill))
  let sleeping = try clone([]) { sleepForEver() }
  expect(try !sleeping.hasEnded(within: .milliseconds(20)))
  try sleeping.signal(.stop)
  try sleeping.signal(.continue)
  try sleeping.signal(.terminate)
  expect(try sleeping.hasEnded(within: .seconds(10)))
  expectEqual(try sleeping.wait(), .killed(.terminate))
}

func functionNested() throws {
  try becomeRoot()
  let child = try clone([.pid]) {
    let inner = try clone([.pid]) {
      expectEqual(CurrentProcess.process, ProcessID(1))
      return Findings.count == 0 ? 5 : 1
    }
    expectEqual(inner.process, ProcessID(2))
    expectEqual(try inner.wait(), .exited(5))
    return Findings.count == 0 ? 4 : 1
  }
  expectEqual(try child.wait(), .exited(4))
}

/// What stdio(3) keeps back must not be written by the child as well.
func outputOnce() throws {
  var pipe = TestPipe()
  try clone([]) {
    dup2(pipe.writer, 1)
    print("before", terminator: " ")
    let child = try clone([]) {
      print("child", terminator: " ")
      return 0
    }
    _ = try child.wait()
    print("after")
    return 0
  }.finish()
  pipe.closeWriter()
  expectEqual(pipe.readAll(), "before child after\n")
}

extension ChildHandle {
  /// Waits, and expects the status 0.
  func finish(line: Int = #line) throws { expectEqual(try wait(), .exited(0), line: line) }
}
