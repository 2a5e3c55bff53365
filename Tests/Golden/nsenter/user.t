### user-file-regular
user: root
note: the user namespace is first in the reporting pass
$ nsenter --user=/etc/passwd --net=/etc/passwd true
2 nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
? 1

### user-pid-root
user: root
before: pidtarget --user --map-root-user
after: kill -KILL $T
$ nsenter -t $T -U -p sh -c 'id -u; echo $$'
1 0
1 2
? 0

### user-root-mapped
user: root
before: target --user --map-root-user
after: kill $T
$ snap; nsenter -t $T -U sh -c "$REL; id -u; id -g"
1 cgroup=both ipc=both mnt=both net=both pid=both time=both user=target uts=both
1 0
1 0
? 0

### user-own
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -U true
2 nsenter: reassociate to namespaces failed: Invalid argument
? 1

### user-own-file
user: root
$ nsenter --user=/proc/self/ns/user true
2 nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
? 1

### user-own-with-pid
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -p -U true
2 nsenter: reassociate to namespaces failed: Invalid argument
? 1

### user-root-setuid
user: root
old-2.38.1: differs
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U -S 5 id -u
2 nsenter: setuid() failed: Invalid argument
? 1

### user-parent-with-user
user: root
old-2.38.1: differs
before: target --user --map-root-user unshare --user --map-root-user
after: kill $T
$ U1=$(readlink /proc/$T/ns/user); nsenter -t $T -U --user-parent sh -c 'u=$(readlink /proc/self/ns/user); [ "$u" != "$1" ] && [ "$u" != "$2" ] && echo parent; id -u' x "$U1" "$(readlink /proc/self/ns/user)"
1 parent
1 0
? 0

### user-parent-with-user-file
user: root
old-2.38.1: differs
before: target --user --map-root-user unshare --user --map-root-user
after: kill $T
$ U1=$(readlink /proc/$T/ns/user); nsenter -t $T --user=/proc/$T/ns/user --user-parent sh -c 'u=$(readlink /proc/self/ns/user); [ "$u" != "$1" ] && [ "$u" != "$2" ] && echo parent; id -u' x "$U1" "$(readlink /proc/self/ns/user)"
1 parent
1 0
? 0

### user-parent-is-own
user: root
old-2.38.1: differs
note: the parent is the caller's own user namespace
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T --user-parent true
2 nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
? 1

### user-parent-of-init
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T --user-parent true
2 nsenter: failed to open parent namespace: Operation not permitted
? 1

### user-groups-dropped
user: root
before: target --user --map-root-user
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -U id -G
1 0
? 0

### user-keepcaps-nonroot
user: root
before: target --user --map-auto --map-root-user --net
after: kill $T
$ nsenter -t $T -U -n --keep-caps -S 5 grep Cap /proc/self/status
2 nsenter: cannot open /proc/<PID>/ns/user: No such file or directory
? 1
