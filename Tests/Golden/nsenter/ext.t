### ext-for-children
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
note: the namespace of the child that unshare waits for; without the option nsenter lands outside
$ for o in '' --for-children; do nsenter -t $U -p $o readlink /proc/self/ns/pid >$D/a; readlink /proc/$T/ns/pid >$D/b; cmp -s $D/a $D/b; echo $?; done
1 1
1 0
? 0

### ext-for-children-alone
user: root
ours-only: yes
needs: time-namespace
before: pidtarget --time
after: kill -KILL $T
$ nsenter -t $U --for-children sh -c 'for k in pid time; do readlink /proc/self/ns/$k; done' >$D/a; for k in pid time; do readlink /proc/$T/ns/$k; done >$D/b; cmp $D/a $D/b && echo same
1 same
? 0

### ext-for-children-all
user: root
ours-only: yes
before: pidtarget --net
after: kill -KILL $T
$ snap; nsenter -t $U -a --for-children sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=target time=both user=both uts=both
? 0

### ext-for-children-none-yet
user: root
ours-only: yes
before: unshare --pid sleep 600 & T=$!; wait_comm $T sleep
after: kill $T
note: a PID namespace that never had a process cannot be entered yet
$ nsenter -t $T -p --for-children true
2 nsenter: cannot open /proc/<PID>/ns/pid_for_children: No such file or directory
? 1

### ext-for-children-no-target
user: root
ours-only: yes
$ nsenter --for-children true
2 nsenter: no target PID specified
? 1

### ext-for-children-rootless
user: tester
ours-only: yes
before: pidtarget --user --map-root-user
after: kill -KILL $T
$ nsenter -t $U -U -p --preserve-credentials --for-children readlink /proc/self/ns/pid >$D/a; readlink /proc/$T/ns/pid >$D/b; cmp $D/a $D/b && echo same
1 same
? 0

### ext-exact-names
user: root
ours-only: yes
$ for o in --for-c --forward --kill --clear --white=A --dry; do nsenter $o true 2>&1 | head -n 1; done; nsenter --fo -V
1 nsenter: unrecognized option '--for-c'
1 nsenter: unrecognized option '--forward'
1 nsenter: unrecognized option '--kill'
1 nsenter: unrecognized option '--clear'
1 nsenter: unrecognized option '--white=A'
1 nsenter: unrecognized option '--dry'
1 nsenter from util-linux 2.42.4
? 0

### ext-forward-signals
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
$ for s in TERM INT; do env --default-signal=INT nsenter -t $T -p --forward-signals bash -c 'trap "echo got TERM; exit 3" TERM; trap "echo got INT; exit 4" INT; : >'$D/$s'; while :; do sleep 0.02; done' & N=$!; until [ -e $D/$s ]; do sleep 0.02; done; kill -$s $N; wait $N; echo "status $?"; done
1 got TERM
1 status 3
1 got INT
1 status 4
? 0

### ext-forward-signals-dies
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p --forward-signals sleep 602 & N=$!; H=; while [ -z "$H" ]; do H=$(cat /proc/$N/task/$N/children | tr -d ' '); sleep 0.02; done; wait_comm $H sleep; kill -TERM $N; wait $N 2>/dev/null; echo "status $?"; [ -e /proc/$H ] || echo gone
1 status 143
1 gone
? 0

### ext-forward-signals-no-fork
user: root
ours-only: yes
before: target --net
after: kill $T
note: without a child there is nothing to pass on
$ how nsenter -t $T -n --forward-signals --kill-child sh -c 'kill -TERM $$'
1 signal 15
? 0

### ext-supervision-no-fork
user: root
ours-only: yes
before: target --net
after: kill $T
note: a session or a group of one's own needs a child; a list of signals does not
$ for o in --new-session --forward-signals-group --forward-signals=HUP; do nsenter -t $T -n -F $o echo ran; done; nsenter -t $T -n --new-session sh -c 'ps -o sid= -p $$ | grep -qw $$ && echo leads'
1 ran
1 leads
2 nsenter: options --no-fork and --new-session cannot be combined
2 nsenter: options --no-fork and --forward-signals-group cannot be combined
? 0

### ext-forward-signals-ignored
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
note: what the caller ignores the program ignores
$ (trap '' INT; nsenter -t $T -p --forward-signals grep -E 'Sig(Ign|Blk)' /proc/self/status)
1\ SigBlk:\t0000000000000000\n
1\ SigIgn:\t0000000000000002\n
? 0

### ext-kill-child
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
$ for o in --kill-child --kill-child=TERM '--kill-child -S 5 -G 5'; do nsenter -t $T -p $o sleep 603 & N=$!; H=; while [ -z "$H" ]; do H=$(cat /proc/$N/task/$N/children | tr -d ' '); sleep 0.02; done; wait_comm $H sleep; kill -KILL $N; wait $N 2>/dev/null; n=0; until [ "$(state $H 2>/dev/null)" != S ] || [ $n -gt 100 ]; do n=$((n+1)); sleep 0.02; done; [ $n -le 100 ] && echo dead; done
1 dead
1 dead
1 dead
? 0

### ext-kill-child-bad-signal
user: root
ours-only: yes
$ nsenter --kill-child=FOO true; echo $?; nsenter --kill-child=9 true
1 1
2 nsenter: unknown signal: FOO
2 nsenter: unknown signal: 9
? 1

### ext-clear-env
user: root
ours-only: yes
before: target --net
after: kill $T
$ A=1 nsenter -t $T -n --clear-env /usr/bin/env; nsenter -t $T -n --clear-env env; echo $?
1 0
? 0

### ext-whitelist-env
user: root
ours-only: yes
before: target --net
after: kill $T
$ A=1 B='x y' C=3 EMPTY= nsenter -t $T -n --whitelist-env B,EMPTY,NOTSET,B /usr/bin/env
1 B=x y
1 EMPTY=
? 0

### ext-whitelist-env-of-target
user: root
ours-only: yes
before: envtarget A=1 B=2 C=3
after: kill $T
note: of the variables that the program would get
$ A=x HOME=/h nsenter -t $T -n -e --whitelist-env C,A,HOME /usr/bin/env; nsenter -t $T -n -e --clear-env /usr/bin/env
1 C=3
1 A=1
? 0

### ext-whitelist-env-bad-name
user: root
ours-only: yes
$ nsenter --whitelist-env A=1 env
2 nsenter: not the name of an environment variable: 'A=1'
? 1

### ext-dry-run
user: root
ours-only: yes
before: pidtarget --mount --net
after: kill -KILL $T
$ nsenter -t $T -a -r -W/tmp -e -S 5 -G follow --dry-run prog x
1 this process: hide from other processes
1 this process: setns(pidfd of the target, CLONE_NEWCGROUP | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWTIME)
1 this process: close the pidfd of the target
1 this process: read the target's user and group
1 this process: close the target's directory in /proc
1 this process: change the root directory to the one opened before
1 this process: open /tmp as the working directory
1 this process: change the working directory to the one opened before
1 this process: fail unless /tmp led below the root directory
1 this process: replace the environment by the target's
1 this process: set SIGCHLD to its default action
1 this process: fork, stop and continue with the child
1 child: drop all supplementary groups, if there are any
1 child: set the group id to the target's
1 child: set the user id to 5
1 child: verify, read back from the kernel: group ids, user ids, supplementary groups
1 child: execute prog x
1 this process: wait for the child and end as it does
? 0

### ext-dry-run-without-a-target
user: root
ours-only: yes
note: nothing is closed that was not opened
$ nsenter --net=/proc/self/ns/net --dry-run true
1 this process: hide from other processes
1 this process: setns(net file, CLONE_NEWNET)
1 this process: execute true
? 0

### ext-dry-run-two-passes
user: tester
ours-only: yes
before: target --user --map-root-user --net
after: kill $T
note: nothing happens
$ nsenter -t $T -U -n --keep-caps --dry-run; nsenter -t $T -U -u/proc/self/ns/uts --preserve-credentials --dry-run touch $D/x; ls $D
1 this process: hide from other processes
1 this process: drop all supplementary groups, if that is allowed
1 this process: setns(pidfd of the target, CLONE_NEWNET), if that is allowed from outside of the user namespace
1 this process: setns(pidfd of the target, CLONE_NEWUSER | CLONE_NEWNET)
1 this process: close the pidfd of the target
1 this process: drop all supplementary groups, unless that was done before
1 this process: set the group id to 0
1 this process: set the user id to 0
1 this process: raise all capabilities into the ambient set
1 this process: verify, read back from the kernel: group ids, user ids, supplementary groups
1 this process: start the login shell
1 this process: hide from other processes
1 this process: setns(uts file, CLONE_NEWUTS), if that is allowed from outside of the user namespace
1 this process: setns(pidfd of the target, CLONE_NEWUSER)
1 this process: setns(uts file, CLONE_NEWUTS)
1 this process: close the pidfd of the target
1 this process: execute touch <DIR>/x
? 0

### ext-dry-run-fails
user: root
ours-only: yes
before: plain
after: kill $T
$ nsenter --dry-run true; nsenter -t 4194305 -n --dry-run true; nsenter -t $T -n --dry-run true >/dev/full
2 nsenter: no namespace specified
2 nsenter: cannot open /proc/4194305/ns/net: No such file or directory
2 nsenter: write error: No space left on device
? 1
