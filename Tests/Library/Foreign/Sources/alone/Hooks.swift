import Glibc
import Namespaces
import Shared
import Synchronization

/// Attacker: an id map that cannot be written. The child must not do its work under the wrong ids.
func hookThrows() throws {
  let pipe = TestPipe()
  func refused(_ body: () throws(ScopeError<Odd>) -> Void) {
    do throws(ScopeError<Odd>) {
      try body()
      expect(false, "nothing was thrown")
    } catch {
      if case .work = error { return }
      expect(false, "\(error)")
    }
  }
  var child: ProcessID?
  refused { () throws(ScopeError<Odd>) in
    _ = try clone([]) { (started) throws(Odd) in
      child = started.process
      throw Odd()
    } work: {
      pipe.send(1)
      return 0
    }
  }
  expect(child.map { !exists($0) } ?? false, "the child is there")
  var program = shell("echo >&3")
  program.descriptors = [DescriptorPlacement(pipe.writer, as: 3)]
  refused { () throws(ScopeError<Odd>) in
    _ = try clone([], running: program) { (started) throws(Odd) in
      child = started.process
      throw Odd()
    }
  }
  expect(child.map { !exists($0) } ?? false, "the child of a program is there")
  // Neither has written anything.
  _ = fcntl(pipe.reader, F_SETFL, O_NONBLOCK)
  var byte: UInt8 = 0
  expectEqual(read(pipe.reader, &byte, 1), -1)
}

/// Attacker: whoever may kill the child. The parent gets neither SIGPIPE nor a wrong status.
func childKilledInHook() throws {
  signal(SIGPIPE, SIG_DFL)
  let child = try clone([]) { (child) throws(NamespaceError) in
    try child.signal(.kill)
    expect(try child.hasEnded(within: .seconds(10)))
    // What is written for it reaches nobody.
    do throws(NamespaceError) {
      try child.writeSetgroups(.deny)
      expect(false, "it was written")
    } catch {
      // The files of a zombie are root's.
      expectEqual(error.errno, geteuid() == 0 ? .noProcess : .accessDenied)
    }
    expectError(.namespace(.uts, .noProcess)) { _ = try child.namespace(.uts) }
  } work: {
    0
  }
  expectEqual(try child.wait(), .killed(.kill))
  let program = try clone([], running: Program("true")) { (child) throws(NamespaceError) in
    try child.signal(.kill)
    expect(try child.hasEnded(within: .seconds(10)))
  }
  expectEqual(try program.wait(), .killed(.kill))
}

/// Attacker: whoever kills the parent between clone(2) and the go-ahead. No child may be left behind, also where
/// another child has copies of the pipe's ends.
func parentKilledInHook() throws {
  for hasBystander in [false, true] {
    let pipe = TestPipe()
    let parent = try clone([]) {
      let child = try clone([]) { (child) throws(NamespaceError) in
        if hasBystander {
          let bystander = try clone([]) { sleepForEver() }
          pipe.send(bystander.process.number)
        }
        pipe.send(child.process.number)
        // Until whoever reads it has a handle.
        while true { pause() }
      } work: {
        pipe.send(-1)
        return 0
      }
      return try child.wait() == .exited(0) ? 0 : 1
    }
    let bystander = hasBystander ? pipe.receive() : 0
    let child = try ProcessHandle(ProcessID(pipe.receive()))
    expect(try !child.hasEnded())
    try parent.signal(.kill)
    expectEqual(try parent.wait(), .killed(.kill))
    expect(waitUntil { (try? child.hasEnded()) ?? false }, "an orphan, \(hasBystander)")
    if (try? child.hasEnded()) != true { try child.signal(.kill) }
    if bystander > 0 { kill(bystander, SIGKILL) }
    _ = fcntl(pipe.reader, F_SETFL, O_NONBLOCK)
    expectEqual(pipe.receive(), -1)
  }
}

/// The same where two threads have a child each that waits: each child has copies of what the other one waits for, if
/// both threads had made their pipes before. So they begin at once, and often.
func parentWithThreadsKilled() throws {
  for round in 0..<60 {
    let keeps = round % 2 == 1
    let pipe = TestPipe()
    let parent = try clone([]) {
      let ready = Atomic(0)
      let threads = (0..<2).map { _ in
        Threads.start {
          ready.add(1, ordering: .sequentiallyConsistent)
          while ready.load(ordering: .sequentiallyConsistent) < 2 {}
          var program = Program("sleep", ["100"])
          program.keepsOtherDescriptors = keeps
          _ = try? clone([], running: program) { (child) in
            pipe.send(child.process.number)
            while true { pause() }
          }
        }
      }
      for thread in threads { pthread_join(thread, nil) }
      return 0
    }
    let first = try ProcessHandle(ProcessID(pipe.receive()))
    let second = try ProcessHandle(ProcessID(pipe.receive()))
    try parent.signal(.kill)
    expectEqual(try parent.wait(), .killed(.kill))
    expect(waitUntil { (try? first.hasEnded()) ?? false }, "an orphan, \(keeps)")
    expect(waitUntil { (try? second.hasEnded()) ?? false }, "another orphan, \(keeps)")
    try? first.signal(.kill)
    try? second.signal(.kill)
  }
}

/// Threads without Swift concurrency.
enum Threads {
  private final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let error = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    if error != 0 { fatalError("pthread_create: \(error)") }
    return thread
  }
}
