### file-equals-long-double
user: root
old-2.38.1: differs
before: target --net
after: kill $T
$ snap; nsenter --net==/proc/$T/ns/net sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0

### file-empty-long
user: root
$ nsenter --net= true
2 nsenter: cannot open : No such file or directory
? 1

### file-empty-short-equals
user: root
old-2.38.1: differs
$ nsenter -n= true
2 nsenter: cannot open : No such file or directory
? 1

### file-missing-equals
user: root
old-2.38.1: differs
$ nsenter -n=/nonexistent true
2 nsenter: cannot open /nonexistent: No such file or directory
? 1

### file-first-error-wins
user: root
$ nsenter --uts=/nonexistent1 --net=/nonexistent2 -x
2 nsenter: cannot open /nonexistent1: No such file or directory
? 1

### file-then-bare
user: root
old-2.38.1: differs
note: a bare repetition keeps the file; no target needed
before: target --net
after: kill $T
$ snap; nsenter --net=/proc/$T/ns/net --net sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0

### file-beats-bare-with-target
user: root
old-2.38.1: differs
note: for namespaces the file wins whatever the order
before: target --net
after: kill $T
$ snap; nsenter --net=/proc/self/ns/net -n -t $T sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=caller pid=both time=both user=both uts=both
? 0

### file-wrong-kind
user: root
before: target --uts
after: kill $T
$ nsenter --net=/proc/$T/ns/uts true
2 nsenter: reassociate to namespace 'ns/net' failed: Invalid argument
? 1

### file-directory
user: root
$ nsenter --net=/etc true
2 nsenter: reassociate to namespace 'ns/net' failed: Invalid argument
? 1

### file-with-dead-target
user: root
note: the target is not looked at when every namespace has a file
before: target --net
after: kill $T
$ snap; nsenter -t 4194305 --net=/proc/$T/ns/net sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0

### file-colon-dot
user: root
$ nsenter --net=./:5 true
2 nsenter: cannot open ./:5: No such file or directory
? 1

### file-equals-short-double
user: root
$ nsenter -n==/proc/self/ns/net true
2 nsenter: cannot open =/proc/self/ns/net: No such file or directory
? 1

### file-twice
user: root
before: target --net
after: kill $T
$ snap; nsenter --net=/proc/self/ns/net --net=/proc/$T/ns/net sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0

### file-second-missing
user: root
before: plain
after: kill $T
$ nsenter --net=/proc/$T/ns/net --net=/nonexistent true
2 nsenter: cannot open /nonexistent: No such file or directory
? 1

### file-time
user: root
before: plain
after: kill $T
$ snap; nsenter -T/proc/$T/ns/time_for_children sh -c "$REL"; nsenter --time=/proc/$T/ns/uts true
1 cgroup=both ipc=both mnt=both net=both pid=both time=both user=both uts=both
2 nsenter: reassociate to namespace 'ns/time' failed: Invalid argument
? 1

### file-same-on-clusters
user: root
before: plain
after: kill $T
$ nsenter -Fnt$T true; echo $?; nsenter -nFt$T true
1 1
2 nsenter: cannot open t<PID>: No such file or directory
2 nsenter: cannot open Ft<PID>: No such file or directory
? 1

### file-fifo
user: root
deviates: D-134
before: plain
after: kill $T
$ mkfifo $D/f; timeout -k 1 5 nsenter -n$D/f true; echo $?; timeout -k 1 5 nsenter -t $T -n -w$D/f true; echo $?
1 1
1 1
2 nsenter: reassociate to namespace 'ns/net' failed: Invalid argument
2 nsenter: change directory by working directory file descriptor failed: Not a directory
? 0
-1 124
-1 124
-? 0
