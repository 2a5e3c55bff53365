import Harness
import Testing

/// Callers, terminals and limits in which a supervisor loses a signal, a status or a process.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct SupervisionWeatherTests {
  private static let all =
    "'--init' '-p --init' '--forward-signals-group' '--new-session' '-p --init --new-session'"

  static let recipes: [Recipe] = [
    Recipe(
      "a caller without a terminal, with closed streams",
      "for o in \(all); do setsid -w unshare $o sh -c 'exit 7' <&- >&- 2>&-; echo $?; done",
      gives: "7 7 7 7 7"),
    Recipe(
      "a terminal that hangs up, whose session ours leads: the kernel tells nobody else",
      "for o in \(all); do python3 $HELPERS/hang.py unshare $o; done",
      gives: [String](repeating: "got 1 / 3", count: 5).joined(separator: " ")),
    Recipe(
      "an orphaned group, whose program stops: nobody would continue ours",
      "for o in -f '--init' '-p --init' '--forward-signals-group'; do python3 $HELPERS/orphaned.py unshare $o; done",
      gives: "ended 6 ended 6 ended 6 ended 6"),
    Recipe(
      "a caller that is stopped",
      """
      sh -c 'unshare -p --init sh -c "trap \\"exit 5\\" TERM; touch up; while :; do sleep 0.02; done" & echo $! >pid; wait $!; echo $?' & S=$!
      until [ -e up ] && [ -s pid ]; do sleep 0.02; done
      kill -STOP $S; kill $(cat pid)
      until [ "$(cut -d ' ' -f 3 /proc/$(cat pid)/stat)" = Z ]; do sleep 0.02; done
      kill -CONT $S; wait $S
      """, gives: "5"),
    Recipe(
      "a caller that ignores or blocks SIGCHLD",
      "for o in \(all); do for how in 'SIG{CHLD} = q(IGNORE)' 'x = POSIX::sigprocmask(0, POSIX::SigSet->new(17))'; do"
        + " perl -MPOSIX -e '$'\"$how\"'; exec @ARGV' unshare $o python3 $HELPERS/orphans.py | grep -c zombies;"
        + " perl -MPOSIX -e '$'\"$how\"'; exec @ARGV' unshare $o sh -c 'exit 3'; echo $?; done; done | sort | uniq -c | awk '{ print $1, $2 }'",
      gives: "10 1 10 3"),
    Recipe(
      "a limit of processes that is reached between the two forks: nothing is left",
      // A user who is nobody else's.
      "U=$((100000 + $$)); for n in 1 2; do setpriv --reuid $U --clear-groups prlimit --nproc=$n unshare -Urp --init true; echo $?; done;"
        + " setpriv --reuid $U --clear-groups prlimit --nproc=3 unshare -Urp --init true; echo $?; pgrep -c -u $U",
      gives:
        "unshare: fork failed: Resource temporarily unavailable 1 unshare: fork failed: Resource temporarily unavailable 1 0 0"
    ),
    Recipe(
      "a terminal on which the background may not write, and a step of the init that fails",
      "for o in --forward-signals-group --new-session ''; do tt \"read x; stty tostop; unshare -pm --init $o"
        + " --mount-proc=/nonexistent true; echo RC:\\$?\" 'go\\n' RC:1 | tail -n 1; done",
      gives: "ok ok ok"),
    Recipe(
      "a death signal that an init cannot pass on",
      "for s in STOP TTIN CHLD; do unshare -p --init --kill-child=$s true; unshare --init --kill-child=$s true; echo $?; done",
      gives:
        "unshare: --kill-child: with --init the signal cannot be SIGSTOP 0"
        + " unshare: --kill-child: with --init the signal cannot be SIGTTIN 0"
        + " unshare: --kill-child: with --init the signal cannot be SIGCHLD 0"
    ),
    Recipe(
      "xargs -P, which waits for several, and one that fails",
      "seq 6 | xargs -P 3 -I{} $UI sh -c 'setsid sleep 98.'$$' & exit $(({} == 4))'; echo $?;"
        + " pgrep -xc -f 'sleep 98.'$$",
      gives: "123 0"),
    Recipe(
      "nohup, whose terminal is closed",
      "for o in '-p --init' '--forward-signals=all'; do nohup unshare $o sh -c 'kill -HUP $PPID; sleep 0.2; exit 6' </dev/null"
        + " >/dev/null 2>&1; echo $?; done", gives: "6 6"),
    Recipe(
      "setsid, by which ours leads a session", "setsid -w $UI sh -c 'exit 4'; echo $?", gives: "4"),
    Recipe(
      "a service manager: its signal to the process, or to all of the group, and what it is told",
      "for o in '-p --init --kill-child' '--init'; do sg 15 unshare $o; sg -15 unshare $o; done",
      gives: [String](repeating: "program got 15 / 40", count: 4).joined(separator: " ")),
    Recipe(
      "a container engine, for which ours is PID 1: stop, and a status",
      """
      mkfifo ready; $ORIGINAL -pf --kill-child $(command -v unshare) --init sh -c 'echo ready; sleep 60; :' >ready & P=$!
      read -r x <ready; { kill -TERM $(inner $P); wait $P; } 2>/dev/null; echo $?
      """, gives: "143"),
  ]

  @Test(arguments: recipes) func holds(recipe: Recipe) { recipe.expectIt() }

  @Test func jobsOfBash() { expectJobs(of: "-i") }
  @Test(.enabled(if: findTool("dash") != nil, "dash is not installed"))
  func jobsOfDash() { expectJobs(of: "-idash") }
  @Test(.enabled(if: findTool("zsh") != nil, "zsh is not installed"))
  func jobsOfZsh() { expectJobs(of: "-izsh") }

  private func expectJobs(of shell: String) {
    for options in ["-f", "-p --init", "--new-session", "--forward-signals-group"] {
      Recipe(
        "Ctrl-Z, fg and the status in \(shell)",
        "tt \(shell) 'unshare \(options) sleep 2.5\\n' @sleep '\\x1a' '[Ss](topped|uspended)' 'fg\\n' 'OUT> '"
          + " 'echo rc=$?\\n' rc=0 | tail -n 1", gives: "ok"
      ).expectIt(attempts: 3)
    }
    Recipe(
      "bg, and a read of the shell in \(shell)",
      "tt \(shell) \"$UI sh -c 'sleep 1.5; echo JOB''END'\\n\" @sleep '\\x1a' '[Ss](topped|uspended)' 'bg\\n' 'OUT> '"
        + " 'read x; echo GOT:$x\\n' JOBEND 'abc\\n' GOT:abc | tail -n 1", gives: "ok"
    ).expectIt(attempts: 3)
    Recipe(
      "suspend of a shell inside, in \(shell)",
      "tt \(shell) 'PS1=\"IN> \" unshare -p --init bash --norc -i\\n' 'IN> ' 'suspend -f\\n' '[Ss](topped|uspended)' 'fg\\n' 'IN> '"
        + " 'echo A$((1+1))\\n' A2 | tail -n 1", gives: "ok"
    ).expectIt(attempts: 3)
  }
}
