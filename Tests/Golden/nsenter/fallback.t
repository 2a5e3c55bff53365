### fallback-old-kernel
user: root
note: a kernel release below 5.7.1 selects the per-file path
before: target --net --uts
after: kill $T
$ snap; setarch --uname-2.6 nsenter -t $T -n -u sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=target
? 0

### fallback-old-kernel-error
user: root
note: the per-file path names the namespace in its message
before: plain
after: kill $T
$ setarch --uname-2.6 nsenter -t $T -U true
2 nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
? 1
