import Bytes
import CNamespaces
import Kernel
import NamespaceValues

/// A child that exists and waits at a pipe until its parent lets it go on: what both ways to clone have in common.
struct StartedChild: ~Copyable {
  let child: ChildHandle
  private var go: ChildPipe
  /// By which it says why it failed.
  private var report: ChildPipe

  /// Makes the child.
  /// - Parameters:
  ///   - reportsAtEnd: what the child says is read by whoever waits for its end.
  ///   - start: calls clone(2). Gets the end of the pipe where the child is to say why it failed.
  init(
    _ kinds: NamespaceSet, _ clocks: [ClockOffset], reportsAtEnd: Bool,
    _ start: (UnsafePointer<un_start>, _ report: Int32, UnsafeMutablePointer<Int32>) -> pid_t
  ) throws(NamespaceError) {
    // Memory or descriptors in common with the child, for one, would be the end of this process.
    if !kinds.holdsKindsOnly { throw .clone(kinds, .invalidArgument) }
    // The clocks of a time namespace that somebody else is in are not his to change, and cannot be.
    if !clocks.isEmpty, !kinds.contains(.time) { throw .setClocks(.invalidArgument) }
    var go = try ChildPipe()
    var report = try ChildPipe()
    let offsets = clocks.map { "\($0.line)\n" as ByteString }.joined(by: "")
    let (reader, parentGo, writer) = (go.reader, go.writer, report.writer)
    let parent = un_own_pidfd()
    defer { un_close(parent) }
    var pidfd: Int32 = -1
    let process = offsets.withCString { offsets in
      var begin = un_start(
        namespaces: UInt64(UInt32(bitPattern: kinds.rawValue)), go: reader,
        parent_go: parentGo, parent: parent, clocks: clocks.isEmpty ? nil : offsets)
      return start(&begin, writer, &pidfd)
    }
    if process < 0 { throw .clone(kinds, Errno(-process)) }
    let moved = un_move_up(pidfd)
    if moved < 0 {
      // Its number is still its own: nobody has waited for it.
      go.closeWriter()
      try? Calls.kill(ProcessID(process), .kill)
      _ = try? Calls.wait(for: ProcessID(process))
      throw .clone(kinds, Errno(-moved))
    }
    child = try ChildHandle(
      ProcessID(process), pidfd: moved, report: reportsAtEnd ? report.takeReader() : -1)
    // What the child alone has open tells when it is done with it.
    go.closeReader()
    report.closeWriter()
    self.go = go
    self.report = report
  }

  /// Calls the hook and lets the child go on.
  /// - Throws: what the hook threw. The child has done nothing then, and is gone.
  mutating func prepare<Failure: Error>(
    _ hook: (borrowing ChildHandle) throws(Failure) -> Void
  ) throws(ScopeError<Failure>) {
    do throws(Failure) { try hook(child) } catch {
      // The pipe first: a filter may refuse the signal. But not by that alone: another thread may have started
      // something that has a copy of it.
      go.closeWriter()
      child.kill()
      throw .work(error)
    }
    child.end.begin()
    // Where the child was killed meanwhile nobody reads it; how it ended `wait()` says.
    var word: UInt8 = 1
    _ = un_write(go.writer, &word, 1)
    go.closeWriter()
  }

  /// What a child that was to become a program failed at, and nil when it is the program: the end of the pipe in
  /// the child is closed by execve(2), or comes after the reason why not.
  func fault() -> un_fault? {
    // The end of the child as well: whoever was forked meanwhile has a copy of its end of the pipe.
    if un_wait_end(report.reader, child.handle.file.number(), -1) == 2 { return nil }
    var fault = un_fault()
    let said = un_read(report.reader, &fault, MemoryLayout<un_fault>.size)
    return said == MemoryLayout<un_fault>.size ? fault : nil
  }

  consuming func takeChild() -> ChildHandle { child }
}

extension ScopeError {
  /// Says of an error that the work was not begun.
  static func notBegun<Result: ~Copyable>(
    _ body: () throws(NamespaceError) -> Result
  ) throws(Self) -> Result {
    do throws(NamespaceError) { return try body() } catch { throw .namespaces(error) }
  }
}

/// Takes the `work` out of an error that cannot have one.
func withoutHook<Result: ~Copyable>(
  _ body: () throws(ScopeError<Never>) -> Result
) throws(NamespaceError) -> Result {
  do throws(ScopeError<Never>) { return try body() } catch {
    switch error {
    case .namespaces(let error): throw error
    }
  }
}
