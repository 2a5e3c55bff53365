import Harness
import Testing

/// Who is inside, or is another user, and wants the rights of the init, to speak for it, or to keep it from its work.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct SupervisionAttackTests {
  /// Runs a program that says it is ready, sends it SIGTERM by way of ours, and says how that ended.
  private static let ask = """
    ask() {
      mkfifo ready; timeout -s KILL 50 "$@" >ready 2>/dev/null & P=$!
      read -r x <ready; U=$(inner $P); [ "$x" = ready ] && kill "$U"; wait $P; echo $?; rm ready
    }

    """

  static let recipes: [Recipe] = [
    Recipe(
      "a plain user's program with no_new_privs that traces, reads or robs PID 1 of its descriptors",
      "setpriv --reuid 1001 --regid 1001 --clear-groups unshare -Urpm --mount-proc --init --nnp python3 $HELPERS/spy.py",
      gives: "pidfd"),
    Recipe(
      "root without capabilities who does",
      "$UI -m --mount-proc --cap-drop ALL python3 $HELPERS/spy.py",
      gives: "pidfd"),
    Recipe(
      "another user who does", "$UI -m --mount-proc -S 1001 -G 1001 python3 $HELPERS/spy.py",
      gives: "pidfd"),
    Recipe(
      "a program that looks in PID 1 for the variables that it was not given",
      "SECRET=word KEPT=yes $UI -m --mount-proc --whitelist-env KEPT sh -c"
        + " 'tr \"\\0\" \"\\n\" </proc/1/environ | grep . ; echo $KEPT'; "
        + "SECRET=word $UI -m --mount-proc --clear-env sh -c 'tr -d \"\\0\" </proc/1/environ'",
      gives: "yes"),
    Recipe(
      "a program that stops or kills PID 1",
      "$UI sh -c 'trap : HUP TSTP TTIN TTOU; for s in STOP TSTP TTIN TTOU KILL HUP CONT CHLD; do kill -$s 1; done;"
        + " exit 4'; echo $?", gives: "4"),
    Recipe(
      "somebody who makes orphans without end, so that no signal reaches the program",
      ask + "ask $UI --kill-child python3 $HELPERS/storm.py orphans", gives: "5"),
    Recipe(
      "somebody who signals PID 1 without end, so that nobody learns how the program ended",
      ask + "ask $UI --kill-child python3 $HELPERS/storm.py signals", gives: "5"),
    Recipe(
      "somebody who stops and continues the program without end",
      ask + "ask $UI --kill-child python3 $HELPERS/storm.py stops", gives: "5"),
    Recipe(
      "a program that stops more often than a stopped caller can be told, while orphans wait",
      """
      mkfifo ready; timeout -s KILL 100 $UI --kill-child python3 $HELPERS/flood.py >ready & P=$!
      exec 5<ready; read -r x <&5; U=$(inner $P); kill -STOP $U; echo go >go; read -r y <&5; echo $y
      kill -CONT $U; wait $P; echo $?
      """, gives: "zombies 0 6"),
    Recipe(
      "a program that leaves the group that is signalled",
      ask
        + "ask $UI --forward-signals-group python3 $HELPERS/leave.py; ask unshare --forward-signals-group python3 $HELPERS/leave.py",
      gives: "5 5"),
    Recipe(
      "a filter that answers unshare(2) and makes nothing: everybody would be the machine",
      "strace -f -qq -o /dev/null -e inject=unshare:retval=0 $(command -v unshare) -p --init=wait echo ran; echo $?",
      gives: "unshare: unshare failed: the answer is not the kernel's 1"),
    Recipe(
      "a program that nobody may signal any more: its status all the same",
      """
      cp $(command -v python3) p; chown 1002 p; chmod 4755 p
      setpriv --reuid 1001 --clear-groups unshare --forward-signals=all ./p -c 'import os, time
      os.setresuid(1002, 1002, 1002)
      open("up", "w").close()
      while not os.path.exists("over"): time.sleep(.02)
      os._exit(9)' & P=$!
      until [ -e up ]; do sleep 0.02; done
      kill $P; kill -USR1 $P; sleep 0.2; touch over; wait $P; echo $?
      """, gives: "9"),
    Recipe(
      "a fork bomb below a limit, and its end",
      """
      mkfifo ready; N=$((100000 + $$))
      setpriv --reuid $N --clear-groups prlimit --nproc=60 unshare -Urp --init --kill-child python3 -c 'import os, time
      print("ready", flush=True)
      while True:
        try: os.fork()
        except OSError: time.sleep(.01)' >ready & P=$!
      read -r x <ready; until [ "$(pgrep -c -u $N)" -gt 50 ]; do sleep 0.02; done
      kill -KILL $P; wait $P 2>/dev/null; for i in $(seq 1000); do [ "$(pgrep -c -u $N)" = 0 ] && break; sleep 0.02; done
      pgrep -c -u $N
      """, gives: "0"),
  ]

  @Test(arguments: recipes) func holds(recipe: Recipe) { recipe.expectIt() }
}
