### persist-user
user: root
tools: findmnt
old-2.38.1: differs
$ touch f; unshare --user=$T/f true; findmnt -no FSTYPE $T/f; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 nsfs
1 user
? 0

### persist-cgroup
user: root
tools: findmnt
$ touch f; unshare --cgroup=$T/f true; findmnt -no FSTYPE $T/f; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 nsfs
1 cgroup
? 0

### persist-ipc
user: root
tools: findmnt
$ touch f; unshare --ipc=$T/f true; findmnt -no FSTYPE $T/f; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 nsfs
1 ipc
? 0

### persist-uts
user: root
tools: findmnt
$ touch f; unshare --uts=$T/f true; findmnt -no FSTYPE $T/f; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 nsfs
1 uts
? 0

### persist-net
user: root
tools: findmnt
$ touch f; unshare --net=$T/f true; findmnt -no FSTYPE $T/f; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 nsfs
1 net
? 0

### persist-time
user: root
needs: time-namespace
tools: findmnt
$ touch f; unshare --time=$T/f true; findmnt -no FSTYPE $T/f; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 nsfs
1 time
? 0

### persist-pid-fork
user: root
tools: findmnt
$ touch f; unshare -f --pid=$T/f true; findmnt -no SOURCE $T/f | sed 's/.*\[\(.*\):.*/\1/'
1 pid
? 0

### persist-pid-nofork
user: root
$ touch f; unshare --pid=$T/f true
2 unshare: mount /proc/<PID>/ns/pid_for_children on $T/f failed: No such file or directory
? 1

### persist-uts-enter
user: root
tools: nsenter hostname
$ touch f; unshare --uts=$T/f hostname persisted; nsenter --uts=$T/f hostname
1 persisted
? 0

### persist-relative-target
user: root
tools: nsenter hostname
$ touch f; unshare --uts=f hostname rel; nsenter --uts=f hostname
1 rel
? 0

### persist-missing-target
user: root
$ unshare --uts=$T/none true
2 unshare: mount /proc/<PID>/ns/uts on $T/none failed: No such file or directory
? 1

### persist-missing-target-helper
user: root
$ unshare --mount=$T/none echo not-run
2 unshare: mount /proc/<PID>/ns/mnt on $T/none failed: No such file or directory
? 1

### persist-missing-target-fork
user: root
deviates: D-02
note: parent ends at once, the forked child keeps running
$ unshare -f --uts=$T/none sh -c "sleep 0.5; echo child survived"; r=$?; sleep 1; exit $r
2 unshare: mount /proc/<PID>/ns/uts on $T/none failed: No such file or directory
? 1
-1 child survived
-2 unshare: mount /proc/<PID>/ns/uts on $T/none failed: No such file or directory
-? 1

### persist-directory-target
user: root
$ mkdir d; unshare --uts=$T/d true
2 unshare: mount /proc/<PID>/ns/uts on $T/d failed: Not a directory
? 1

### persist-empty-target
user: root
$ unshare --net= true
2 unshare: mount /proc/<PID>/ns/net on  failed: No such file or directory
? 1

### persist-last-wins
user: root
tools: findmnt
$ touch f g; unshare --ipc=$T/f --ipc=$T/g true; for i in f g; do findmnt -no TARGET $T/$i | sed "s,.*/,,"; done
1 g
? 0

### persist-short-keeps-target
user: root
tools: findmnt
$ touch f; unshare --ipc=$T/f -i true; findmnt -no TARGET $T/f | sed "s,.*/,,"
1 f
? 0

### persist-several
user: root
tools: findmnt
$ touch u n; unshare --uts=$T/u --net=$T/n true; for i in u n; do findmnt -no SOURCE $T/$i | sed "s/.*.\[\(.*\):.*/\1/"; done
1 uts
1 net
? 0

### persist-with-mount-ns
user: root
tools: findmnt
note: helper in the old mount namespace does the bind
$ touch f; unshare -m --uts=$T/f true; findmnt -no FSTYPE $T/f
1 nsfs
? 0

### persist-with-user-ns
user: root
tools: findmnt
old-2.38.1: differs
$ touch f; unshare -r --uts=$T/f true; findmnt -no FSTYPE $T/f
1 nsfs
? 0

### persist-user-map
user: root
tools: nsenter
old-2.38.1: differs
$ touch f; unshare -r --user=$T/f true; nsenter --user=$T/f cat /proc/self/uid_map
1          0          0          1
? 0

### persist-user-auto-fork
user: root
tools: nsenter
old-2.38.1: differs
$ touch f; unshare -f --map-users 0:100000:10 --map-groups 0:100000:10 --user=$T/f true; nsenter --user=$T/f cat /proc/self/uid_map
1          0     100000         10
? 0

### persist-mount-shared-parent
user: root
note: target lies on a mount with shared propagation
$ mkdir s; mount --bind s s; mount --make-shared s; touch s/f; unshare --mount=$T/s/f true
2 unshare: mount /proc/<PID>/ns/mnt on $T/s/f failed: Invalid argument
? 1

### persist-unprivileged
user: tester
$ touch f; unshare -r --uts=$T/f true
2 unshare: mount /proc/<PID>/ns/uts on $T/f failed: Operation not permitted
? 1

### persist-unshare-fails
user: tester
leaves-process: yes
note: leaves the bind helper behind, blocked for ever (see defects)
$ touch f; unshare --mount=$T/f true
2 unshare: unshare failed: Operation not permitted
? 1

### persist-no-owner
user: root
tools: setpriv nsenter
old-2.38.1: differs
$ touch f; unshare --user=$T/f true; setpriv --reuid 1001 --regid 1001 --clear-groups nsenter --preserve-credentials --user=$T/f id -u
2 nsenter: reassociate to namespace 'ns/user' failed: Operation not permitted
? 1

### persist-stays-when-exec-fails
user: root
tools: findmnt
note: the bind mount stays although the program did not run
$ touch f; unshare --uts=$T/f no-such-program; r=$?; findmnt -no FSTYPE $T/f; exit $r
1 nsfs
2 unshare: failed to execute no-such-program: No such file or directory
? 127
