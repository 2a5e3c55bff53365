import Foundation
import Harness
import Testing

/// The worked examples of the README do what they show, as printed, on a machine where nothing was
/// prepared.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("ip") != nil, "ip is not installed"))
struct ReadmeTaskTests {
  private static let tasks = ShellSession.all(inReadme: "Eleven tasks")
  private static let powers = ShellSession.all(inReadme: "Less than full power")

  @Test func thereAreEleven() {
    #expect(Self.tasks.count == 11)
    #expect(Self.powers.count == 3)
  }

  @Test(arguments: tasks + powers) func printsWhatIsShown(session: ShellSession) {
    let outcome = session.run()
    #expect(outcome.stdoutText == session.shown)
    #expect(outcome.stderrText.isEmpty)
  }
}
