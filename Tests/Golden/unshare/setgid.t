### setgid-ok-plain
user: root
$ unshare -G '5' id -g
1 5
? 0

### setgid-ok-leading-space
user: root
$ unshare -G ' 5' id -g
1 5
? 0

### setgid-ok-plus
user: root
$ unshare -G '+7' id -g
1 7
? 0

### setgid-ok-leading-zero
user: root
$ unshare -G '010' id -g
1 10
? 0

### setgid-ok-wrap-zero
user: root
deviates: D-14
$ unshare -G '4294967296' id -g
2 unshare: failed to parse gid: '4294967296': Numerical result out of range
? 1
-1 0
-? 0

### setgid-bad-word
user: root
$ unshare -G 'abc' true
2 unshare: failed to parse gid: 'abc'
? 1

### setgid-bad-empty
user: root
$ unshare -G '' true
2 unshare: failed to parse gid: ''
? 1

### setgid-bad-trailing
user: root
$ unshare -G '5x' true
2 unshare: failed to parse gid: '5x'
? 1

### setgid-bad-trailing-space
user: root
$ unshare -G '5 ' true
2 unshare: failed to parse gid: '5 '
? 1

### setgid-bad-hex
user: root
$ unshare -G '0x5' true
2 unshare: failed to parse gid: '0x5'
? 1

### setgid-bad-neg-garbage
user: root
old-2.38.1: differs
$ unshare -G '-5abc' true
2 unshare: failed to parse gid: '-5abc': Numerical result out of range
? 1

### setgid-bad-over64
user: root
$ unshare -G '18446744073709551616' true
2 unshare: failed to parse gid: '18446744073709551616': Numerical result out of range
? 1

### setgid-bad-over64-garbage
user: root
$ unshare -G '99999999999999999999x' true
2 unshare: failed to parse gid: '99999999999999999999x': Numerical result out of range
? 1

### setgid-max64
user: root
old-2.38.1: differs
$ unshare -G 18446744073709551615 true
2 unshare: setgid() failed: Invalid argument
? 1

### setgid-eperm
user: tester
note: setgroups comes first
$ unshare -G 1001 true
2 unshare: setgroups failed: Operation not permitted
? 1

### setgid-in-r
user: tester
note: setgroups is denied in the namespace
$ unshare -r -G 0 true
2 unshare: setgroups failed: Operation not permitted
? 1
