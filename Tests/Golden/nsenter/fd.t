### fd-hygiene
user: root
old-2.38.1: differs
note: 3 is the directory that ls itself reads
before: envtarget PATH=/usr/bin:/bin
after: kill $T
$ nsenter -t $T -n -u -m -r -w -e -S follow ls /proc/self/fd
1 0
1 1
1 2
1 3
? 0

### fd-stdin-closed
user: root
before: target --net
after: kill $T
$ snap; nsenter -t $T -n sh -c "$REL" <&-
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=both uts=both
? 0
