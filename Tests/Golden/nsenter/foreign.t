### foreign-pidns-proc
user: root
note: pidfd_open cannot see the target, /proc can: the files are used (pid shows other because of the extra unshare)
before: target --net; export REL
after: kill $T
$ snap; unshare --pid --fork sh -c 'nsenter -t $0 -n sh -c "$REL"' $T
1 cgroup=both ipc=both mnt=both net=target pid=other time=both user=both uts=both
? 0
