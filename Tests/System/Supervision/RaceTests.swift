import Harness
import ProjectFiles
import Testing

/// Somebody kills one of the processes at a moment of his choice: no orphan, no zombie, no lost status, and nobody
/// is signalled by a number that was reaped. By hand: `races.py KIND 1000`, `numbers.py 1000`.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct SupervisionRaceTests {
  private static let helpers = "\(projectRoot)/Tests/System/Supervision/helpers"

  @Test(arguments: ["outer", "init", "program", "setup", "exec", "end", "orphans"])
  func killedAtAnyMoment(kind: String) {
    let outcome = Place.run("exec python3 \(Self.helpers)/races.py \(kind) 60")
    #expect(outcome.stdoutText == "\(kind) 60: ok\n", "\(outcome.stderrText)")
  }

  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"))
  func nobodyIsSignalledAfterHisEnd() {
    let outcome = Place.run("exec python3 \(Self.helpers)/numbers.py 20")
    #expect(outcome.stdoutText == "numbers: ok\n", "\(outcome.stderrText)")
  }
}
