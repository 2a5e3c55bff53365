import Glibc
import Namespaces
import Shared
import Testing

@Suite(.timeLimit(.minutes(1))) struct AsyncTests {
  @Test func manyAtOnce() async throws {
    let clock = ContinuousClock()
    let time = try await clock.measure {
      try await withThrowingTaskGroup(of: (Int32, ChildStatus).self) { group in
        for index in 0..<100 as Range<Int32> {
          group.addTask {
            let child = try clone([], running: shell("sleep 0.5; exit \(index)"))
            return (index, try await child.wait())
          }
        }
        for try await (index, status) in group { #expect(status == .exited(index)) }
      }
    }
    // No thread of Swift concurrency, of which there are as many as processors, sleeps meanwhile.
    #expect(time < .seconds(30), "\(time)")
  }

  @Test func again() async throws {
    let child = try clone([], running: shell("exit 3"))
    #expect(try await child.wait() == .exited(3))
    #expect(try await child.wait() == .exited(3))
    #expect(try child.hasEnded())
    // By both ways.
    let now = try { try child.wait() }()
    #expect(now == .exited(3))
  }

  /// Attacker: whoever cancels at whatever moment. The child is neither lost nor ended.
  @Test func cancelled() async throws {
    for delay in [0, 0, 1, 5, 20] {
      let box = Box(try clone([], running: Program("sleep", ["100"])))
      let task = Task { () -> Result<ChildStatus, NamespaceError> in
        do throws(NamespaceError) { return .success(try await box.child.wait()) } catch {
          return .failure(error)
        }
      }
      if delay > 0 { try await Task.sleep(for: .milliseconds(delay)) }
      task.cancel()
      let result = await task.value
      #expect(result == .failure(.cancelled))
      #expect(try !box.child.hasEnded())
      try box.child.signal(.terminate)
      #expect(try await box.child.wait() == .killed(.terminate))
    }
  }

  @Test func cancelledAfterTheEnd() async throws {
    let box = Box(try clone([], running: Program("true")))
    #expect(try box.child.hasEnded(within: .seconds(10)))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await box.child.wait()
    }
    // What is known is said.
    #expect(try await task.value == .exited(0))
  }

  @Test func twoWaitForOne() async throws {
    let box = Box(try clone([], running: shell("sleep 0.2; exit 9")))
    async let first = box.child.wait()
    async let second = box.child.wait()
    #expect(try await [first, second] == [.exited(9), .exited(9)])
  }

  private final class Box: Sendable {
    let child: ChildHandle
    init(_ child: consuming ChildHandle) { self.child = child }
  }
}
