### enter-uts-target
user: root
before: target --uts
after: kill $T
$ snap; nsenter -t $T -u sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=both pid=both time=both user=both uts=target
? 0

### enter-uts-file
user: root
before: target --uts
after: kill $T
$ snap; nsenter -u/proc/$T/ns/uts sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=both pid=both time=both user=both uts=target
? 0

### enter-ipc-target
user: root
before: target --ipc
after: kill $T
$ snap; nsenter -t $T -i sh -c "$REL"
1 cgroup=both ipc=target mnt=both net=both pid=both time=both user=both uts=both
? 0

### enter-ipc-file
user: root
before: target --ipc
after: kill $T
$ snap; nsenter -i/proc/$T/ns/ipc sh -c "$REL"
1 cgroup=both ipc=target mnt=both net=both pid=both time=both user=both uts=both
? 0

### enter-mnt-target
user: root
before: target --mount
after: kill $T
$ snap; nsenter -t $T -m sh -c "$REL"
1 cgroup=both ipc=both mnt=target net=both pid=both time=both user=both uts=both
? 0

### enter-cgroup-target
user: root
before: target --cgroup
after: kill $T
$ snap; nsenter -t $T -C sh -c "$REL"
1 cgroup=target ipc=both mnt=both net=both pid=both time=both user=both uts=both
? 0

### enter-pid-target
user: root
before: pidtarget
after: kill -KILL $T
$ snap; nsenter -t $T -p sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=both pid=target time=both user=both uts=both
? 0

### enter-pid-file
user: root
before: pidtarget
after: kill -KILL $T
$ snap; nsenter --pid=/proc/$T/ns/pid sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=both pid=target time=both user=both uts=both
? 0

### enter-many-target
user: root
before: target --net --uts --ipc --cgroup --mount
after: kill $T
$ snap; nsenter -t $T -n -u -i -C -m sh -c "$REL"
1 cgroup=target ipc=target mnt=target net=target pid=both time=both user=both uts=target
? 0

### enter-mixed
user: root
before: target --net --uts --ipc
after: kill $T
$ snap; nsenter -t $T -u --net=/proc/$T/ns/net sh -c "$REL"
1 cgroup=both ipc=caller mnt=both net=target pid=both time=both user=both uts=target
? 0
