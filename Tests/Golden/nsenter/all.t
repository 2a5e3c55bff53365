### all-root
user: root
before: target --net --uts --ipc --mount --cgroup
after: kill $T
$ snap; nsenter -t $T -a sh -c "$REL"
1 cgroup=target ipc=target mnt=target net=target pid=both time=both user=both uts=target
? 0

### all-same-userns
user: root
note: user namespace skipped, everything else re-entered, still forks
before: plain
after: kill $T
$ snap; nsenter -t $T -a sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=both pid=both time=both user=both uts=both
? 0

### all-override
user: root
before: target --net --uts
after: kill $T
$ snap; nsenter -t $T -a --net=/proc/self/ns/net sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=caller pid=both time=both user=both uts=target
? 0

### all-forks
user: root
note: a PID namespace is among the entered ones, even if it is the same one
before: target --net
after: kill $T
$ sh -c 'P=$$; export P; exec nsenter -t $0 -a sh -c "[ \$\$ = \$P ] && echo same process || echo new process"' $T
1 new process
? 0

### all-no-fork
user: root
before: target --net
after: kill $T
$ sh -c 'P=$$; export P; exec nsenter -t $0 -a -F sh -c "[ \$\$ = \$P ] && echo same process || echo new process"' $T
1 same process
? 0

### all-user-file
user: root
before: target --user --map-root-user --net
after: kill $T
$ snap; nsenter -t $T -a --user=/proc/$T/ns/user sh -c "$REL; id -u"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=target uts=both
1 0
? 0

### all-env-wd
user: root
old-2.38.1: differs
before: cd /usr; envtarget X=1 PATH=/usr/bin; cd /
after: kill $T
$ cd /; nsenter -t $T -a -e -w sh -c "pwd; env | grep ^X"
1 /usr
1 X=1
? 0

### all-no-target
user: root
$ nsenter -a true
2 nsenter: stat of /proc/0/ns/user failed: No such file or directory
? 1

### all-no-target-user-file
user: root
$ nsenter -a -U/proc/self/ns/user true
2 nsenter: no target PID specified
? 1

### all-own
user: root
$ snap; nsenter -t $$ -a -F sh -c "$REL"
1 cgroup=caller ipc=caller mnt=caller net=caller pid=caller time=caller user=caller uts=caller
? 0
