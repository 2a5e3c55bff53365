import Harness
import Testing

/// The ten tasks of the README print what stands below them.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("ip") != nil, "ip is not installed"))
struct ReadmeTaskTests {
  private static let tasks = ReadmeTests.examples(of: "Ten tasks")

  @Test func thereAreTen() { #expect(Self.tasks.count == 10) }

  @Test(arguments: tasks) func printsWhatIsShown(task: ReadmeTests.Example) {
    let command = task.command.trimmingSuffix { $0 == "\n" }
    let prompt = task.user == .root ? "# " : "$ "
    let outcome = Example(prompt + command, fixture(for: task.command)).run()
    #expect(outcome.stdoutText + outcome.stderrText == task.output)
  }

  /// What a task meets: process 4242 waits for the first process of a PID namespace, and a network
  /// namespace is called blue unless the task makes it.
  private func fixture(for command: String) -> Example.Fixture {
    if command.contains("4242") { return .waiting }
    if command.contains("touch") { return .noNames }
    return command.contains("blue") || command.contains("nsls") ? .blue : .nothing
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, predicate(last) { text.removeLast() }
    return text
  }
}
