### target-zero
user: root
old-2.38.1: differs
$ nsenter -t 0 -n true
2 nsenter: invalid PID argument
? 1

### target-negative
user: root
old-2.38.1: differs
$ nsenter -t -5 -n true
2 nsenter: invalid PID argument
? 1

### target-alpha
user: root
old-2.38.1: differs
$ nsenter -t abc -n true
2 nsenter: invalid PID argument
? 1

### target-empty
user: root
old-2.38.1: differs
$ nsenter -t "" -n true
2 nsenter: invalid PID argument
? 1

### target-trailing-junk
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t "${T}x" -n true
2 nsenter: invalid PID argument
? 1

### target-hex
user: root
old-2.38.1: differs
$ nsenter -t 0x10 -n true
2 nsenter: invalid PID argument
? 1

### target-too-big
user: root
old-2.38.1: differs
$ nsenter -t 2147483648 -n true
2 nsenter: invalid PID argument
? 1

### target-way-too-big
user: root
old-2.38.1: differs
$ nsenter -t 99999999999999999999 -n true
2 nsenter: invalid PID argument
? 1

### target-missing-process
user: root
note: larger than the greatest possible PID
$ nsenter -t 4194305 -n true
2 nsenter: cannot open /proc/4194305/ns/net: No such file or directory
? 1

### target-missing-process-all
user: root
$ nsenter -t 4194305 -a true
2 nsenter: stat of /proc/4194305/ns/user failed: No such file or directory
? 1

### target-last-wins
user: root
before: target --net
after: kill $T
$ snap; nsenter -t 4194305 -t $T -n sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0

### target-zombie
user: root
old-2.38.1: differs
before: perl -e 'fork||exit; sleep 600' & T=$!; wait_comm $T perl; n=0; while Z=$(cat /proc/$T/task/$T/children | tr -d ' '); [ -z "$Z" ] || [ "$(state $Z)" != Z ]; do sleep 0.02; done
after: kill $T
$ nsenter -t $Z -n true
2 nsenter: reassociate to namespaces failed: No such process
? 1

### target-space-plus
user: root
before: plain
after: kill $T
$ nsenter -t " +00$T" -n true
? 0

### target-equals
user: root
before: plain
after: kill $T
$ nsenter -t =$T -n true
2 nsenter: invalid PID argument
? 1

### target-trailing-blank
user: root
before: plain
after: kill $T
$ nsenter -t "$T " -n true
2 nsenter: invalid PID argument
? 1

### target-colon-start
user: root
$ nsenter -t :5 -n true
2 nsenter: invalid PID argument
? 1

### target-negative-with-inode
user: root
$ nsenter -t -1:5 -n true
2 nsenter: invalid PID argument
? 1
