### no-procfs
user: root
old-2.38.1: differs
note: exit status 32, not 1
setup: mount -t tmpfs none /proc
$ lsns
2 lsns: failed to parse /proc/self/mountinfo: No such file or directory
? 32

### no-procfs-list-columns
user: root
old-2.38.1: differs
setup: mount -t tmpfs none /proc
$ lsns -Hr | wc -l
1 13
? 0
