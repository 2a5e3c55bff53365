import Harness
import Testing

/// `--forward-signals=...`, `--forward-signals-group`: no signal is lost, doubled or misdirected.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct ForwardingTests {
  static let recipes: [Recipe] =
    ([1, 2, 3, 6, 10, 12, 13, 14, 15, 18, 20, 28, 34, 64].flatMap { number in
      ["unshare -p --init", "unshare --forward-signals=all"].map {
        Recipe(
          "signal \(number) to \($0), whose default action would leave the program alone",
          "sg \(number) \($0)", gives: "program got \(number) / 40")
      }
    })
    + [
      Recipe(
        "somebody who continues the supervisor of a program that redraws then",
        "for o in --forward-signals-group --new-session '-p --init --new-session'"
          + " --forward-signals=CONT; do sg 18 unshare $o; done; quiet 18 unshare"
          + " --forward-signals=TERM --init",
        gives: [String](repeating: "program got 18 / 40", count: 4).joined(separator: " ")
          + " nothing / 7"),
      Recipe(
        "a session and a group, which it is: the parent must not be first to make one",
        "for i in $(seq 30); do for o in '' '-p --init'; do unshare $o --new-session"
          + " --forward-signals-group true || echo $?; done; done; echo all", gives: "all"),
      Recipe(
        "who stops a supervisor and continues it, where SIGCONT is not among what is passed on",
        "for o in '1 --init' '0 --init --forward-signals=TERM' '1 -p --init'; do rm -f n; N=${o%% *};"
          + " unshare ${o#* } /usr/bin/python3 $HELPERS/continued.py $N & P=$!;"
          + " until [ -e n ]; do sleep 0.02; done; kill -STOP $P; kill -CONT $P; wait $P; cat n;"
          + " done",
        gives: "1 0 1"),
    ]
    + [17, 21, 22].map {
      Recipe(
        "signal \($0), which means only who gets it", "quiet \($0) unshare -p --init",
        gives: "nothing / 7")
    } + [
      Recipe(
        "Ctrl-C and Ctrl-\\, which the terminal sends to everybody",
        "tt 'trap : INT QUIT; $UI /usr/bin/python3 $HELPERS/keys.py; echo END'"
          + " '' '<READY' '\\x03' '' '\\x1c' END >/dev/null; cat keys", gives: "{2: 1, 3: 1}"),
      Recipe(
        "an alarm that the caller set",
        "exec 2>/dev/null; perl -e 'alarm 1; exec @ARGV' unshare --init sleep 3.$$; echo $?;"
          + " pgrep -xc -f 'sleep 3.'$$", gives: "142 0"),
      Recipe(
        "nohup, whose signal must not be passed on",
        "(trap '' HUP; unshare --forward-signals=all sh -c ': >up; until [ -e go ]; do sleep 0.02; done;"
          + " echo end' & until [ -e up ]; do sleep 0.02; done; kill -HUP $!; sleep 0.2; : >go; wait $!)",
        gives: "end"),
      Recipe(
        "a sender whose value gets lost",
        """
        $UI perl -e 'use POSIX; $SIG{RTMIN}=0; exec "/usr/bin/python3","-c",q(import ctypes,signal
        signal.pthread_sigmask(0,[40])
        print("up",flush=True)
        l=ctypes.CDLL(None);b=(ctypes.c_int*32)();s=(ctypes.c_ulong*16)();s[0]=1<<39
        l.sigwaitinfo(s,b);print(b[6],file=open("val","w")))' >up & until grep -q up up; do sleep 0.02; done
        /usr/bin/python3 -c 'import ctypes,sys;ctypes.CDLL(None).sigqueue(int(sys.argv[1]),40,ctypes.c_void_p(77))' $!
        wait; cat val
        """, gives: "77"),
      Recipe(
        "a signal right after the start, a hundred times",
        "for i in $(seq 100); do $UI sleep 2 & { kill $!; wait $!; } 2>/dev/null; echo $?; done 2>/dev/null | grep -c 143",
        gives: "100"),
      Recipe(
        "a grandchild that a signal to the program alone does not reach",
        "$UI --forward-signals-group sh -c 'sh -c \"trap \\\"echo got grand; exit\\\" TERM; : >grand;"
          + " sleep 60 & wait\" & trap \"wait; echo got prog; exit\" TERM; : >prog; wait' &"
          + " until [ -e grand ] && [ -e prog ]; do sleep 0.02; done; { kill $!; wait; } 2>/dev/null",
        gives: "got grand got prog"),
      Recipe(
        "timeout, which signals its child alone",
        // It does with any signal as with the one that its time sends.
        "timeout --foreground 60 $UI sh -c 'trap \"echo term; exit\" TERM; echo up; : >up; sleep 60 & wait' &"
          + " until [ -e up ]; do sleep 0.02; done; { kill $!; wait $!; } 2>/dev/null",
        gives: "up term"),
      // timeout(1) itself sends SIGTERM twice, to its child and to the group, which a program may notice with and
      // without us: here somebody sends it once.
      Recipe(
        "somebody who signals the group, and a program with a group of its own",
        "for o in --init '-p --init' ''; do sg -15 unshare $o --forward-signals-group; done",
        gives: "program got 15 / 40 program got 15 / 40 program got 15 / 40"),
      Recipe(
        "the same as soon as the program's process is there, which takes it as one signal",
        "for i in $(seq 40); do perl -e 'setpgrp; exec @ARGV' unshare -p --init --forward-signals-group sleep 9 & P=$!;"
          + " until [ -n \"$(inner $P 2>/dev/null)\" ]; do sleep 0; done; { kill -s TERM -- -$P; wait $P; } 2>/dev/null; echo $?; done"
          + " 2>/dev/null | grep -c 143", gives: "40"),
      Recipe(
        "timeout, which signals its child and the group",
        "timeout 60 $UI --forward-signals-group sh -c 'exec 2>&-; trap \"echo term; exit\" TERM; echo up;"
          + " : >up; while :; do sleep 0.02; done' & until [ -e up ]; do sleep 0.02; done;"
          // Its time is over.
          + " { kill -ALRM $!; wait $!; } 2>/dev/null; echo $?", gives: "up term 124"),
      Recipe(
        "a caller with signals blocked and ignored, of whom the program must be the heir",
        "[ \"$(trap '' HUP USR1; grep -E 'SigBlk|SigIgn' /proc/self/status)\" ="
          + " \"$(trap '' HUP USR1; $UI grep -E 'SigBlk|SigIgn' /proc/self/status)\" ] && echo same",
        gives: "same"),
      Recipe(
        "the original's option without a value", "sg 15 unshare -f --forward-signals",
        gives: "program got 15 / 40"),
      Recipe(
        "an ignored signal that was asked for by name",
        "trap '' HUP; sg 1 unshare --forward-signals=HUP", gives: "program got 1 / 40"),
      Recipe(
        "a signal that was not asked for", "quiet 10 unshare --init --forward-signals=TERM",
        gives: "nothing / -10"),
      Recipe(
        "a stranger in a container who signals through nsenter",
        "$UI sleep 60 & runs $! sleep; sg 12 nsenter -t $(inner $!) -p --forward-signals=all; kill $!; wait $! 2>/dev/null",
        gives: "program got 12 / 40"),
      Recipe(
        "a filter that knows no signalfd: an error before the program starts",
        "strace -f -qq -o /dev/null -e inject=signalfd4:error=ENOSYS $(command -v unshare) --init echo ran; echo $?",
        gives: "unshare: signalfd failed: Function not implemented 1"),
      Recipe(
        "a filter that knows no waitid: the way that works without",
        "strace -f -qq -o /dev/null -e inject=waitid:error=EPERM $(command -v unshare) -p --init"
          + " sh -c 'exit 9'; echo $?", gives: "9"),
    ]

  @Test(arguments: recipes) func holds(recipe: Recipe) { recipe.expectIt() }
}
