import Harness
import Testing

/// `--block-fd`, `--sync-fd` and `--pidfile`: who holds a program back, waits for its end, or finds it by a file.
@Suite(.enabled(if: canSupervise, needsRoot), .serialized) struct StatusWaitTests {
  private static let (keys, member, until) = (
    StatusTests.keys, StatusTests.member, StatusTests.until
  )

  static let blocked: [Recipe] = [
    Recipe(
      "who kills the supervisor while the program is held back, and lets it go then",
      until + """
        for o in '' -pf --init '-p --init'; do : >st; rm -f b; mkfifo b; exec 7<>b
        unshare $o --json-status-fd 3 --block-fd 7 touch ran 3>st & P=$!
        until_ 'grep -q child-pid st'; C=$(sed 's/.*child-pid": \\([0-9]*\\).*/\\1/' st)
        kill -s KILL $P; wait $P 2>/dev/null; echo >b; until_ '! [ -e /proc/$C ]'
        [ -e ran ] && echo ran || echo held; done
        """, gives: "held held held held"),
    Recipe(
      "a program that must not start before its network is there",
      keys + until
        + "mkfifo b; exec 7<>b; $UI --json-status-fd 3 --block-fd 7 touch ran 3>st & until_"
        + " 'grep -q child st';"
        + " ls ran 2>/dev/null; grep -c command st; echo x >&7; wait; ls ran; keysof",
      gives: "0 ran child-pid command-pid exit-code"),
    Recipe(
      "a supervisor that died before it had prepared the program",
      "unshare --block-fd 3 echo no 3</dev/null; echo $?",
      gives: "unshare: --block-fd: ended without a byte 1"),
    Recipe(
      "the same, told",
      "unshare -u --block-fd 3 --json-status-fd 4 echo no 3</dev/null 4>st"
        + " 2>/dev/null; tail -n 1 st",
      gives:
        #"{ "error": "--block-fd: ended without a byte", "step": "child: wait for a byte on"#
        + #" descriptor 3", "status": 1 }"#
    ),
    Recipe(
      "a descriptor that nobody waits at, O_NONBLOCK",
      "/usr/bin/python3 -c 'import os,subprocess as s; r,w=os.pipe(); os.set_blocking(r,False);"
        + " p=s.Popen([\"unshare\",\"--block-fd\",str(r),\"echo\",\"ran\"],pass_fds=[r]);"
        + " os.write(w,b\"x\"); p.wait()'",
      gives: "ran"),
    Recipe(
      "a directory, from which no byte comes", "unshare --block-fd 3 echo no 3<.; echo $?",
      gives: "unshare: --block-fd: cannot use descriptor 3: Is a directory 1"),
    Recipe(
      "a reader that waits for the end of all, whose supervisor is killed",
      "(cd /; $UI --kill-child --sync-fd 9 sh -c 'setsid sleep 66.'$$' & sleep 66.'$$ 9>&1 &"
        + " count 2 'sleep 66.'$$; kill -9 $!) | cat;"
        + " pgrep -xc -f 'sleep 66.'$$", gives: "0"),
    Recipe(
      "a program that keeps descriptors, when its supervisor has gone",
      "mkfifo s; unshare --sync-fd 9 sh -c 'setsid sh -c \"exec sleep 60 >/dev/null 2>&1"
        + " </dev/null\" & echo $! >pid' 9>s & cat s; echo end; kill $(cat pid)",
      gives: "end"),
  ]

  static let pidfile: [Recipe] = [
    Recipe(
      "who signals by the file",
      member + "$UI --pidfile f --json-status-fd 3 true 3>st; [ $(member command-pid) = $(cat"
        + " f) ] && echo same",
      gives: "same"),
    Recipe(
      "an old number, while the program is not there yet",
      until + "echo 1 >f; mkfifo b; exec 7<>b; unshare --pidfile f --block-fd 7 true & until_"
        + " '[ -e f ] && [ ! -s f ]';"
        + " echo empty; echo x >&7; wait; [ -s f ] && echo number", gives: "empty number"),
    Recipe(
      "a program that fails to start: no number of another",
      "echo 1 >f; unshare --pidfile f /nonexistent 2>/dev/null; cat f; echo end", gives: "end"),
    Recipe(
      "a folder that is not there", "unshare -u --pidfile d/f echo no; echo $?",
      gives: "unshare: cannot open d/f: No such file or directory 1"),
    Recipe(
      "a link that another user planted where anybody may write, to a file of root's",
      "echo secret >victim; mkdir tmp; chmod 777 tmp; setpriv --reuid 1001 --clear-groups ln"
        + " -s $PWD/victim tmp/f;"
        + " unshare --pidfile tmp/f echo no; cat victim",
      gives: "unshare: cannot open tmp/f: it is a symbolic link secret"),
    Recipe(
      "the same with a hard link",
      "echo secret >victim; mkdir tmp; ln victim tmp/f; unshare --pidfile tmp/f echo no; cat"
        + " victim",
      gives: "unshare: cannot open tmp/f: it has more than one name (hard links) secret"),
    Recipe(
      "a FIFO without a reader, and one with: nobody waits, and nobody is told",
      "mkfifo f; unshare --pidfile f echo no; exec 7<>f; unshare --pidfile f echo no",
      gives: "unshare: cannot open f: not a regular file unshare: cannot open f: not a regular file"
    ),
    Recipe(
      "another user's file in a folder that is open to all, where the kernel lets it be opened",
      "mkdir tmp; chmod 777 tmp; setpriv --reuid 1001 --clear-groups sh -c 'echo 1 >tmp/f';"
        + " unshare --pidfile tmp/f echo no; cat tmp/f; chown 0 tmp/f; chmod 666 tmp/f;"
        + " unshare --pidfile tmp/f echo no; cat tmp/f",
      gives: "unshare: cannot open tmp/f: it belongs to user 1001 1"
        + " unshare: cannot open tmp/f: anybody may write to it 1"),
    Recipe(
      "the same by a plain user, with root's file that he may write",
      "mkdir tmp; chmod 777 tmp; echo 1 >tmp/f; chgrp 1001 tmp/f; chmod 664 tmp/f; setpriv"
        + " --reuid 1001 --regid 1001 --clear-groups unshare --pidfile tmp/f echo no; cat tmp/f",
      gives: "unshare: cannot open tmp/f: it belongs to user 0 1"),
    Recipe(
      "a caller without a umask: nobody else may write the file that is made",
      "umask 0; unshare --pidfile f true; stat -c %a f", gives: "644"),
    Recipe(
      "who writes something into the file before the number is",
      until + "mkfifo b; exec 7<>b; unshare --pidfile f --block-fd 7 true & P=$!; until_ '[ -e f"
        + " ]'; echo 1234567890123456789 >f; echo x >&7; wait $P; expr $(cat f) '<' 99999999;"
        + " wc -l <f", gives: "1 1"),
    Recipe(
      "a caller who names the wrong file: nothing of it is lost",
      "printf 'root:x:0:0::/:/bin/sh\n' >f; seq 9999 >g; unshare --pidfile f echo no; cat f;"
        + " unshare --pidfile g echo no; wc -l <g; printf ' 77\n' >f; unshare --pidfile f true;"
        + " wc -w <f",
      gives: "unshare: cannot open f: it holds something other than a process id"
        + " root:x:0:0::/:/bin/sh"
        + " unshare: cannot open g: it holds something other than a process id 9999 1"),
    Recipe(
      "what is told of each step, and of one that fails",
      "unshare -u --pidfile f --explain true 2>&1 | grep -o 'process id.*'; unshare --pidfile d/f"
        + " --explain true 2>&1 | head -n 1",
      gives: "process id: ok process id to f: ok unshare: this process: create and empty d/f for"
        + " the program's process id: failed"),
    Recipe(
      "what must fail, before anything is done",
      "ln -s x l; mkfifo q; echo x >c; for f in d/f l q c . ''; do unshare --dry-run --explain"
        + " --pidfile \"$f\" true | sed -n 's/.*fail: //p'; done; ls | tr -d '\\n'",
      gives: "cannot open d/f: No such file or directory cannot open l: it is a symbolic link"
        + " cannot open q: not a regular file cannot open c: it holds something other than a"
        + " process id cannot open .: not a regular file cannot open : No such file or directory"
        + " clq"),
    Recipe(
      "a device", "unshare --pidfile /dev/null echo no",
      gives: "unshare: cannot open /dev/null: not a regular file"),
    Recipe(
      "a full disk: nobody lives on unsupervised",
      "mount -t tmpfs -o size=4k,nr_inodes=9 none /mnt; touch /mnt/f; dd if=/dev/zero"
        + " of=/mnt/g bs=4096 count=1 2>/dev/null;"
        + " unshare --pidfile /mnt/f --json-status-fd 3 sleep 88.$$ 3>st; echo $?;"
        + " tail -n 1 st; pgrep -xc -f 'sleep 88.'$$",
      gives:
        #"unshare: write failed /mnt/f: No space left on device 1 { "error": "write failed"#
        + #" /mnt/f: No space left on device", "step": "this process: write the program's"#
        + #" process id to /mnt/f", "errno": "ENOSPC", "errno-number": 28, "status": 1 } 0"#
    ),
    Recipe(
      "a new root: the file is the caller's",
      "mkdir r; mount --bind / r; $UI -m -R r --pidfile f true; [ -s f ] && echo here",
      gives: "here"
    ),
    Recipe(
      "nsenter, where it names the target",
      "nsenter -t $$ -n --pidfile f true 2>&1 | head -n 1",
      gives: "nsenter: options --target and --pidfile cannot be combined"),
    Recipe(
      "what is planned for it",
      "unshare --dry-run --pidfile f --block-fd 7 true 7</dev/null; ls",
      gives: "this process: create and empty f for the program's process id"
        + " this process: set SIGCHLD to its default action this process: unshare(0)"
        + " this process: fork, block SIGINT and SIGTERM child: wait for a byte on descriptor 7"
        + " child: execute true this process: write the program's process id to f"
        + " this process: wait for the child and end as it does"),
  ]

  @Test(arguments: blocked) func waits(recipe: Recipe) { recipe.expectIt() }
  @Test(arguments: pidfile) func writesTheNumber(recipe: Recipe) { recipe.expectIt() }
}
