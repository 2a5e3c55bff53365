### cluster-optional-eats-rest
user: root
note: "u" is the argument of -m
before: plain
after: kill $T
$ nsenter -t $T -mu true
2 nsenter: cannot open u: No such file or directory
? 1

### cluster-at
user: root
before: target --net
after: kill $T
$ snap; nsenter -aFt $T sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0
