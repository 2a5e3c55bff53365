### range-equals
user: root
old-2.38.1: differs
$ unshare --map-users=5:100000:10 cat /proc/self/uid_map
1          5     100000         10
? 0

### range-groups-comma
user: root
old-2.38.1: differs
$ unshare --map-groups 100000,7,10 cat /proc/self/gid_map
1          7     100000         10
? 0

### range-bad-two-fields
user: root
old-2.38.1: differs
$ unshare --map-users '0:1' true
2 unshare: invalid mapping '0:1'
? 1

### range-bad-empty
user: root
old-2.38.1: differs
$ unshare --map-users '' true
2 unshare: invalid mapping ''
? 1

### range-bad-trailing-space
user: root
old-2.38.1: differs
$ unshare --map-users '0:1:2 ' true
2 unshare: invalid mapping '0:1:2 '
? 1

### range-bad-mixed
user: root
old-2.38.1: differs
$ unshare --map-users '0:1,2' true
2 unshare: invalid mapping '0:1,2'
? 1

### range-bad-mixed2
user: root
old-2.38.1: differs
$ unshare --map-users '0,1:2' true
2 unshare: invalid mapping '0,1:2'
? 1

### range-bad-name
user: root
old-2.38.1: differs
$ unshare --map-users 'tester:0:1' true
2 unshare: invalid mapping 'tester:0:1'
? 1

### range-bad-colon-only
user: root
old-2.38.1: differs
$ unshare --map-users '::' true
2 unshare: invalid mapping '::'
? 1

### range-bad-word
user: root
old-2.38.1: differs
$ unshare --map-users 'every' true
2 unshare: invalid mapping 'every'
? 1

### range-bad-count-missing
user: root
old-2.38.1: differs
$ unshare --map-users '0:1:' true
2 unshare: invalid mapping '0:1:'
? 1

### range-bad-range-dash
user: root
old-2.38.1: differs
$ unshare --map-users '0-5' true
2 unshare: invalid mapping '0-5'
? 1

### range-bad-groups
user: root
old-2.38.1: differs
$ unshare --map-groups 0:1 true
2 unshare: invalid mapping '0:1'
? 1

### range-ok-spaces
user: root
old-2.38.1: differs
$ unshare --map-users ' 0: 1: 2' cat /proc/self/uid_map
1          0          1          2
? 0

### range-ok-plus
user: root
old-2.38.1: differs
$ unshare --map-users '+0:+1:+2' cat /proc/self/uid_map
1          0          1          2
? 0

### range-ok-zeros
user: root
old-2.38.1: differs
$ unshare --map-users '010:020:03' cat /proc/self/uid_map
1         10         20          3
? 0

### range-negative-outer
user: root
deviates: D-07
old-2.38.1: differs
note: outer 4294967295 collides with the "no single ID" marker, maps outer 0 instead
$ unshare --map-users 0:-1:1 cat /proc/self/uid_map
2 unshare: invalid mapping '0:-1:1'
? 1
-1          0          0          1
-? 0

### range-negative-count
user: root
deviates: D-07
old-2.38.1: differs
note: count 4294967295 runs past the top
$ unshare --map-users 0:5:-1 cat /proc/self/uid_map
2 unshare: invalid mapping '0:5:-1'
? 1
-1          0          5 4294967290
-1 4294967290          0          5
-? 0

### range-inner-minus-one
user: root
deviates: D-07
old-2.38.1: differs
note: inner 4294967295 is the auto marker, becomes 0
$ unshare --map-users 4294967295:7:3 cat /proc/self/uid_map
2 unshare: invalid mapping '4294967295:7:3'
? 1
-1          0          7          3
-? 0

### range-inner-minus-one-comma
user: root
deviates: D-07
old-2.38.1: differs
$ unshare --map-users 7,-1,3 cat /proc/self/uid_map
2 unshare: invalid mapping '7,-1,3'
? 1
-1          0          7          3
-? 0

### range-past-top
user: root
deviates: D-07
old-2.38.1: differs
note: split at the marker, second half wraps to outer 0
$ unshare --map-users 0:4294967290:10 cat /proc/self/uid_map
2 unshare: invalid mapping '0:4294967290:10'
? 1
-1          0 4294967290          5
-1          5          0          5
-? 0

### range-zero-count
user: root
old-2.38.1: differs
note: no mapping is written at all
$ unshare --map-users 0:5:0 sh -c 'cat /proc/self/uid_map; id -u'
1 65534
? 0

### range-overlapping-kernel-error
user: root
old-2.38.1: differs
$ unshare --map-users 0:0:5 --map-users 3:100:5 cat /proc/self/uid_map
2 unshare: failed to write /proc/<PID>/uid_map: Invalid argument
? 1

### range-multi-order
user: root
old-2.38.1: differs
$ unshare --map-users 0:100:5 --map-users 20:300:5 --map-users 10:200:5 cat /proc/self/uid_map
1          0        100          5
1         20        300          5
1         10        200          5
? 0

### range-multi-many
user: root
old-2.38.1: differs
$ unshare $(i=0; while [ $i -lt 200 ]; do printf -- "--map-users %d:%d:1 " $i $((i+1000)); i=$((i+1)); done) cat /proc/self/uid_map | wc -l
1 200
? 0

### range-all-users-only
user: root
old-2.38.1: differs
$ unshare --map-users=all sh -c "cat /proc/self/uid_map /proc/self/gid_map; id -u; id -g"
1          0          0 4294967295
1 0
1 65534
? 0

### range-all-root
user: root
old-2.38.1: differs
$ unshare --map-users all -r cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups
1          0          0          1
1          1          1 4294967294
1          0          0          1
1 deny
? 0

### range-all-nested-fragmented
user: root
old-2.38.1: differs
$ unshare --map-users 0:0:5 --map-users 10:10:5 --map-groups all unshare --map-users all cat /proc/self/uid_map
1          0          0          5
1         10         10          5
? 0

### range-all-in-unmapped
user: root
old-2.38.1: differs
note: an empty parent map gives no ranges and so no mapping
$ unshare -U unshare --map-users all cat /proc/self/uid_map
2 unshare: unshare failed: Operation not permitted
? 1

### range-ok-wrap32
user: root
old-2.38.1: differs
deviates: D-14
$ unshare --map-users '4294967296:1:4294967298' cat /proc/self/uid_map
2 unshare: invalid mapping '4294967296:1:4294967298': Numerical result out of range
? 1
-1          0          1          2
-? 0
