import Harness
import ProjectFiles
import Testing

/// What the shells offer when somebody presses the Tab key.
struct CompletionTests {
  private typealias Shell = TypingSession.Shell

  /// Types all cases of a shell into one session of it.
  private func type(into shell: Shell) throws {
    let cases = try CompletionCase.read("\(TypingSession.folder)/\(shell.rawValue).cases")
    #expect(cases.count >= 25)
    #expect(cases.allSatisfy { !$0.expectations.isEmpty })
    let session = try TypingSession(shell)
    defer { session.end() }
    for completionCase in cases {
      let (line, offers) = try session.complete(completionCase)
      for complaint in completionCase.complaints(line: line, offers: offers) {
        Issue.record("\(shell): '\(completionCase.typed)|': \(complaint)")
      }
    }
  }

  @Test(.enabled(if: Shell.bash.reasonMissing == nil, "\(Shell.bash.reasonMissing ?? "")"))
  func bash() throws { try type(into: .bash) }

  @Test(.enabled(if: Shell.zsh.reasonMissing == nil, "\(Shell.zsh.reasonMissing ?? "")"))
  func zsh() throws { try type(into: .zsh) }

  @Test(.enabled(if: Shell.fish.reasonMissing == nil, "\(Shell.fish.reasonMissing ?? "")"))
  func fish() throws { try type(into: .fish) }

  /// A name that somebody chose does not break the list: what stands behind a number is cut to the
  /// width of the terminal. (zsh and fish see to it themselves.)
  @Test(
    .enabled(if: Shell.bash.reasonMissing == nil, "\(Shell.bash.reasonMissing ?? "")"),
    arguments: [40, 60, 300])
  func descriptionsFit(columns: Int) throws {
    let session = try TypingSession(.bash, columns: columns)
    defer { session.end() }
    let line = CompletionCase(typed: "nsls 40265", expectations: [.offered("")])
    let offers = try session.complete(line).offers
    let story = try #require(offers.first { $0.description.contains("long_story") })
    #expect(offers.count > 5)
    for offer in offers {
      // A description is in parentheses, with two blanks before; " -- " stands for them here.
      let places = offer.description.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
      #expect(places < columns, "\(offer)")
    }
    #expect(story.description.hasSuffix("...") == (columns < 100), "\(story)")
  }

  /// A case that is wrong is seen.
  @Test func casesCanFail() {
    let offers = [Offer("1  (bash)"), Offer("--json   -- print JSON")]
    func complaints(_ expectation: CompletionCase.Expectation) -> Int {
      CompletionCase(typed: "x", expectations: [expectation])
        .complaints(line: "x y ", offers: offers).count
    }
    #expect(complaints(.line("x y ")) == 0 && complaints(.line("x y")) == 1)
    #expect(complaints(.exactly(["1", "--json"])) == 0 && complaints(.exactly(["1"])) == 1)
    #expect(complaints(.offered("1 -- bash")) == 0 && complaints(.offered("*-- zsh")) == 1)
    #expect(complaints(.offered("--json")) == 0 && complaints(.offered("--js")) == 1)
    #expect(complaints(.notOffered("2")) == 0 && complaints(.notOffered("--json")) == 1)
  }

  /// Nothing is offered beside these, because nothing else is done.
  @Test(arguments: ["unshare", "nsenter", "nsls", "lsns"])
  func optionsThatConclude(program: String) {
    let further = ["nsls", "lsns"].contains(program) ? [] : ["--list-caps"]
    for option in ["--help", "-h", "--version", "-V"] + further {
      let outcome = spawn([Subject.binary, program, option, "--no-such-option"])
      #expect(outcome.ending == .exited(0), "\(option)")
      #expect(!outcome.stdout.isEmpty && outcome.stderr.isEmpty)
    }
  }

  /// The programs that unyoke offers are those that it has.
  @Test func unyokeIsDescribed() throws {
    let script = String(
      decoding: try readFile("\(projectRoot)/completions/bash/unyoke"), as: UTF8.self)
    let line = script.split(separator: "\n").first { $0.contains("operand='words ") } ?? ""
    let offered = line.split { " '".contains($0) }.drop { $0 != "words" }.dropFirst()
    let programs = spawn([Subject.binary, "--list"]).stdoutText.split(separator: "\n")
    #expect(Array(offered) == programs + ["privs", "check"])
  }
}
