import Harness
import Testing

/// What the binary is under which name.
@Suite(.enabled(if: canSandbox, needsRoot)) struct DispatchTests {
  @Test func unyokeRunsAPersonalityUnderItsOwnName() {
    let outcome = Place.run("unyoke unshare -S x")
    #expect(outcome.stderrText == "unshare: failed to parse uid: 'x'\n")
    #expect(outcome.ending == .exited(1))
    #expect(Place.run("unyoke unshare -V").stdoutText == "unshare from util-linux 2.42.4\n")
  }

  @Test(arguments: ["myunshare", "unshare2", "un", "UNSHARE", "unshare.real"])
  func anyOtherNameIsRefused(name: String) {
    let outcome = Place.run("ln -s $BIN/unyoke \(name); ./\(name) -V")
    #expect(outcome.ending == .exited(127))
    #expect(
      outcome.stderrText
        == "unyoke: '\(name)' is none of its programs; 'unyoke --list' names them\n")
    #expect(outcome.stdout.isEmpty)
  }

  @Test func anyArgumentZeroOfTheRightFile() {
    #expect(
      Place.run("bash -c 'exec -a /x/frob unshare -S z'").stderrText
        == "frob: failed to parse uid: 'z'\n")
    #expect(
      Place.run("bash -c 'exec -a -unshare unshare --no'").stderrText
        == "-unshare: unrecognized option '--no'\n"
        + "Try '-unshare --help' for more information.\n")
  }

  @Test func unknownCommand() {
    let outcome = Place.run("unyoke frobnicate")
    #expect(outcome.ending == .exited(127))
    #expect(outcome.stderrText.contains("'frobnicate'"))
  }

  @Test func listAndVersionAndHelp() {
    #expect(Place.run("unyoke --list").stdoutText == programList)
    #expect(Place.run("unyoke --version").stdoutText.hasPrefix("unyoke "))
    #expect(Place.run("unyoke --help").stdoutText.contains("unyoke --install"))
    #expect(Place.run("unyoke").ending == .exited(1))
    #expect(Place.run("unyoke --bogus").ending == .exited(1))
    #expect(Place.run("unyoke --list x").ending == .exited(1))
    #expect(Place.run("unyoke --list >/dev/full").ending == .exited(1))
  }

  @Test func installMakesLinks() {
    let outcome = Place.run(
      "mkdir h s; cp $BIN/unyoke .; ./unyoke --install h && ./unyoke --install -s s; echo $?;"
        + " stat -c %h unyoke; readlink s/unshare | sed \"s,$T,T,\"; h/unshare -V; s/nsenter -V")
    #expect(
      outcome.stdoutText
        == "0\n5\nT/unyoke\nunshare from util-linux 2.42.4\nnsenter from util-linux 2.42.4\n")
    #expect(outcome.stderrText.isEmpty)
  }

  @Test func installTwiceIsFineButNothingIsOverwritten() {
    let outcome = Place.run(
      "mkdir d; cp $BIN/unyoke .; ./unyoke --install d; ./unyoke --install d; echo $?;"
        + " echo precious >s; mkdir e; mv s e/unshare; ./unyoke --install -s e; echo $?;"
        + " cat e/unshare; ./unyoke --install nowhere; echo $?; ./unyoke --install; echo $?")
    #expect(outcome.stdoutText == "0\n1\nprecious\n1\n1\n")
    #expect(outcome.stderrText.contains("cannot make e/unshare: File exists"))
    #expect(outcome.stderrText.contains("cannot make nowhere/unshare: No such file"))
    #expect(outcome.stderrText.contains("--install needs one directory"))
  }
}
