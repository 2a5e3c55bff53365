import Glibc
import Namespaces
import Shared
import Synchronization

/// How much was not as it must be.
enum Findings {
  private static let counter = Atomic(0)
  static var count: Int { counter.load(ordering: .relaxed) }
  static func add() { counter.add(1, ordering: .relaxed) }
}

func expect(_ isSo: Bool, _ what: @autoclosure () -> String = "", line: Int = #line) {
  if isSo { return }
  Findings.add()
  print("line \(line): \(what())")
}

func expectEqual<Value: Equatable>(_ found: Value, _ expected: Value, line: Int = #line) {
  expect(found == expected, "\(found) instead of \(expected)", line: line)
}

/// Expects this error and no other one.
func expectError(
  _ expected: NamespaceError, line: Int = #line, _ body: () throws -> Void
) {
  do {
    try body()
    expect(false, "nothing was thrown instead of \(expected)", line: line)
  } catch let error as NamespaceError {
    expectEqual(error, expected, line: line)
  } catch {
    expect(false, "\(error) instead of \(expected)", line: line)
  }
}

/// Makes this process root of a user namespace, where it is not root already.
func becomeRoot() throws {
  if geteuid() == 0 { return }
  let (user, group) = (geteuid(), getegid())
  try unshare(.user)
  try CurrentProcess.writeSetgroups(.deny)
  try CurrentProcess.writeIDMap(.users, IDMapping(inner: 0, outer: user, count: 1))
  try CurrentProcess.writeIDMap(.groups, IDMapping(inner: 0, outer: group, count: 1))
}

/// Does it in a child with these namespaces, and expects it to find nothing.
func inChild(
  _ kinds: NamespaceSet, line: Int = #line, _ work: () throws -> Void
) throws {
  let child = try clone(kinds) {
    try work()
    return Findings.count == 0 ? 0 : 1
  }
  expectEqual(try child.wait(), .exited(0), line: line)
}

/// Whether a process of this PID namespace exists, a zombie included.
func exists(_ process: ProcessID) -> Bool { kill(process.number, 0) == 0 || errno != ESRCH }

/// Waits until something is so, at most ten seconds.
func waitUntil(_ isSo: () -> Bool) -> Bool {
  for _ in 0..<1000 {
    if isSo() { return true }
    usleep(10_000)
  }
  return false
}

/// Sleeps until a signal ends it.
func sleepForEver() -> Never {
  while true { pause() }
}
