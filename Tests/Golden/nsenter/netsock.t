### netsock-not-open
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -N 77 true
2 nsenter: pidfd_getfd(3, 77): Bad file descriptor
? 1

### netsock-not-socket
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -N 0 true
2 nsenter: ioctl(4, SIOCGSKNS): Inappropriate ioctl for device
? 1

### netsock-empty
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -N "" true
2 nsenter: failed to parse file descriptor: ''
? 1

### netsock-junk
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -N 9x true
2 nsenter: failed to parse file descriptor: '9x'
? 1

### netsock-too-big
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -N 2147483648 true
2 nsenter: failed to parse file descriptor: '2147483648': Numerical result out of range
? 1

### netsock-overflow-junk
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -N 99999999999999999999x true
2 nsenter: failed to parse file descriptor: '99999999999999999999x': Numerical result out of range
? 1

### netsock-too-big-junk
user: root
old-2.38.1: differs
note: the syntax error comes before the upper bound
before: plain
after: kill $T
$ nsenter -t $T -N 2147483648x true
2 nsenter: failed to parse file descriptor: '2147483648x'
? 1

### netsock-negative-ignored
user: root
old-2.38.1: differs
deviates: D-113
note: defect: a negative number switches the option off
before: plain
after: kill $T
$ nsenter -t $T -N -1 true
2 nsenter: failed to parse file descriptor: '-1': Numerical result out of range
? 1
-2 nsenter: no namespace specified
-? 1

### netsock-missing-process
user: root
old-2.38.1: differs
$ nsenter -t 4194305 -N 3 true
2 nsenter: failed to pidfd_open() for 4194305: No such process
? 1

### netsock-space-plus
user: root
before: socktarget
after: kill $T
$ nsenter -t $T -N " +9" true
? 0

### netsock-wins-over-net
user: root
before: socktarget unshare --net
after: kill $T
$ snap; nsenter -t $T -n/proc/self/ns/net -N 9 sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=caller pid=both time=both user=both uts=both
? 0

### netsock-twice
user: root
before: socktarget
after: kill $T
$ nsenter -t $T -N 99 -N 9 true; echo $?; nsenter -t $T -N 9 -N 99 true
1 0
2 nsenter: pidfd_getfd(3, 99): Bad file descriptor
? 1

### netsock-abbrev
user: root
before: plain
after: kill $T
$ nsenter -t $T --net-s=x true
2 nsenter: failed to parse file descriptor: 'x'
? 1

### netsock-stdin
user: root
before: plain
after: kill $T
$ nsenter -t $T -N 0 true
2 nsenter: ioctl(4, SIOCGSKNS): Inappropriate ioctl for device
? 1
