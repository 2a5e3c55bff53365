### noproc-map-root
user: tester
setup: mount -t tmpfs none /proc
$ unshare -r true
2 unshare: cannot open /proc/self/uid_map: No such file or directory
? 1

### noproc-map-group
user: tester
note: a missing setgroups file is tolerated, the gid map file is not
setup: mount -t tmpfs none /proc
$ unshare --map-group 0 true
2 unshare: cannot open /proc/self/gid_map: No such file or directory
? 1

### noproc-setgroups-tolerated
user: tester
setup: mount -t tmpfs none /proc
$ unshare -U --setgroups deny echo ran
1 ran
? 0

### noproc-timens
user: tester
setup: mount -t tmpfs none /proc
$ unshare -UT --boottime 1 true
2 unshare: failed to open /proc/self/timens_offsets: No such file or directory
? 1

### noproc-range-root
user: root
old-2.38.1: differs
setup: mount -t tmpfs none /proc
$ unshare --map-users 0:0:1 true
2 unshare: failed to open /proc/<PID>/uid_map: No such file or directory
? 1

### noproc-range-all
user: root
old-2.38.1: differs
setup: mount -t tmpfs none /proc
$ unshare --map-users all true
2 unshare: could not open '/proc/self/uid_map': No such file or directory
? 1

### noproc-range-all-groups
user: root
old-2.38.1: differs
setup: mount -t tmpfs none /proc
$ unshare --map-groups all true
2 unshare: could not open '/proc/self/gid_map': No such file or directory
? 1

### noproc-persist
user: root
setup: mount -t tmpfs none /proc
$ touch f; unshare --uts=$T/f true
2 unshare: mount /proc/<PID>/ns/uts on $T/f failed: No such file or directory
? 1

### noproc-keep-caps
user: tester
note: the last capability is then found by bisection with prctl
setup: mount -t tmpfs none /proc
$ unshare -U --keep-caps sh -c "mkdir p; mount -t proc p p 2>/dev/null; echo ran"
1 ran
? 0

### noproc-kill-child
user: tester
setup: mount -t tmpfs none /proc
$ unshare -U --kill-child echo ran
1 ran
? 0
