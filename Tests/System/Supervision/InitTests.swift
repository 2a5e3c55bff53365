import Harness
import Testing

/// `--init`: orphans are reaped, the status is the program's, and nobody is left behind.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct InitTests {
  static let recipes: [Recipe] = [
    Recipe(
      "a program that leaves orphans and does not reap, as PID 1's child",
      "$UI /usr/bin/python3 $HELPERS/orphans.py", gives: "zombies 0"),
    Recipe(
      "the same without a PID namespace",
      "unshare --init /usr/bin/python3 $HELPERS/orphans.py", gives: "zombies 0"),
    Recipe(
      "the same under the original: what there is to reap",
      "$ORIGINAL -pf /usr/bin/python3 $HELPERS/orphans.py 0.5", gives: "zombies 3"),
    Recipe("a program that wants to be PID 1", "$UI sh -c 'echo $$; :'", gives: "2"),
    Recipe(
      "killall unshare, which must find one process only",
      "$UI sleep 60 & runs $! sleep; cat /proc/$(inner $!)/comm; { kill $!; wait; } 2>/dev/null",
      gives: "ns-init"),
    Recipe("a status that gets lost on the way", "how $UI sh -c 'exit 7'", gives: "exit 7"),
    Recipe(
      "a signal that a program sends to itself", "how $UI sh -c 'kill $$'", gives: "signal 15"),
    Recipe(
      "a crash, of which the messenger's core file would be the wrong one",
      "ulimit -c unlimited; how $UI sh -c 'ulimit -c 0; kill -SEGV $$'; ls",
      gives: "signal 11"),
    Recipe(
      "a program that is PID 1 under the original and cannot kill itself",
      "how $ORIGINAL -pf sh -c 'kill $$; exit 55'", gives: "exit 55"),
    Recipe(
      "a supervisor that is PID 1 itself and survives the program's signal",
      "$ORIGINAL -pf $(command -v unshare) --init sh -c 'kill $$'; echo $?", gives: "143"),
    Recipe(
      "processes with sessions of their own that outlive the program",
      "$UI sh -c 'for i in 1 2 3 4 5 6 7 8; do setsid sleep 77.'$$' & done'; pgrep -xc -f 'sleep 77.'$$",
      gives: "0"),
    Recipe(
      "a daemon that puts itself into the background, with --init=wait",
      "unshare -p --init=wait /usr/bin/python3 $HELPERS/daemon.py; echo $?; cat done",
      gives: "4 done"),
    Recipe(
      "the same without it: it must not live on",
      "$UI /usr/bin/python3 $HELPERS/daemon.py; sleep 2.5; ls", gives: ""),
    Recipe(
      "a signal while only the background is left",
      "unshare -p --init=wait bash -c 'sh -c \"trap \\\"echo got; exit\\\" TERM; : >up; while :; do sleep 0.02; done\""
        + " 2>/dev/null & until [ -e up ]; do sleep 0.02; done' & P=$!; until [ -e up ]; do sleep 0.02; done;"
        // Of the two that the init has had as children it is the one that is left.
        + " until [ \"$(cat /proc/$(inner $(inner $P))/comm 2>/dev/null)\" = sh ]; do sleep 0.02; done;"
        + " { kill $P; wait $P; } 2>/dev/null; echo $?", gives: "got 0"),
    Recipe(
      "somebody who kills the init",
      "how sh -c '$UI sleep 60 & until C=$(cat /proc/$!/task/$!/children) && [ -n \"$C\" ]; do sleep 0.02; done;"
        + " { kill -9 $C; wait $!; } 2>/dev/null;"
        + " kill -$(($? - 128)) $$' 2>/dev/null", gives: "signal 9"),
    Recipe(
      "a program that signals PID 1 for its own end",
      "$UI sh -c 'trap \"echo got; exit\" TERM; kill -TERM 1; sleep 60 & wait'", gives: "got"),
    Recipe(
      "an init within an init", "sg 15 $UI unshare -p --init", gives: "program got 15 / 40"),
    Recipe(
      "memory that two supervisors take",
      "$UI sleep 60 & runs $! sleep;"
        + " awk '/^Private_Dirty/{print $2 <= 150 ? \"small\" : $2}' /proc/$(inner $!)/smaps_rollup; { kill $!; wait; } 2>/dev/null",
      gives: "small"),
    Recipe(
      "a program inside that asks PID 1 for the way out of its root",
      "mkdir r; mount --bind / r; $UI -m -R r --mount-proc sh -c"
        + " '[ $(readlink /proc/1/root) = / ] && [ /proc/1/root -ef / ] && [ /proc/1/cwd -ef . ] && echo same'",
      gives: "same"),
    Recipe(
      "a program that may gain no rights, and reads or traces the init to have its rights",
      "setpriv --reuid 1001 --regid 1001 --clear-groups unshare -Urp --mount-proc --init --nnp"
        + " cat /proc/1/environ 2>&1 | grep -c 'Permission denied'", gives: "1"),
    Recipe(
      "a full table of processes between the two forks",
      "mkdir r; setpriv --reuid 1001 --clear-groups prlimit --nproc=0 unshare -Ur --init true; echo $?",
      gives: "unshare: fork failed: Resource temporarily unavailable 1"),
    Recipe(
      "a program that is not there", "$UI /nonexistent; echo $?",
      gives: "unshare: failed to execute /nonexistent: No such file or directory 127"),
    Recipe(
      "a step inside that fails", "$UI -m --mount-proc=/nonexistent true; echo $?",
      gives: "unshare: mount /nonexistent failed: No such file or directory 1"),
    Recipe(
      "the program's own children among descriptors of the supervisors",
      "$UI sh -c 'ls /proc/self/fd | wc -l'; sh -c 'ls /proc/self/fd | wc -l'", gives: "4 4"),
  ]

  @Test(arguments: recipes) func holds(recipe: Recipe) { recipe.expectIt() }
}
