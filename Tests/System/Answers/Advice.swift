import Harness
import Testing

/// What a command says with hints and without: the same, but for the hints.
struct Advice {
  /// What the hints say, without the name in front.
  let sentences: [String]
  let outcome: Outcome

  /// Runs a script twice in a sandbox: with hints, and as scripts usually run it, when not a byte may
  /// be added, to neither stream, and the status is the same.
  /// - Parameter script: what it prints must not differ from run to run.
  init(_ script: String, as user: Sandbox.User = .root, setup: [String] = []) {
    outcome = Place.run("export UNYOKE_HINTS=always\n\(script)", as: user, setup: setup)
    let plain = Place.run(script, as: user, setup: setup)
    sentences = HintLines.sentences(in: outcome.stderrText)
    let shown = String(decoding: HintLines.removed(from: outcome.stderr), as: UTF8.self)
    #expect(shown == plain.stderrText && !shown.contains(": hint: "), "\(script)")
    #expect(outcome.stdoutText == plain.stdoutText, "\(script)")
    #expect(outcome.ending == plain.ending, "\(script)")
    #expect(outcome.ending != .exited(0), "\(script)")
  }
}
