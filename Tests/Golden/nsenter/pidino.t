### pidino-empty
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T: -n true
2 nsenter: invalid PID argument
? 1

### pidino-zero
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T:0 -n true
2 nsenter: invalid PID argument
? 1

### pidino-junk-after-digits
user: root
needs: pidfs
old-2.38.1: differs
deviates: D-117
note: the inode check runs although parsing already failed
before: plain
after: kill $T
$ nsenter -t $T:1abc -n true
2 nsenter: invalid PID argument
? 1
-2 nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
-? 1

### pidino-overflow
user: root
needs: pidfs
old-2.38.1: differs
deviates: D-117
before: plain
after: kill $T
$ nsenter -t $T:18446744073709551616 -n true
2 nsenter: invalid PID argument
? 1
-2 nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
-? 1

### pidino-missing-process
user: root
old-2.38.1: differs
$ nsenter -t 4194305:1 -n true
2 nsenter: failed to obtain a valid file descriptor for PID 4194305: No such process
? 1

### pidino-ok
user: root
needs: pidfs
old-2.38.1: differs
before: target --net; I=$(pidfd_ino $T)
after: kill $T
$ snap; nsenter -t $T:$I -n sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0

### pidino-ok-junk
user: root
needs: pidfs
old-2.38.1: differs
before: target --net; I=$(pidfd_ino $T)
after: kill $T
$ nsenter -t $T:${I}x -n true
2 nsenter: invalid PID argument
? 1

### pidino-plus
user: root
needs: pidfs
before: plain
after: kill $T
$ I=$(pidfd_ino $T); nsenter -t $T:+00$I -n true; echo $?
1 0
? 0

### pidino-space
user: root
needs: pidfs
before: plain
after: kill $T
$ I=$(pidfd_ino $T); nsenter -t "$T: $I" -n true; echo $?
1 0
? 0

### pidino-negative
user: root
before: plain
after: kill $T
$ nsenter -t $T:-1 -n true
2 nsenter: invalid PID argument
? 1

### pidino-minus-zero
user: root
before: plain
after: kill $T
$ nsenter -t $T:-0 -n true
2 nsenter: invalid PID argument
? 1

### pidino-plus-only
user: root
before: plain
after: kill $T
$ nsenter -t $T:+ -n true
2 nsenter: invalid PID argument
? 1

### pidino-alpha
user: root
before: plain
after: kill $T
$ nsenter -t $T:abc -n true
2 nsenter: invalid PID argument
? 1

### pidino-wrong
user: root
needs: pidfs
before: plain
after: kill $T
$ nsenter -t $T:1 -n true
2 nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
? 1

### pidino-then-plain
user: root
needs: pidfs
before: plain
after: kill $T
$ I=$(pidfd_ino $T); nsenter -t $T:$I -t $$ -n true; echo $?; nsenter -t 4194305 -t $T:$I -n true; echo $?
1 0
1 0
? 0

### pidino-ok-everything
user: root
needs: pidfs
before: plain
after: kill $T
$ I=$(pidfd_ino $T); nsenter -t $T:$I -a -r -w -S follow -G follow readlink /proc/self/cwd
1 /
? 0
