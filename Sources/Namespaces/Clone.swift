import Bytes
import CNamespaces
import Kernel
public import NamespaceValues

// A child in new namespaces, clone(2). The order: the child exists, in its namespaces, and waits; the hook of
// the parent does what only the parent can, such as id maps; then the child goes on. So nothing of the child's work
// happens under the wrong ids or without what the hook gave.

/// Runs a program in a child in new namespaces: clone3(2), execve(2). In a process with any number of threads:
/// nothing but system calls is done in the child until it is the program.
///
/// - Parameters:
///   - kinds: the namespaces that are new. None is allowed.
///   - clocks: the offsets of a new time namespace; `.time` must be among the kinds.
///   - program: what the child becomes. No signal is blocked in it, and each has its default action but for those that are
///     ignored here.
///   - prepare: is called when the child exists, before it does anything.
/// - Returns: the child, when it has become the program. A process that another thread forks meanwhile, and that executes
///   nothing, is waited for as well: it has a copy of the pipe by which that is known.
/// - Throws: `.namespaces` where there is no child, or it could not become the program: it has been waited for then; `.work`
///   where the hook threw: the child has been killed and waited for.
public func clone<Failure: Error>(
  _ kinds: NamespaceSet, clocks: [ClockOffset] = [], running program: Program,
  prepare: (borrowing ChildHandle) throws(Failure) -> Void
) throws(ScopeError<Failure>) -> ChildHandle {
  let prepared = try ScopeError<Failure>.notBegun { () throws(NamespaceError) in
    try PreparedProgram(program)
  }
  var started: StartedChild = try ScopeError<Failure>.notBegun { () throws(NamespaceError) in
    try StartedChild(kinds, clocks, reportsAtEnd: false) { begin, report, pidfd in
      prepared.withPrepared(report: report) { un_clone_program(begin, $0, pidfd) }
    }
  }
  try started.prepare(prepare)
  if let fault = started.fault() {
    _ = try? started.child.wait()
    throw .namespaces(prepared.failure(fault))
  }
  return started.takeChild()
}

/// Runs a program in a child in new namespaces, without a hook.
/// - Throws: as with a hook.
public func clone(
  _ kinds: NamespaceSet, clocks: [ClockOffset] = [], running program: Program
) throws(NamespaceError) -> ChildHandle {
  try withoutHook { () throws(ScopeError<Never>) in
    try clone(kinds, clocks: clocks, running: program) { (_) throws(Never) in }
  }
}

/// Runs a function in a child in new namespaces, as fork(2) would: clone3(2). The child has a copy of everything, and ends
/// with the status that the function returns; what it changes is changed in the child alone.
///
/// Only for a process with one thread: what other threads had locked in the copied memory would stay locked for ever. A
/// program that has used Swift concurrency, Dispatch or much of Foundation has more than one. There `clone` runs a `Program`.
///
/// - Parameters:
///   - kinds: the namespaces that are new. None is allowed.
///   - clocks: the offsets of a new time namespace; `.time` must be among the kinds.
///   - prepare: is called in this process when the child exists, before it does anything.
///   - work: runs in the child. What it returns is the exit status, of which the lowest eight bits count; what it throws
///     `ChildHandle.wait()` throws as `.child`, and the status is 1. It may become another program with `CurrentProcess.execute(_:)`.
/// - Throws: `.namespaces` with `.cannotCopyThreads` in a process with threads, or where there is no child; `.work` where the
///   hook threw: the child has been killed and waited for.
public func clone<Failure: Error>(
  _ kinds: NamespaceSet, clocks: [ClockOffset] = [],
  prepare: (borrowing ChildHandle) throws(Failure) -> Void,
  work: () throws -> Int32
) throws(ScopeError<Failure>) -> ChildHandle {
  // Asked of the kernel, and right before: whoever could start a thread in between would be another thread. A filter that
  // does not let it answer leaves it open, and that is not enough.
  if un_has_threads() != 0 { throw .namespaces(.cannotCopyThreads) }
  var started: StartedChild = try ScopeError<Failure>.notBegun { () throws(NamespaceError) in
    try StartedChild(kinds, clocks, reportsAtEnd: true) { begin, report, pidfd in
      let process = un_clone(begin, pidfd)
      if process == 0 { liveAsChild(begin, report, work) }
      return process
    }
  }
  try started.prepare(prepare)
  return started.takeChild()
}

/// Runs a function in a child in new namespaces, without a hook.
/// - Throws: as with a hook.
public func clone(
  _ kinds: NamespaceSet, clocks: [ClockOffset] = [], work: () throws -> Int32
) throws(NamespaceError) -> ChildHandle {
  try withoutHook { () throws(ScopeError<Never>) in
    try clone(kinds, clocks: clocks, prepare: { (_) throws(Never) in }, work: work)
  }
}

/// The child's whole life.
private func liveAsChild(
  _ begin: UnsafePointer<un_start>, _ report: Int32, _ work: () throws -> Int32
) -> Never {
  do {
    let begun = un_begin(begin)
    if begun < 0 { throw NamespaceError.setClocks(Errno(-begun)) }
    un_end(try work())
  } catch {
    // One piece of what a pipe takes at once: the parent reads it when this process has ended.
    let text = Array("\(error)".utf8.prefix(ChildEnd.largestReport))
    _ = un_write(report, text.isEmpty ? [UInt8(ascii: "?")] : text, max(text.count, 1))
    un_end(1)
  }
}
