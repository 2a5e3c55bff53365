import CNamespaces
public import NamespaceValues

// A work on a thread of its own, which alone is in the namespaces and is thrown away afterwards: the rest of
// the program never leaves its own.

/// Does a work in new namespaces of a thread of its own, and waits for it: unshare(2). They are gone
/// afterwards, unless something holds them: a `NamespaceHandle`, a mount, a socket, a child.
///
/// The work must not wait for a task of Swift concurrency, nor leave one behind that relies on the namespaces:
/// tasks run on other threads. Its root and working directory are its own too: what it changes of them nobody else
/// notices.
///
/// - Parameters:
///   - kinds: any but `.user`, for which a process must have one thread. Of `.pid` and `.time` the children of the work are
///     members.
///   - work: runs on that thread, with all signals blocked.
/// - Returns: what the work returns.
/// - Throws: `.namespaces` where the work was not begun, else `.work`.
public func withNamespaces<Result: ~Copyable, Failure: Error>(
  _ kinds: NamespaceSet, _ work: @Sendable () throws(Failure) -> sending Result
) throws(ScopeError<Failure>) -> sending Result {
  try onThread(kinds, { () throws(NamespaceError) in try unshare(kinds) }, work)
}

/// Does a work in namespaces of another process, on a thread of its own, and waits for it: setns(2), Linux 5.8.
/// - Parameters:
///   - kinds: any but `.user` and `.time`, for which a process must have one thread.
///   - process: whose namespaces they are.
///   - work: as with `withNamespaces(_:_:)`.
/// - Throws: `.namespaces` where the work was not begun, else `.work`.
public func withNamespaces<Result: ~Copyable, Failure: Error>(
  _ kinds: NamespaceSet, of process: borrowing ProcessHandle,
  _ work: @Sendable () throws(Failure) -> sending Result
) throws(ScopeError<Failure>) -> sending Result {
  try onThread(kinds, { () throws(NamespaceError) in try process.enter(kinds) }, work)
}

/// Does a work in a namespace, on a thread of its own, and waits for it: setns(2).
/// - Parameters:
///   - namespace: of any kind but user and time, for which a process must have one thread.
///   - work: as with `withNamespaces(_:_:)`.
/// - Throws: `.namespaces` where the work was not begun, else `.work`.
public func withNamespace<Result: ~Copyable, Failure: Error>(
  _ namespace: borrowing NamespaceHandle,
  _ work: @Sendable () throws(Failure) -> sending Result
) throws(ScopeError<Failure>) -> sending Result {
  let kinds = NamespaceSet(namespace.kind)
  return try onThread(kinds, { () throws(NamespaceError) in try namespace.enter() }, work)
}

/// Runs both on one new thread and waits for its end.
private func onThread<Outcome: ~Copyable, Failure: Error>(
  _ kinds: NamespaceSet, _ enter: () throws(NamespaceError) -> Void,
  _ work: () throws(Failure) -> Outcome
) throws(ScopeError<Failure>) -> sending Outcome {
  nonisolated(unsafe) var outcome: Result<Outcome, ScopeError<Failure>>?
  let refused = runOnThread {
    do throws(NamespaceError) {
      // Threads share their root and working directory, and a work that changed them would for all of them; nor is a
      // mount namespace entered by one that does.
      let left = un_unshare_directories()
      try attempt(check(left)) { .enter(kinds, $0) }
      try enter()
    } catch {
      outcome = .failure(.namespaces(error))
      return
    }
    do throws(Failure) { outcome = .success(try work()) } catch {
      outcome = .failure(.work(error))
    }
  }
  switch consume outcome {
  case .some(let outcome):
    // The thread that made it is gone.
    nonisolated(unsafe) let result = try outcome.get()
    return result
  case .none: throw .namespaces(.thread(Errno(-refused)))
  }
}

/// Calls a function on a new thread and waits for the thread's end.
/// - Returns: 0, or -errno where there is no thread.
private func runOnThread(_ body: () -> Void) -> Int32 {
  withoutActuallyEscaping(body) { body in
    let box = Work(body)
    let result = un_run_on_thread(
      { argument in
        guard let argument else { return }
        Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue().body()
      }, Unmanaged.passUnretained(box).toOpaque())
    // The other thread has used it until here.
    withExtendedLifetime(box) {}
    return result
  }
}

/// What a thread is given.
private final class Work {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}
