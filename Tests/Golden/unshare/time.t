### time-boottime
user: root
needs: time-namespace
$ unshare -T --boottime 1000 cat /proc/self/timens_offsets
1 monotonic           0         0
1 boottime         1000         0
? 0

### time-both
user: root
needs: time-namespace
$ unshare -T --boottime -5 --monotonic -7 cat /proc/self/timens_offsets
1 monotonic          -7         0
1 boottime           -5         0
? 0

### time-fork
user: root
needs: time-namespace
$ unshare -fT --monotonic=12 cat /proc/self/timens_offsets
1 monotonic          12         0
1 boottime            0         0
? 0

### time-option-order
user: root
needs: time-namespace
$ unshare --monotonic 3 -T cat /proc/self/timens_offsets
1 monotonic           3         0
1 boottime            0         0
? 0

### time-userns
user: tester
needs: time-namespace
$ unshare -UT --boottime 1000 cat /proc/self/timens_offsets
1 monotonic           0         0
1 boottime         1000         0
? 0

### time-userns-r
user: tester
needs: time-namespace
$ unshare -rT --monotonic 77 cat /proc/self/timens_offsets
1 monotonic          77         0
1 boottime            0         0
? 0

### time-without-T-zero
user: tester
old-2.38.1: differs
$ unshare --boottime 0 true
2 unshare: options --monotonic and --boottime require unsharing of a time namespace (-T)
? 1

### time-ok-space
user: root
needs: time-namespace
$ unshare -T --monotonic ' 12' cat /proc/self/timens_offsets
1 monotonic          12         0
1 boottime            0         0
? 0

### time-ok-minus-zero
user: root
needs: time-namespace
$ unshare -T --monotonic '-0' cat /proc/self/timens_offsets
1 monotonic           0         0
1 boottime            0         0
? 0

### time-mono-bad-empty
user: root
$ unshare -T --monotonic '' true
2 unshare: failed to parse monotonic offset: ''
? 1

### time-boot-bad-empty
user: root
$ unshare -T --boottime '' true
2 unshare: failed to parse boottime offset: ''
? 1

### time-mono-bad-trailing
user: root
$ unshare -T --monotonic '5x' true
2 unshare: failed to parse monotonic offset: '5x'
? 1

### time-boot-bad-trailing
user: root
$ unshare -T --boottime '5x' true
2 unshare: failed to parse boottime offset: '5x'
? 1

### time-mono-bad-hex
user: root
$ unshare -T --monotonic '0x10' true
2 unshare: failed to parse monotonic offset: '0x10'
? 1

### time-boot-bad-hex
user: root
$ unshare -T --boottime '0x10' true
2 unshare: failed to parse boottime offset: '0x10'
? 1

### time-mono-bad-float
user: root
$ unshare -T --monotonic '1.5' true
2 unshare: failed to parse monotonic offset: '1.5'
? 1

### time-mono-bad-over
user: root
old-2.38.1: differs
$ unshare -T --monotonic '9223372036854775808' true
2 unshare: failed to parse monotonic offset: '9223372036854775808': Numerical result out of range
? 1

### time-mono-bad-under
user: root
old-2.38.1: differs
$ unshare -T --monotonic '-9223372036854775809' true
2 unshare: failed to parse monotonic offset: '-9223372036854775809': Numerical result out of range
? 1

### time-boot-bad-under
user: root
old-2.38.1: differs
$ unshare -T --boottime '-9223372036854775809' true
2 unshare: failed to parse boottime offset: '-9223372036854775809': Numerical result out of range
? 1

### time-mono-bad-trailing-space
user: root
$ unshare -T --monotonic '5 ' true
2 unshare: failed to parse monotonic offset: '5 '
? 1

### time-owner-cannot-set
user: root
needs: undumpable-after-setuid
old-2.38.1: differs
$ unshare --owner 1001:1001 -T --monotonic 5 true
2 unshare: failed to open /proc/self/timens_offsets: Permission denied
? 1
