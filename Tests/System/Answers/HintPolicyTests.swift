import Harness
import Testing

/// Who is told why something failed, and who is not.
@Suite(.enabled(if: canSandbox, needsRoot)) struct HintPolicyTests {
  private func hinted(_ command: String) -> Bool {
    let outcome = Place.run(command)
    #expect(outcome.ending == .exited(127), "\(command)")
    #expect(outcome.stderrText.contains("failed to execute : No such file or directory\n"))
    let sentences = HintLines.sentences(in: outcome.stderrText)
    #expect(sentences.count <= 1)
    return !sentences.isEmpty
  }

  @Test(arguments: [
    ("unshare -u ''", false), ("nsenter -t $$ -u ''", false), ("unyoke unshare -u ''", true),
    ("unyoke nsenter -t $$ -u ''", true), ("UNYOKE_HINTS=always unshare -u ''", true),
    ("UNYOKE_HINTS=never unyoke unshare -u ''", false), ("UNYOKE_HINTS=auto unshare -u ''", false),
    ("UNYOKE_HINTS= unshare -u ''", false), ("UNYOKE_HINTS=1 unshare -u ''", false),
    ("UNYOKE_HINTS=1 unyoke unshare -u ''", true),
  ])
  func inAPipe(_ command: String, _ isHinted: Bool) { #expect(hinted(command) == isHinted) }

  /// The name that only we have, and the original's.
  @Test func listings() {
    let own = Place.run("nsls net")
    #expect(HintLines.sentences(in: own.stderrText).count == 1)
    let text = String(decoding: HintLines.removed(from: own.stderr), as: UTF8.self)
    #expect(text.replacing("nsls: ", with: "lsns: ") == Place.run("lsns net").stderrText)
    #expect(Place.run("UNYOKE_HINTS=never nsls net").stderrText == text)
  }

  /// At a keyboard, under the original's name.
  @Test(arguments: [
    ("", true), ("UNYOKE_HINTS=never", false), ("UNYOKE_HINTS=always", true),
    ("UNYOKE_HINTS=auto", true), ("UNYOKE_HINTS=no", true),
  ])
  func onATerminal(_ variable: String, _ isHinted: Bool) {
    let outcome = Place.run("script -qec \"\(variable) unshare -u ''\" /dev/null </dev/null")
    #expect(outcome.ending == .exited(127))
    let text = outcome.stdoutText.replacing("\r\n", with: "\n")
    #expect(text.hasPrefix("unshare: failed to execute : No such file or directory\n"))
    #expect(
      text.contains("unshare: hint: the word for the program is empty") == isHinted, "\(text)")
    // What goes to a file from there is the original's.
    let file = Place.run(
      "script -qec \"\(variable) unshare -u '' 2>e\" /dev/null </dev/null; cat e")
    #expect(file.stdoutText.contains(": hint: ") == (variable == "UNYOKE_HINTS=always"))
  }

  /// The attacker is the target: its environment is taken over, and may not decide what is shown to
  /// whoever enters it.
  @Test(arguments: ["always", "never"]) func theTargetDoesNotDecide(value: String) {
    let target =
      "UNYOKE_HINTS=\(value) PATH=/usr/bin sleep 60 >/dev/null & P=$!;"
      + " until grep -q sleep /proc/$P/comm; do sleep 0.02; done;"
    let run = " nsenter -t $P -u -e ''; s=$?; kill $P; exit $s"
    #expect(!hinted("\(target) \(run)"))
    #expect(hinted("\(target) UNYOKE_HINTS=always \(run)"))
    // It did take it over.
    #expect(
      Place.run("\(target) nsenter -t $P -u -e printenv UNYOKE_HINTS; kill $P").stdoutText
        == "\(value)\n")
  }

  /// A program that another one calls in the name of somebody: what is said has the name it was given.
  @Test func theNameIsTheOneItWasCalledBy() {
    let outcome = Place.run("bash -c 'UNYOKE_HINTS=always exec -a frob unshare -u \"\"'")
    #expect(outcome.stderrText.contains("\nfrob: hint: "))
  }
}
