### hole-inner-inside
user: root
old-2.38.1: differs
$ unshare --map-user 3 --map-users 0:100000:10 cat /proc/self/uid_map
1          3          0          1
1          0     100000          3
1          4     100003          6
? 0

### hole-inner-last
user: root
old-2.38.1: differs
$ unshare --map-user 9 --map-users 0:100000:10 cat /proc/self/uid_map
1          9          0          1
1          0     100000          9
? 0

### hole-inner-one-past
user: root
old-2.38.1: differs
note: off by one: an ID is given up although nothing overlaps
$ unshare --map-user 10 --map-users 0:100000:10 cat /proc/self/uid_map
1         10          0          1
1          0     100000          9
? 0

### hole-inner-below
user: root
old-2.38.1: differs
$ unshare --map-user 3 --map-users 5:100000:10 cat /proc/self/uid_map
1          3          0          1
1          5     100000         10
? 0

### hole-both-same
user: root
old-2.38.1: differs
$ unshare --map-user 0 --map-users 0:0:10 cat /proc/self/uid_map
1          0          0          1
1          1          1          9
? 0

### hole-both-apart
user: root
old-2.38.1: differs
$ unshare --map-user 5 --map-users 0:0:10 cat /proc/self/uid_map
1          5          0          1
1          0          1          5
1          6          6          4
? 0

### hole-one-element-miss-by-one
user: root
old-2.38.1: differs
note: the whole range is lost to the off by one
$ unshare --map-user 1 --map-users 0:100000:1 cat /proc/self/uid_map
1          1          0          1
? 0

### hole-zero-count-hit
user: root
old-2.38.1: differs
note: count 0 is decremented to 4294967295, the kernel refuses
$ unshare --map-user 5 --map-users 5:100000:0 cat /proc/self/uid_map
2 unshare: failed to write /proc/<PID>/uid_map: Invalid argument
? 1

### hole-zero-count-one-past
user: root
old-2.38.1: differs
$ unshare --map-user 5 --map-users 4:100000:0 cat /proc/self/uid_map
1          5          0          1
? 0

### hole-two-ranges
user: root
old-2.38.1: differs
$ unshare --map-user 3 --map-users 0:100000:5 --map-users 5:200000:5 cat /proc/self/uid_map
1          3          0          1
1          0     100000          3
1          4     100003          1
1          5     200000          5
? 0

### hole-two-ranges-boundary
user: root
old-2.38.1: differs
note: inner 5 is one past the first and inside the second: both lose an ID
$ unshare --map-user 5 --map-users 0:100000:5 --map-users 5:200000:5 cat /proc/self/uid_map
1          5          0          1
1          0     100000          4
1          6     200000          4
? 0

### hole-gap-between
user: root
old-2.38.1: differs
$ unshare --map-user 5 --map-users 0:100000:5 --map-users 10:200000:5 cat /proc/self/uid_map
1          5          0          1
1          0     100000          4
1         10     200000          5
? 0

### hole-auto-inner
user: root
old-2.38.1: differs
note: an auto range keeps its full count, the inner side simply grows by one
setup: printf "root:200000:10\n" >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ unshare --map-auto --map-user 3 --map-group 4 cat /proc/self/uid_map /proc/self/gid_map
1          3          0          1
1          0     200000          3
1          4     200003          7
1          4          0          1
1          0     200000          4
1          5     200004          6
? 0

### hole-auto-inner-past-end
user: root
old-2.38.1: differs
setup: printf "root:200000:10\n" >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ unshare --map-auto --map-user 10 cat /proc/self/uid_map
1         10          0          1
1          0     200000         10
? 0

### hole-subids-nooverlap
user: root
old-2.38.1: differs
setup: printf "root:200000:10\n" >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ unshare --map-subids -r cat /proc/self/uid_map /proc/self/gid_map
1          0          0          1
1     200000     200000         10
1          0          0          1
1     200000     200000         10
? 0
