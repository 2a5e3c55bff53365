### setuid-ok-plain
user: root
$ unshare -S '5' id -u
1 5
? 0

### setuid-ok-plus
user: root
$ unshare -S '+7' id -u
1 7
? 0

### setuid-ok-minus-zero
user: root
$ unshare -S '-0' id -u
1 0
? 0

### setuid-ok-wrap
user: root
deviates: D-14
$ unshare -S '4294967301' id -u
2 unshare: failed to parse uid: '4294967301': Numerical result out of range
? 1
-1 5
-? 0

### setuid-ok-wrap-zero
user: root
deviates: D-14
$ unshare -S '4294967296' id -u
2 unshare: failed to parse uid: '4294967296': Numerical result out of range
? 1
-1 0
-? 0

### setuid-bad-word
user: root
$ unshare -S 'abc' true
2 unshare: failed to parse uid: 'abc'
? 1

### setuid-bad-empty
user: root
$ unshare -S '' true
2 unshare: failed to parse uid: ''
? 1

### setuid-bad-trailing
user: root
$ unshare -S '5x' true
2 unshare: failed to parse uid: '5x'
? 1

### setuid-bad-trailing-space
user: root
$ unshare -S '5 ' true
2 unshare: failed to parse uid: '5 '
? 1

### setuid-bad-negative
user: root
old-2.38.1: differs
$ unshare -S '-1' true
2 unshare: failed to parse uid: '-1': Numerical result out of range
? 1

### setuid-bad-neg-garbage
user: root
old-2.38.1: differs
$ unshare -S '-5abc' true
2 unshare: failed to parse uid: '-5abc': Numerical result out of range
? 1

### setuid-bad-over64
user: root
$ unshare -S '18446744073709551616' true
2 unshare: failed to parse uid: '18446744073709551616': Numerical result out of range
? 1

### setuid-bad-over64-garbage
user: root
$ unshare -S '99999999999999999999x' true
2 unshare: failed to parse uid: '99999999999999999999x': Numerical result out of range
? 1

### setuid-bad-space-only
user: root
$ unshare -S ' ' true
2 unshare: failed to parse uid: ' '
? 1

### setuid-max64
user: root
old-2.38.1: differs
$ unshare -S 18446744073709551615 true
2 unshare: setuid() failed: Invalid argument
? 1

### setuid-long
user: root
$ unshare --setuid 5 --setgid=6 id
1 uid=5(games) gid=6(disk) groups=6(disk)
? 0

### setuid-eperm
user: tester
old-2.38.1: differs
$ unshare -S 0 true
2 unshare: setuid() failed: Operation not permitted
? 1

### setuid-own
user: tester
$ unshare -S 1001 id -u
1 1001
? 0

### setuid-unmapped
user: tester
old-2.38.1: differs
$ unshare -r -S 1000 true
2 unshare: setuid() failed: Invalid argument
? 1

### setuid-setgid-auto
user: tester
needs: newuidmap
$ unshare --map-auto -r -S 5 -G 6 id
1 uid=5(games) gid=6(disk) groups=6(disk)
? 0

### setuid-last-wins
user: root
$ unshare -S 5 -S 6 id -u
1 6
? 0
