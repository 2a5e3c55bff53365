import Harness
import ProjectFiles
import Testing

/// `--kill-child` when the process that was started is killed: the program, and what it started in a session
/// of its own.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct DeathTests {
  /// A set-user-ID program, by which the parent death signal is lost.
  private static let setid = "cp /usr/bin/env setid; chown 1001 setid; chmod 4755 setid; "

  static let recipes: [Recipe] = [
    Recipe(
      "SIGKILL", "bash $HELPERS/beats.sh $UI --kill-child", gives: "prog gone grand gone"),
    Recipe(
      "SIGKILL, and a set-user-ID program",
      setid + "bash $HELPERS/beats.sh $UI --kill-child ./setid", gives: "prog gone grand gone"),
    Recipe(
      "SIGKILL, and a program that became another user by our option",
      "bash $HELPERS/beats.sh $UI --kill-child -S 1001", gives: "prog gone grand gone"),
    Recipe(
      "the same under the original: what is left behind",
      setid + "bash $HELPERS/beats.sh $ORIGINAL -pf --kill-child ./setid",
      gives: "prog lives grand lives"),
    Recipe(
      "the original without a PID namespace: the grandchild",
      "bash $HELPERS/beats.sh $ORIGINAL -f --kill-child", gives: "prog gone grand lives"),
    Recipe(
      "SIGKILL, and a gentler signal for the program",
      "($UI --kill-child=TERM sh -c 'trap \"echo got; exit\" TERM; : >up; while :; do sleep 0.02; done' &"
        + " until [ -e up ]; do sleep 0.02; done; kill -9 $!) | cat", gives: "got"),
    Recipe(
      "SIGKILL, a gentler signal and one that is not passed on otherwise",
      "($UI --forward-signals=HUP --kill-child=USR1 sh -c 'trap \"echo got; exit\" USR1; : >up;"
        + " while :; do sleep 0.02; done' & until [ -e up ]; do sleep 0.02; done; kill -9 $!) | cat",
      gives: "got"),
    Recipe(
      "a reader that waits for the end of all, after SIGKILL",
      "(unshare -p --init --kill-child sh -c 'setsid sleep 66.'$$' & sleep 66.'$$ & count 2 'sleep 66.'$$; kill -9 $!) | cat;"
        + " pgrep -xc -f 'sleep 66.'$$", gives: "0"),
    Recipe(
      "what is planned for it",
      "unshare -p --init --kill-child --dry-run true | grep '^init: ask'",
      gives: "init: ask for signal KILL when the parent dies"),
  ]

  @Test(arguments: recipes) func holds(recipe: Recipe) { recipe.expectIt() }

  /// SIGKILL at a moment of the killer's choice, to each of the three: nobody lives on, and no status is lost.
  @Test(arguments: ["outer", "init", "program"]) func killedAtAnyMoment(who: String) {
    let find = [
      "outer": "echo $P", "init": "inner $P", "program": "i=$(inner $P); [ -n \"$i\" ] && inner $i",
    ]
    let outcome = Place.run(
      """
      HELPERS=\(projectRoot)/Tests/System/Supervision/helpers
      . $HELPERS/recipes.sh
      for n in $(seq 100); do
        unshare -p --init --kill-child sleep 300.$$ & P=$!
        perl -e 'select undef, undef, undef, rand 0.006'
        k=$(\(find[who] ?? "") 2>/dev/null)
        [ -n "$k" ] && kill -9 $k 2>/dev/null || kill -9 $P
        wait $P; [ $? = 137 ] || echo "status $?"
      done 2>/dev/null
      for n in $(seq 1000); do [ "$(pgrep -xc -f "sleep 300.$$")" = 0 ] && break; sleep 0.02; done
      pgrep -xc -f "sleep 300.$$"
      """)
    #expect(outcome.stdoutText == "0\n", "\(outcome.stderrText)")
  }
}
