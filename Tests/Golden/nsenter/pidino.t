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
