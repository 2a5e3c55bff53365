### pid-own-file-forks
user: root
before: plain
after: kill $T
$ sh -c 'P=$$; export P; exec nsenter --pid=/proc/self/ns/pid sh -c "[ \$\$ = \$P ] && echo same process || echo new process"' $T
1 new process
? 0

### pid-forks
user: root
note: second process of the namespace
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p sh -c 'echo $$'
1 2
? 0

### pid-no-fork
user: root
note: two different namespaces
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p -F readlink /proc/self/ns/pid /proc/self/ns/pid_for_children | sort -u | wc -l
1 2
? 0

### pid-exit-255
user: root
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p sh -c "exit 255"
? 255

### pid-exec-enoent
user: root
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p /nonexistent
2 nsenter: failed to execute /nonexistent: No such file or directory
? 127

### pid-exec-eacces
user: root
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p /etc
2 nsenter: failed to execute /etc: Permission denied
? 126

### pid-signal-term
user: root
before: pidtarget
after: kill -KILL $T
$ how nsenter -t $T -p sh -c 'kill -TERM $$'
1 signal 15
? 0

### pid-signal-segv
user: root
before: pidtarget
after: kill -KILL $T
$ ulimit -c 0; how nsenter -t $T -p sh -c 'kill -SEGV $$'
1 signal 11
? 0

### pid-signal-ignored-by-parent
user: root
note: the re-sent signal has no effect, so the status is 1
before: pidtarget
after: kill -KILL $T
$ trap '' TERM; how nsenter -t $T -p perl -e '$SIG{TERM}="DEFAULT"; kill TERM=>$$; sleep 5'
1 exit 1
? 0

### pid-sigchld-reset
user: root
before: pidtarget
after: kill -KILL $T
$ perl -e '$SIG{CHLD}="IGNORE"; exec @ARGV' -- nsenter -t $T -p sh -c 'exit 9'
? 9

### pid-stop-continue
user: root
before: pidtarget
after: kill -KILL $T
$ setsid nsenter -t $T -p sh -c 'kill -STOP $$; echo resumed; exit 7' & N=$!; n=0; until [ "$(state $N)" = T ] || [ $n -gt 500 ]; do n=$((n+1)); sleep 0.02; done; H=$(cat /proc/$N/task/$N/children | tr -d ' '); echo "parent $(state $N) child $(state $H)"; kill -CONT $N; wait $N; echo "status $?"
1 parent T child T
1 resumed
1 status 7
? 0

### pid-stop-child-only-continued
user: root
before: pidtarget
after: kill -KILL $T
$ setsid nsenter -t $T -p sh -c 'kill -STOP $$; echo resumed; exit 7' & N=$!; n=0; until [ "$(state $N)" = T ] || [ $n -gt 500 ]; do n=$((n+1)); sleep 0.02; done; H=$(cat /proc/$N/task/$N/children | tr -d ' '); kill -CONT $H; n=0; until [ "$(state $H)" = Z ] || [ $n -gt 500 ]; do n=$((n+1)); sleep 0.02; done; echo "parent $(state $N) child $(state $H)"; kill -CONT $N; wait $N; echo "status $?"
1 resumed
1 parent T child Z
1 status 7
? 0

### pid-parent-killed-child-lives
user: root
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p sleep 601 & N=$!; n=0; H=; while [ -z "$H" ]; do H=$(cat /proc/$N/task/$N/children | tr -d ' '); sleep 0.02; done; wait_comm $H sleep; kill -TERM $N; wait $N 2>/dev/null; echo "status $?"; cat /proc/$H/comm; kill $H
1 status 143
1 sleep
? 0

### pid-ancestor-refused
user: root
before: plain
after: kill $T
$ unshare --pid --fork sh -c 'nsenter --pid=/proc/$0/ns/pid true' $T
2 nsenter: reassociate to namespace 'ns/pid' failed: Invalid argument
? 1

### pid-kill-parent-int
user: root
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p sleep 605 & N=$!; H=; while [ -z "$H" ]; do H=$(cat /proc/$N/task/$N/children | tr -d ' '); sleep 0.02; done; wait_comm $H sleep; kill -HUP $N; wait $N 2>/dev/null; echo "status $?"; kill -KILL $H
1 status 129
? 0

### pid-nested-status
user: root
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p sh -c "exit 300"; echo $?; nsenter -t $T -p sh -c "kill -9 \$\$"; echo $?
1 44
1 137
2 Killed
? 0

### pid-dead-namespace
user: root
note: unshare is no child of the shell that runs this, which cannot wait for it
before: pidtarget
$ exec 9</proc/$T/ns/pid; kill -KILL $T; while [ -e /proc/$T ]; do sleep 0.02; done; nsenter -p/dev/fd/9 true
2 nsenter: fork failed: Cannot allocate memory
? 1
