### no-target
user: root
old-2.38.1: differs
$ nsenter -n true
2 nsenter: no target PID specified
? 1

### no-target-user-parent
user: root
old-2.38.1: differs
$ nsenter --user-parent --net=/proc/self/ns/net true
2 nsenter: no target PID specified
? 1

### no-target-root
user: root
$ nsenter -r --net=/proc/self/ns/net true
2 nsenter: neither filename nor target pid supplied for root
? 1

### no-target-wd
user: root
$ nsenter -w --net=/proc/self/ns/net true
2 nsenter: neither filename nor target pid supplied for cwd
? 1

### no-target-follow-uid
user: root
old-2.38.1: differs
note: the message ends in a blank
$ nsenter -S follow --net=/proc/self/ns/net true
2\ nsenter: neither filename nor target pid supplied for \n
? 1

### no-target-join-cgroup
user: root
needs: cgroup-v1-or-hybrid
old-2.38.1: differs
$ nsenter -c --net=/proc/self/ns/net true
2 nsenter: --join-cgroup is only supported in cgroup v2
? 1

### no-target-env
user: root
$ nsenter -e -n/proc/self/ns/net true
2 nsenter: neither filename nor target pid supplied for environ
? 1

### no-target-follow-gid
user: root
$ nsenter -G follow -n/proc/self/ns/net true
2\ nsenter: neither filename nor target pid supplied for \n
? 1

### no-target-net-socket
user: root
$ nsenter -N 5 true
2 nsenter: no target PID specified
? 1
