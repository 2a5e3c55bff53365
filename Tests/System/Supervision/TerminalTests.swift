import Harness
import Testing

/// A person before a terminal: it is given back, jobs stop and continue, and nobody types for somebody else.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct TerminalTests {
  private static let legacy = "sysctl -n dev.tty.legacy_tiocsti 2>/dev/null"

  static let recipes: [Recipe] = [
    Recipe(
      "D-72: a shell inside that cannot name the group outside",
      "tt 'unshare -pf bash --norc -i; read -t 30 x; echo GOT:$x' '' @bash 'exit\\n' '' 'hello\\n' GOT:hello"
        + " | tail -n 1",
      gives: "ok"),
    Recipe(
      "the same under the original: the terminal is dead",
      "export PATIENCE=4; tt '/usr/bin/unshare -pf bash --norc -i; read -t 3 x; echo GOT:$x' '' @bash"
        + " 'exit\\n' '' 'hello\\n' GOT:hello | tail -n 1",
      gives: "FAIL at step 2"),
    Recipe(
      "D-166: the same in an entered PID namespace",
      "$UI sleep 60 & runs $! sleep; T=$(inner $!);"
        + " tt \"nsenter -t $T -p bash --norc -i; read -t 30 x; echo GOT:\\$x\" '' @bash 'exit\\n' '' 'hello\\n'"
        + " GOT:hello"
        + " | tail -n 1; kill $!; wait $! 2>/dev/null", gives: "ok"),
    Recipe(
      "D-73: a program that stops itself",
      "tt -i \"unshare -f sh -c 'kill -STOP \\$\\$; echo ON\\$((1+1))'\\n\" Stopped 'fg\\n' ON2 | tail -n 1",
      gives: "ok"),
    Recipe(
      "the same under the original: the shell hangs",
      "export PATIENCE=4; tt -i \"/usr/bin/unshare -f sh -c 'kill -STOP \\$\\$; echo ON\\$((1+1))'\\n\" Stopped 'fg\\n' ON2 | tail -n 1",
      gives: "FAIL at step 0"),
    Recipe(
      "a shell below an init that suspends itself",
      "tt -i 'PS1=\"IN> \" $UI bash --norc -i\\n' 'IN> ' 'suspend -f\\n' Stopped 'fg\\n' 'IN> '"
        + " 'echo A$((1+1))\\n' A2 | tail -n 1", gives: "ok"),
    Recipe(
      "a program, some of which has fewer rights, that leaves the terminal to a group that ends",
      "for o in -f '-p --init' '-f -S 1001'; do tt \"unshare $o python3 $HELPERS/grab.py; read -t 30 x; echo GOT:\\$x\""
        + " '' '' 'hello\\n' GOT:hello | tail -n 1; done", gives: "ok ok ok"),
    Recipe(
      "the same under the original",
      "export PATIENCE=4; tt \"$ORIGINAL -f python3 $HELPERS/grab.py; read -t 3 x; echo GOT:\\$x\""
        + " '' '' 'hello\\n' GOT:hello | tail -n 1", gives: "FAIL at step 1"),
    Recipe(
      "Ctrl-Z, and fg",
      "tt -i '$UI sleep 3\\n' @sleep '\\x1a' Stopped 'fg\\n' 'OUT> ' 'echo rc=$?\\n' rc=0 | tail -n 1",
      gives: "ok"),
    Recipe(
      "Ctrl-Z where only other signals are passed on",
      "tt -i 'unshare --forward-signals=HUP sleep 3\\n' @sleep '\\x1a' Stopped 'fg\\n' 'OUT> '"
        + " 'echo rc=$?\\n' rc=0 | tail -n 1", gives: "ok"),
    Recipe(
      "a script that continues the child alone", "bash $HELPERS/barrier.sh", gives: "RC:6"),
    Recipe(
      "the same on a terminal", "tt 'bash $HELPERS/barrier.sh' '' RC:6 | tail -n 1", gives: "ok"),
    Recipe(
      "a job in the background that ends, which must not take the terminal",
      "tt -i \"$UI sh -c 'sleep 1.5; echo JOBEND'\\n\" @sleep '\\x1a' Stopped 'bg\\n' 'OUT> '"
        + " 'read -t 30 x; echo GOT:$x\\n' JOBEND 'abc\\n' GOT:abc | tail -n 1", gives: "ok"),
    Recipe(
      "Ctrl-Z to a group of its own, which has the foreground",
      "tt -i 'unshare --forward-signals-group sleep 3\\n' @sleep '\\x1a' Stopped 'fg\\n' 'OUT> '"
        + " 'echo rc=$?\\n' rc=0 | tail -n 1", gives: "ok"),
    Recipe(
      "a program that types into the caller's shell: TIOCSTI without the option",
      "tt 'HELPERS=$HELPERS; . $HELPERS/recipes.sh; sti >sti; echo END' '' END >/dev/null;"
        + " [ \"$(\(legacy))\" = 0 ] && echo possible || cat sti", gives: "possible"),
    Recipe(
      "the same with --new-session, as a plain user",
      "tt \"setpriv --reuid 1001 --clear-groups unshare --new-session perl -e 'print ioctl(STDIN,"
        + " 0x5412, my \\$x = q(x)) ? q(possible) : \\$!' >sti; echo END\" '' END >/dev/null;"
        + " sed 's/Input.output error/Operation not permitted/' sti",
      gives: "Operation not permitted"),
    Recipe(
      "a program that opens the terminal of its caller",
      "tt 'unshare --new-session sh -c \": </dev/tty\" 2>err; echo END' '' END >/dev/null;"
        + " grep -c 'No such device' err", gives: "1"),
    Recipe(
      "Ctrl-C and Ctrl-\\ in a session of its own",
      "tt 'trap : INT QUIT; unshare --new-session /usr/bin/python3 $HELPERS/keys.py; echo END'"
        + " '' '<READY' '\\x03' '' '\\x1c' END >/dev/null; cat keys", gives: "{2: 1, 3: 1}"),
    Recipe(
      "Ctrl-Z in a session of its own",
      "tt -i 'unshare --new-session sleep 2\\n' @sleep '\\x1a' Stopped 'fg\\n' 'OUT> ' 'echo rc=$?\\n' rc=0"
        + " | tail -n 1", gives: "ok"),
    Recipe(
      "the same in one below an init",
      "tt -i '$UI --new-session sleep 2\\n' @sleep '\\x1a' Stopped 'fg\\n' 'OUT> ' 'echo rc=$?\\n' rc=0"
        + " | tail -n 1", gives: "ok"),
    Recipe(
      "a session that is started twice",
      "nsenter -t $$ -u --new-session sh -c '[ $(ps -o sid= -p $$) = $$ ] && echo leads'",
      gives: "leads"),
  ]

  @Test(arguments: recipes) func holds(recipe: Recipe) { recipe.expectIt(attempts: 3) }
}
