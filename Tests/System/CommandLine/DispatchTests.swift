import Harness
import Testing

/// What the binary is under which name.
@Suite(.enabled(if: canSandbox, needsRoot)) struct DispatchTests {
  @Test func unyokeRunsAPersonalityUnderItsOwnName() {
    let outcome = Place.run("UNYOKE_HINTS=never unyoke unshare -S x")
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
        == "unyoke: '\(name)' is not one of its programs; 'unyoke --list' names them\n")
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
    #expect(
      outcome.stderrText
        == "unyoke: 'frobnicate' is not one of its programs; 'unyoke --help' names them\n")
  }

  /// On a terminal there is one more line, and nowhere else a byte.
  @Test func aSlipInTheNameOfAProgram() {
    for (word, meant) in [
      ("unshre", "unshare"), ("prvis", "privs"), ("chek", "check"), ("help", "--help"),
    ] {
      let said = "unyoke: '\(word)' is not one of its programs; 'unyoke --help' names them\n"
      let onTerminal = Place.run("script -qec 'unyoke \(word) -x' /dev/null </dev/null")
      #expect(onTerminal.ending == .exited(127))
      #expect(
        onTerminal.stdoutText.replacing("\r\n", with: "\n")
          == "\(said)unyoke: did you mean '\(meant)'?\n")
      #expect(Place.run("unyoke \(word) -x").stderrText == said)
    }
  }

  @Test func listAndVersionAndHelp() {
    #expect(Place.run("unyoke --list").stdoutText == programList)
    #expect(Place.run("unyoke --version").stdoutText.hasPrefix("unyoke "))
    #expect(Place.run("unyoke --help").stdoutText.contains("unyoke --install"))
    let alone = Place.run("unyoke")
    #expect(alone.ending == .exited(1))
    #expect(alone.stdout.isEmpty)
    for text in [alone.stderrText, Place.run("unyoke --help").stdoutText] {
      for name in ["unshare", "nsenter", "nsls", "lsns", "privs", "check"] {
        #expect(text.contains("\n \(name)  "), "what it does")
      }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
    // The line of --version is the original's; the help says whose the program is.
    #expect(Place.run("lsns --version").stdoutText == "lsns from util-linux 2.42.4\n")
    let version = Place.run("unyoke --version").stdoutText.split(separator: ",")[0]
    #expect(Place.run("lsns --help").stdoutText.contains("\nExtensions of \(version):\n"))
    #expect(Place.run("unyoke --bogus").ending == .exited(1))
    #expect(Place.run("unyoke --list x").stdoutText == programList)
    #expect(Place.run("unyoke --list --help").stdoutText.contains("\nPrograms:\n unshare "))
    #expect(Place.run("unyoke --list >/dev/full").ending == .exited(1))
  }

  /// D-62: what the kernel says of a process is the file, not the link to it.
  @Test func theWaitingProcessRunsTheFile() {
    let outcome = Place.run(
      "cp $BIN/unyoke .; ln -s unyoke unshare; ln -s unyoke nsenter; mkdir c; cp unyoke c/unshare;"
        + " for p in './unshare -f' './nsenter -p/proc/self/ns/pid' './c/unshare -f'; do"
        + " $p sh -c 'readlink /proc/$PPID/exe' | sed \"s,$T,T,\"; done")
    #expect(outcome.stdoutText == "T/unyoke\nT/unyoke\nT/c/unshare\n", "\(outcome.stderrText)")
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

  /// A mode, owner or capability that is set on one name must not be that of the others.
  @Test func installMakesCopies() {
    let outcome = Place.run(
      "mkdir c; cp $BIN/unyoke .; umask 077; ./unyoke --install --copy c; echo $?;"
        + " stat -c '%h %a %F' c/* | sort | uniq -c | sed 's/^ *//';"
        + " cmp c/lsns unyoke; c/unshare -V; chmod 700 c/nsenter; stat -c %a c/unshare;"
        + " ./unyoke --install --copy c; echo $?; echo >>c/nsls; ./unyoke --install --copy c; echo $?;"
        + " mkdir l; ln -s nowhere l/lsns; ln unyoke l/nsls; ./unyoke --install=l --copy; echo $?;"
        + " ls l; test -e nowhere; echo $?; ./unyoke --install -s --copy c; echo $?")
    #expect(
      outcome.stdoutText
        == "0\n4 1 755 regular file\nunshare from util-linux 2.42.4\n755\n0\n1\n1\n"
        + "lsns\nnsenter\nnsls\nunshare\n1\n1\n")
    #expect(outcome.stderrText.contains("cannot make c/nsls: File exists"))
    #expect(outcome.stderrText.contains("cannot make l/lsns: File exists"))
    #expect(outcome.stderrText.contains("cannot make l/nsls: File exists"))
    #expect(outcome.stderrText.contains("-s and --copy exclude each other"))
  }

  /// Somebody calls his file what the kernel calls one that was removed; and a limit on the size of files.
  @Test func aRemovedBinaryInstallsNobodysFile() {
    let outcome = Place.run(
      "mkdir d; cp $BIN/unyoke u; echo evil >'u (deleted)'; exec 9<u; rm u; for form in '' -s; do"
        + " bash -c \"exec -a unyoke /proc/self/fd/9 --install $form d\"; echo $?; done; ls d;"
        + " bash -c 'ulimit -f 100; exec unyoke --install --copy d'; echo $?; ls d")
    #expect(outcome.stdoutText == "1\n1\n1\n", "\(outcome.stderrText)")
    #expect(outcome.stderrText.contains("File too large"))
  }

  @Test func aCopyThatFailsIsTakenAway() {
    let outcome = Place.run(
      "mkdir small; mount -t tmpfs -o size=64k none small; unyoke --install --copy small; echo $?;"
        + " ls small; umount small; rmdir small")
    #expect(outcome.stdoutText == "1\n")
    #expect(outcome.stderrText.contains("cannot make small/unshare: No space left on device"))
  }

  @Test func theDirectoryMayBeAttached() {
    let outcome = Place.run(
      "mkdir a; unyoke --install=a -s; echo $?; a/lsns -V; unyoke --install=; echo $?;"
        + " unyoke --install=a b; echo $?")
    #expect(outcome.stdoutText == "0\nlsns from util-linux 2.42.4\n1\n1\n")
  }

  /// Several versions beside each other.
  @Test func aVersionMayBePartOfTheName() {
    let outcome = Place.run(
      "ln -s $BIN/unyoke unyoke-0.1; ./unyoke-0.1 --version; ./unyoke-0.1 unshare -V;"
        + " ln -s $BIN/unyoke unyoke-x; ./unyoke-x --version; echo $?;"
        + " ln -s $BIN/unyoke unyoke-; ./unyoke- --version; echo $?")
    #expect(outcome.stdoutText.hasPrefix("unyoke "))
    #expect(outcome.stdoutText.hasSuffix("\nunshare from util-linux 2.42.4\n127\n127\n"))
  }

  /// Where only unyoke is installed, unshare(1) is util-linux's page.
  @Test(arguments: ["unshare", "nsenter", "nsls", "lsns"])
  func theHelpNamesThePageThatIsThere(program: String) {
    let section = program.hasPrefix("ns") && program != "nsenter" || program == "lsns" ? 8 : 1
    let own = section == 8 ? "nsls(8)" : "unyoke-\(program)(1)"
    #expect(
      Place.run("\(program) --help").stdoutText
        .hasSuffix("\nFor more details see \(program)(\(section)).\n"))
    #expect(
      Place.run("unyoke \(program) --help").stdoutText
        .hasSuffix("\nFor more details see \(own).\n"))
  }

  @Test func theDirectoryMayStandAnywhere() {
    let outcome = Place.run(
      "cp $BIN/unyoke .; for w in '-s --install a' '--install a --symbolic' '--install=a -s'; do"
        + " mkdir a; ./unyoke $w; echo $?; readlink a/lsns | sed \"s,$T,T,\"; rm -r a; done;"
        + " ./unyoke --install --help | grep -c -- --install")
    #expect(outcome.stdoutText == "0\nT/unyoke\n0\nT/unyoke\n0\nT/unyoke\n4\n")
    #expect(outcome.stderrText.isEmpty)
  }

  /// What can be done instead is said once, not for each name.
  @Test func aRefusedInstallationSaysWhatToDo() {
    let outcome = Place.run(
      "mkdir other e; cp $BIN/unyoke .; mount -t tmpfs none other; ./unyoke --install other;"
        + " echo $?; ./unyoke --install -s other; echo $?; other/lsns -V; umount other; rmdir other;"
        + " touch e/unshare e/lsns; ./unyoke --install e; echo $?; ls e")
    #expect(
      outcome.stdoutText
        == "1\n0\nlsns from util-linux 2.42.4\n1\nlsns\nnsenter\nnsls\nunshare\n")
    let names = ["unshare", "nsenter", "nsls", "lsns"]
    #expect(
      outcome.stderrText
        == names.map { "unyoke: cannot make other/\($0): Invalid cross-device link\n" }.joined()
        + "unyoke: no hard link can lead there: use -s for symbolic links, or --copy for copies\n"
        + "unyoke: cannot make e/unshare: File exists\nunyoke: cannot make e/lsns: File exists\n"
        + "unyoke: what is there already is left alone: remove it first if it is to be replaced\n")
  }

  /// A link of another kind than was asked for is no such link, whoever made it, and stays.
  @Test func aLinkOfAnotherKindIsLeftAlone() {
    let outcome = Place.run(
      "mkdir z y x w; cp $BIN/unyoke .; ./unyoke --install z; ./unyoke --install -s z; echo $?;"
        + " find z -links 5 | wc -l; ./unyoke --install -s y; ./unyoke --install y; echo $?;"
        + " find y -type l | wc -l; ./unyoke --install -s y; echo $?;"
        + " for n in unshare nsenter nsls lsns; do ln -s ../unyoke x/$n; ln -s nothing w/$n; done;"
        + " ./unyoke --install -s x; echo $?; ./unyoke --install x; echo $?;"
        + " for f in '' -s --copy; do ./unyoke --install $f w; echo $?; done; ls w; stat -c %h unyoke"
    )
    #expect(
      outcome.stdoutText
        == "1\n4\n1\n4\n0\n0\n1\n1\n1\n1\nlsns\nnsenter\nnsls\nunshare\n5\n")
    let advice = "what is there already is left alone: remove it first if it is to be replaced"
    for directory in ["z", "y", "x", "w"] {
      #expect(outcome.stderrText.contains("unyoke: cannot make \(directory)/nsls: File exists\n"))
    }
    #expect(outcome.stderrText.split(separator: "unyoke: \(advice)\n").count == 6)
  }

  /// Said once, not for each name.
  @Test func aDirectoryThatIsNone() {
    for (form, directory) in [("", "file"), ("-s", "file/x"), ("--copy", "link"), ("-s", "none")] {
      let outcome = Place.run("touch file; ln -s none link; unyoke --install \(form) \(directory)")
      #expect(outcome.ending == .exited(1))
      let lines = outcome.stderrText.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].hasPrefix("unyoke: cannot install into \(directory): "))
    }
  }

  /// Where only unyoke is installed, unshare is util-linux's or nobody's.
  @Test func theHintIsACommandLineThatWorks() {
    for (line, words) in [
      ("unyoke unshare --frob", "unyoke unshare"), ("unyoke nsls --frob", "unyoke nsls"),
      ("unyoke privs --frob", "unyoke privs"), ("unyoke check --frob", "unyoke check"),
      ("unyoke --frob", "unyoke"),
      ("unshare --frob", "unshare"),
    ] {
      let outcome = Place.run(line)
      let hint = "Try '\(words) --help' for more information.\n"
      #expect(outcome.stderrText.hasSuffix(": unrecognized option '--frob'\n\(hint)"))
      #expect(Place.run("\(words) --help").ending == .exited(0))
    }
    #expect(Place.run("unyoke unshare --frob").stderrText.hasPrefix("unshare: "))
  }

  @Test func installTwiceIsFineButNothingIsOverwritten() {
    let outcome = Place.run(
      "mkdir d; cp $BIN/unyoke .; ./unyoke --install d; ./unyoke --install d; echo $?;"
        + " echo precious >s; mkdir e; mv s e/unshare; ./unyoke --install -s e; echo $?;"
        + " cat e/unshare; ./unyoke --install nowhere; echo $?; ./unyoke --install; echo $?")
    #expect(outcome.stdoutText == "0\n1\nprecious\n1\n1\n")
    #expect(outcome.stderrText.contains("cannot make e/unshare: File exists"))
    #expect(
      outcome.stderrText.contains(
        "unyoke: cannot install into nowhere: No such file or directory\n"))
    #expect(!outcome.stderrText.contains("nowhere/"))
    #expect(outcome.stderrText.contains("--install needs one directory"))
  }
}
