import Harness
import Testing

/// A failure whose cause is made for the test, and its hint.
struct AnsweredFailure: Sendable, CustomTestStringConvertible {
  /// The heading in docs/answers.md.
  let topic: String
  let command: String
  var user = Sandbox.User.root
  var setup: [String] = []
  /// Which one of the programs says it.
  var program = "unshare"
  /// After `NAME: hint: `; `$T` is the working directory.
  let hint: String
  var testDescription: String { "\(topic): \(command)" }

  /// Runs a command with hints, and once more without: in a pipe there are none by themselves.
  func check() {
    func run(_ variable: String) -> (Outcome, String) {
      let name = Place.uniqueName("hint")
      let outcome = Place.sandbox.run(
        "\(variable)\(command)", as: user, name: name, setup: setup)
      let text = outcome.stderrText
        .replacing(Place.sandbox.workingDirectory(name), with: "$T")
        .replacing(/\/proc\/[0-9]+\//, with: "/proc/PID/")
      return (outcome, text)
    }
    let (plain, plainText) = run("")
    let (hinted, hintedText) = run("export UNYOKE_HINTS=always; ")
    let lines = hintedText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.filter { $0.contains(": hint: ") } == ["\(program): hint: \(hint)"],
      "\(hintedText)")
    #expect(lines.filter { !$0.contains(": hint: ") }.joined(separator: "\n") == plainText)
    #expect(!plainText.contains("hint") && !plainText.isEmpty)
    #expect(hinted.ending == plain.ending && plain.ending != .exited(0))
    #expect(hinted.stdout == plain.stdout)
    #expect(hinted.survivors.isEmpty)
    // The hint is after what it explains.
    #expect(lines.dropLast().last?.contains(": hint: ") == true)
  }

  /// A root directory that is one, with the programs of this machine and the one under test.
  static func root(_ mount: String = "") -> [String] {
    [
      "mkdir R; \(mount)", "mkdir -p R/usr R/proc R$BIN", "mount --bind /usr R/usr",
      "mount -t proc proc R/proc", "mount --bind $BIN R$BIN", "ln -s usr/bin usr/lib usr/lib64 R",
    ]
  }
}
