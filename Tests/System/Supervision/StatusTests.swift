import Harness
import Testing

/// `--json-status-fd` and its like: who waits for a program, and who wants to mislead him.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct StatusTests {
  /// The names of the first members of the objects in the file `st`.
  static let keys =
    "keysof() { /usr/bin/python3 -c 'import json; [print(next(iter(json.loads(l)))) for l in"
    + " open(\"st\")]'; }; "
  /// The value of a member, of the last object that has it.
  static let member =
    "member() { /usr/bin/python3 -c 'import json,sys; print([o[sys.argv[1]] for o in"
    + " map(json.loads, open(\"st\")) if sys.argv[1] in o][-1])' \"$1\"; }; "
  /// Waits, without limit, until a command succeeds: whoever hangs here is ended by the harness.
  static let until = "until_() { until eval \"$1\" 2>/dev/null; do sleep 0.02; done; }; "

  static let told: [Recipe] = [
    Recipe(
      "who waits for a program, and may see no more and no less",
      keys + "$UI --json-status-fd 3 true 3>st; keysof", gives: "child-pid command-pid exit-code"),
    Recipe(
      "a program that is over before its start could be told",
      "for i in $(seq 100); do $UI --json-status-fd 3 true 3>st; grep -c . st; done | grep -xc 3",
      gives: "100"),
    Recipe(
      "the same without an init",
      "for i in $(seq 100); do unshare -f --json-status-fd 3 true 3>st; grep -c . st; done |"
        + " grep -xc 3",
      gives: "100"),
    Recipe(
      "a program that is not there",
      keys + "$UI --json-status-fd 3 /nonexistent 3>st 2>/dev/null; echo $?; keysof",
      gives: "127 child-pid error"),
    Recipe(
      "a program that may not be started, and what is said of it",
      "unshare --json-status-fd 3 /etc/passwd 3>&1 2>/dev/null | sed 1d",
      gives:
        #"{ "error": "failed to execute /etc/passwd: Permission denied", "step": "child:"#
        + #" execute /etc/passwd", "errno": "EACCES", "errno-number": 13, "status": 126 }"#
    ),
    Recipe(
      "a step of the process that was started",
      "setpriv --reuid 1001 --clear-groups unshare -n --json-status-fd 3 true 3>&1 2>/dev/null",
      gives:
        #"{ "error": "unshare failed: Operation not permitted", "step": "this process:"#
        + #" unshare(CLONE_NEWNET)", "errno": "EPERM", "errno-number": 1, "status": 1 }"#
    ),
    Recipe(
      "the same, where a person is told more",
      member
        + "UNYOKE_HINTS=always setpriv --reuid 1001 --clear-groups unshare -n"
        + " --json-status-fd 3 true 3>st 2>/dev/null;"
        + " member hint | grep -o 'needs CAP_SYS_ADMIN'", gives: "needs CAP_SYS_ADMIN"),
    Recipe(
      "a step of the init",
      member + "$UI -m --mount-proc=/nonexistent --json-status-fd 3 true 3>st 2>/dev/null;"
        + " member step;"
        + " member status", gives: "init: mount proc at /nonexistent 1"),
    Recipe(
      "a program of outside that is not there, or is none",
      member
        + "for p in /nonexistent /etc /dev/null; do"
        + " nsenter -t $$ -n --exec-outer --json-status-fd 3 $p 3>st 2>/dev/null; echo $?;"
        + " member status; done; printf '#!/bin/sh\n' >s; chmod 755 s;"
        + " nsenter -t $$ -n --exec-outer --json-status-fd 3 ./s 3>st 2>/dev/null; member error",
      gives: "127 127 126 126 126 126 ./s is a script; --exec-outer needs a program"),
    Recipe(
      "a step of an entry, in the process that was started and in the child",
      member + "setpriv --reuid 1001 --regid 1001 --clear-groups unshare -U sh -c"
        + " 'sleep 60 & echo $!' >n 2>/dev/null; p=$(cat n);"
        + " setpriv --reuid 1001 --regid 1001 --clear-groups nsenter -a -t $p --auto-credentials"
        + " --json-status-fd 3 echo ran 3>st 2>/dev/null; member error; member step;"
        + " nsenter -t $p -n -p --mount-proc=/nonexistent --json-status-fd 3 echo ran 3>st"
        + " 2>/dev/null; member step; kill $p",
      gives: "the user namespace has no group ids yet"
        + " this process: read the id maps of the user namespace"
        + " this process: open /nonexistent to mount proc there"),
    Recipe(
      "words that are wrong, and come after the descriptor",
      "unshare --json-status-fd 3 --init=x true 3>&1 2>/dev/null",
      gives: #"{ "error": "unknown mode of --init: 'x', not 'end' or 'wait'", "status": 1 }"#),
    Recipe(
      "an option that does not exist",
      "unshare --json-status-fd 3 --nonsense true 3>&1 2>/dev/null",
      gives: #"{ "error": "unrecognized option '--nonsense'", "status": 1 }"#),
    Recipe(
      "a target that is gone",
      "nsenter -t 2147483647 -n --json-status-fd 3 true 3>&1 2>/dev/null | grep -c"
        + " '\"error\": .*\"status\": 1 }'",
      gives: "1"),
    Recipe(
      "a signal that ends the program",
      "exec 2>/dev/null; $UI --json-status-fd 3 sh -c 'kill $$' 3>st; tail -n 1 st",
      gives: #"{ "exit-code": 143, "signal": "TERM" }"#),
    Recipe(
      "the program's number, which is another one inside",
      member + until
        + "$UI --json-status-fd 3 sleep 60 3>st & until_ 'grep -q command st';"
        + " cat /proc/$(member command-pid)/comm; { kill $(member command-pid); wait; } 2>/dev/null",
      gives: "sleep"
    ),
    Recipe(
      "10,000 starts, here fewer: a reader who compares with /proc",
      "/usr/bin/python3 $HELPERS/starts.py 48", gives: "agree"),
    Recipe(
      "the namespaces that were entered",
      member + "unshare -un sleep 60 & t=$!; until [ /proc/$t/ns/net -ef /proc/self/ns/net ]"
        + " || [ ! -e /proc/$t/ns/net ];"
        + " do break; done; while [ $(readlink /proc/$t/ns/net) = $(readlink"
        + " /proc/self/ns/net) ]; do sleep 0.02; done;"
        + " nsenter -t $t -n -u --json-status-fd 3 true 3>st;"
        + " [ net:[$(member net-namespace)] = $(readlink /proc/$t/ns/net) ] && echo net;"
        + " [ uts:[$(member uts-namespace)] = $(readlink /proc/$t/ns/uts) ] && echo uts; tail"
        + " -n 1 st; kill $t",
      gives: #"net uts { "exit-code": 0 }"#),
    Recipe(
      "a target with a PID namespace and root of its own",
      keys + until
        + "$UI -m --mount-proc sleep 60 & P=$!; until_ '[ -n \"$(inner $P)\" ] && [ -n"
        + " \"$(inner $(inner $P))\" ]';"
        + " nsenter -t $(inner $(inner $P)) -a --json-status-fd 3 true 3>st; keysof; { kill $P; wait; } 2>/dev/null",
      gives: "child-pid command-pid exit-code"),
    Recipe(
      "bubblewrap's long form, and the end of its file while the program runs",
      "mkfifo i; unshare -pf -n --info-fd 3 sleep 60 3>i & cat i >out; head -n 2 out | sed"
        + " 's/[0-9]*,$/N,/';"
        + " tail -n 1 out; grep -c namespace out; { kill -9 $(inner $!); wait; } 2>/dev/null",
      gives: "{     \"child-pid\": N, } 2"),
    Recipe(
      "both for one descriptor",
      "unshare -u --json-status-fd 3 --info-fd 3 true 3>st; grep -c child-pid st; tail -n 1 st",
      gives: #"2 { "exit-code": 0 }"#),
    Recipe(
      "--kill-child, where the one that was started is killed: no last object",
      keys + until
        + "$UI --kill-child --json-status-fd 3 sleep 60 3>st & until_ 'grep -q command st';"
        + " { kill -9 $!; wait; } 2>/dev/null;"
        + " keysof", gives: "child-pid command-pid"),
    Recipe(
      "somebody who kills the program's process before it is the program",
      until + "mkfifo b; exec 7<>b; $UI --json-status-fd 3 --block-fd 7 true 3>st & P=$!;"
        + " until_ 'grep -q child st';"
        + " { kill $P; wait $P; } 2>/dev/null; echo $?; tail -n 1 st",
      gives:
        #"143 { "error": "killed by signal TERM before the program started", "status": 143 }"#),
  ]

  static let weather: [Recipe] = [
    Recipe(
      "a reader that has gone",
      #"bash -c "unshare --json-status-fd 3 sh -c 'exit 3' 3> >(exit 0); echo \$?""#, gives: "3"),
    Recipe(
      "a reader that goes while the program runs, by which its program would get SIGPIPE",
      until
        + "mkfifo s r; exec 4<>s; $UI --json-status-fd 3 sh -c 'read x <r; exit 3' 3>s 4<&- &"
        + " read l <&4; read l <&4; exec 4<&-; echo >r; wait $!; echo $?", gives: "3"),
    Recipe(
      "a pipe that is full, of a reader that reads nothing before the end",
      "/usr/bin/python3 $HELPERS/fullpipe.py", gives: "ran 3 child-pid command-pid exit-code"),
    Recipe(
      "the same pipe, which nobody ever reads: the status comes all the same",
      "/usr/bin/python3 $HELPERS/fullpipe.py never", gives: "ran 3"),
    Recipe(
      "a socket",
      "/usr/bin/python3 -c 'import socket,subprocess as s; a,b=socket.socketpair();"
        + " s.call([\"unshare\",\"--json-status-fd\",str(b.fileno()),\"true\"],pass_fds=[b.fileno()]); b.close();"
        + " print(a.recv(9999).decode().count(chr(10)))'", gives: "3"),
    Recipe(
      "a full disk: neither the program nor its status notices",
      "mount -t tmpfs -o size=4k none /mnt; dd if=/dev/zero of=/mnt/st bs=4096 count=1 2>/dev/null;"
        + " unshare --json-status-fd 3 sh -c 'exit 3' 3>>/mnt/st; echo $?; stat -c %s /mnt/st",
      gives: "3 4096"),
    Recipe(
      "a descriptor that is not open", "unshare --json-status-fd 9 true 9>&-; echo $?",
      gives: "unshare: --json-status-fd: cannot use descriptor 9: Bad file descriptor 1"),
    Recipe(
      "one that cannot be written, and one that cannot be read",
      "unshare --info-fd 3 true 3</dev/null; unshare --block-fd 3 true 3>/dev/null",
      gives: "unshare: --info-fd: cannot use descriptor 3: Bad file descriptor"
        + " unshare: --block-fd: cannot use descriptor 3: Bad file descriptor"),
    Recipe(
      "a file of nsenter's own, which took the number of one that is closed",
      "nsenter --net=/proc/self/ns/net --block-fd 3 true 3<&-; echo $?",
      gives: "nsenter: --block-fd: cannot use descriptor 3: Bad file descriptor 1"),
    Recipe(
      "the program's standard streams",
      "for n in 0 1 2; do unshare --sync-fd $n true; done; unshare --json-status-fd 1 true",
      gives: "unshare: --sync-fd: descriptor 0 belongs to the program"
        + " unshare: --sync-fd: descriptor 1 belongs to the program"
        + " unshare: --sync-fd: descriptor 2 belongs to the program"
        + " unshare: --json-status-fd: descriptor 1 belongs to the program"),
    Recipe(
      "no numbers",
      "unshare --info-fd x true; nsenter -t $$ -n --block-fd -- -1 true;"
        + " unshare --info-fd 99999999999 true",
      gives: "unshare: failed to parse file descriptor: 'x'"
        + " nsenter: failed to parse file descriptor: '--'"
        + " unshare: failed to parse file descriptor: '99999999999': Numerical result out of"
        + " range"),
    Recipe(
      "one descriptor for two purposes",
      "exec 7<>/dev/null; unshare --block-fd 7 --sync-fd 7 true; unshare --json-status-fd 7"
        + " --block-fd 7 true",
      gives: "unshare: options --block-fd and --sync-fd cannot both use descriptor 7"
        + " unshare: options --json-status-fd and --block-fd cannot both use"
        + " descriptor 7"),
    Recipe(
      "nsenter without a child",
      "nsenter -t $$ -p -F --json-status-fd 3 true 3>&1 2>/dev/null; nsenter -t $$ -p -F"
        + " --sync-fd 3 true 3>&1",
      gives: #"{ "error": "options --no-fork and --json-status-fd cannot be combined","#
        + #" "status": 1 }"#
        + " nsenter: options --no-fork and --sync-fd cannot be combined"),
    Recipe(
      "a standard error that is closed, whose number a file of ours must not get",
      "unshare --pidfile f --json-status-fd 3 /nonexistent 3>st 2>&-; cat f; grep -c error st",
      gives: "1"),
  ]

  static let inside: [Recipe] = [
    Recipe(
      "a program that writes what it likes into the descriptor",
      "unshare --json-status-fd 3 sh -c '[ -e /proc/self/fd/3 ] && echo yes || echo no' 3>st",
      gives: "no"),
    Recipe(
      "a program that looks for any descriptor of ours, its own and those of PID 1",
      "exec 7<>/dev/null; $UI --mount-proc --json-status-fd 3 --info-fd 4 --block-fd 5"
        + " --sync-fd 7 --pidfile f"
        + " sh -c 'ls /proc/self/fd | wc -l; for l in /proc/1/fd/*; do readlink $l; done |"
        + " grep -c -e /st -e /in'"
        + " 3>st 4>in 5</etc/passwd", gives: "4 0"),
    Recipe(
      "a program that says as its supervisor's process would that it failed",
      "/usr/bin/python3 $HELPERS/faker.py", gives: "exit-code 5"),
    Recipe(
      "a program whose words would end an object and begin another one",
      "unshare --json-status-fd 3 '/x\", \"exit-code\": 0, \"y\": \"\\z' 3>st 2>/dev/null;"
        + " /usr/bin/python3 -c 'import json; o=[json.loads(l) for l in open(\"st\")];"
        + " print(len(o), \"exit-code\" in o[1], o[1][\"status\"])'",
      gives: "2 False 127"),
    Recipe(
      "a name of no characters, and one that is longer than a pipe takes at once",
      "for n in $(printf '\\377\\001\\303\\244') $(printf '%04000d' 0); do unshare"
        + " --json-status-fd 3 /$n 3>st 2>/dev/null;"
        + " /usr/bin/python3 -c 'import json;"
        + " b=open(\"st\",\"rb\").read().split(b\"\\n\")[1]; print(len(b) < 4096,"
        + " json.loads(b)[\"error\"].encode()[:32])'; done",
      gives: #"True b'failed to execute /\\xff\x01\xc3\xa4: No s' True b'failed to execute"#
        + #" /0000000000000'"#),
  ]

  @Test(arguments: told) func tells(recipe: Recipe) { recipe.expectIt() }
  @Test(arguments: weather) func inBadWeather(recipe: Recipe) { recipe.expectIt() }
  @Test(arguments: inside) func fromInside(recipe: Recipe) { recipe.expectIt() }
}
