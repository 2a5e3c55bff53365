import Harness
import Testing

/// A person before a shell with job control, whose job is a program that leads a group of its own. Attackers are a
/// program that has itself continued, one that stops itself to get at the terminal, a group that nobody looks after,
/// and a terminal that takes who is outside for somebody without a number.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct JobTests {
  private static let group = "--forward-signals-group"
  static let tools = [
    "unshare \(group)", "unshare -p --init \(group)", "unshare -p --init=wait \(group)",
    "nsenter -t SELF -u \(group)", "nsenter -t INSIDE -p \(group)",
  ]
  static let scenarios = [
    "writing", "ending", "pipeline", "second", "running", "script", "faking", "taking",
  ]
  static let stops = ["foreground", "piped", "below_another", "silent"]

  private static let jobs = "timeout -k 1 90 python3 $HELPERS/jobs.py"

  private func expect(_ scenarios: [String], of tool: String, in shell: String) {
    for scenario in scenarios {
      Recipe(
        "\(scenario) in \(shell): \(tool)", "\(Self.jobs) \(shell) \(scenario) \(tool)", gives: "ok"
      )
      .expectIt()
    }
  }

  /// In the background, with fg, Ctrl-Z, bg and Ctrl-C.
  @Test(arguments: tools) func readsInBash(tool: String) {
    expect(["reading"], of: tool, in: "bash")
  }
  @Test(.enabled(if: findTool("dash") != nil, "dash is not installed"), arguments: tools)
  func readsInDash(tool: String) { expect(["reading"], of: tool, in: "dash") }
  @Test(.enabled(if: findTool("zsh") != nil, "zsh is not installed"), arguments: tools)
  func readsInZsh(tool: String) { expect(["reading"], of: tool, in: "zsh") }

  @Test func jobsOfBash() {
    expect(Self.scenarios + ["orphaned", "nested"], of: Self.tools[1], in: "bash")
    expect(["taking", "script", "orphaned", "nested"], of: Self.tools[0], in: "bash")
  }
  @Test(.enabled(if: findTool("dash") != nil, "dash is not installed"))
  func jobsOfDash() { expect(Self.scenarios, of: Self.tools[4], in: "dash") }
  @Test(.enabled(if: findTool("zsh") != nil, "zsh is not installed"))
  func jobsOfZsh() { expect(Self.scenarios + ["nested"], of: Self.tools[0], in: "zsh") }

  /// A shell that does not wait for the job, and takes its terminal while the program is being started.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"), arguments: tools)
  func isNotRobbed(by tool: String) { expect(["late"], of: tool, in: "bash") }

  /// An impatient person, who types before the program is there, and somebody who kills whom it waits for.
  @Test(
    .enabled(if: findTool("strace") != nil, "strace is not installed"),
    arguments: [tools[0], tools[1], tools[4], "unshare -mp --init --mount-proc"])
  func keysBeforeTheProgramAreForIt(tool: String) {
    expect(["early", "unborn"], of: tool, in: "bash")
  }

  /// Somebody outside who stops the program's process before it leads its group, and filters that keep it from
  /// saying so: it does not wait for an answer that cannot come.
  @Test(.enabled(if: findTool("strace") != nil, "strace is not installed"), arguments: tools[0...1])
  func doesNotWaitForEver(tool: String) { expect(["halted", "refused"], of: tool, in: "bash") }

  /// A program that asks at a terminal to which no standard stream leads: nobody could continue it by a key.
  @Test(arguments: tools) func readsFromTheTerminalAlone(tool: String) {
    expect(["redirected"], of: tool, in: "bash")
  }

  /// Ctrl-Z where the program is in the job's own group, or in a session: at a job that was in the background, in a
  /// pipeline, below another program, and without a standard stream at the terminal. If nobody followed, the shell
  /// would wait for ever.
  @Test(arguments: [
    "unshare -p --init", "unshare --init", "unshare -f --forward-signals=all",
    "unshare -p --init --new-session",
  ])
  func stopsWithItsProgram(tool: String) {
    expect(Self.stops, of: tool, in: "bash")
  }
  @Test(.enabled(if: findTool("dash") != nil, "dash is not installed"))
  func stopsWithItsProgramInDash() {
    expect(Self.stops, of: "unshare -p --init", in: "dash")
  }
  @Test(.enabled(if: findTool("zsh") != nil, "zsh is not installed"))
  func stopsWithItsProgramInZsh() {
    expect(Self.stops, of: "unshare -p --init", in: "zsh")
  }

  /// What a program left behind, which keeps the terminal from the script that goes on.
  @Test(arguments: [tools[0], tools[3]]) func givesTheTerminalBackToAScript(tool: String) {
    expect(["leaving", "detached"], of: tool, in: "bash")
  }

  /// A program that reads in the background, in the job's own group: an init that says so late does not stop the job
  /// which fg has continued.
  @Test(arguments: ["unshare -p --init", "unshare -p --init=wait", "unshare --init"])
  func isContinuedOnce(tool: String) { expect(["continued"], of: tool, in: "bash") }

  /// Who waits for what a program left behind is not before a dead terminal.
  @Test func whoIsLeftHearsTheKeys() {
    expect(["remaining", "reader_remains"], of: Self.tools[2], in: "bash")
    expect(["remaining"], of: "unshare -p --init=wait", in: "bash")
  }
}
