### foreign-pidns-proc
user: root
note: pidfd_open cannot see the target, /proc can: the files are used (pid shows other because of the extra unshare)
before: target --net; export REL
after: kill $T
$ snap; unshare --pid --fork sh -c 'nsenter -t $0 -n sh -c "$REL"' $T
1 cgroup=both ipc=both mnt=both net=target pid=other time=both user=both uts=both
? 0

### foreign-proc-other-process
user: root
deviates: D-119
note: process 2 is another one for /proc than for pidfd_open(2)
$ mkfifo $D/up; unshare --pid --fork sh -c "unshare --uts sh -c 'echo >$D/up; exec sleep 600' & read x <$D/up; nsenter -t 2 -u readlink /proc/self/ns/uts >$D/a; readlink /proc/2/ns/uts >$D/b; cmp -s $D/a $D/b && echo same; kill \$!"
1 same
? 0
-? 0
