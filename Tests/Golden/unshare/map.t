### map-root
user: tester
$ unshare -r sh -c "id -u; id -g; cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1 0
1 0
1          0       1001          1
1          0       1001          1
1 deny
? 0

### map-root-as-root
user: root
$ unshare -r sh -c "cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1          0          0          1
1          0          0          1
1 deny
? 0

### map-current
user: tester
$ unshare -c sh -c "id -u; id -g; cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1 1001
1 1001
1       1001       1001          1
1       1001       1001          1
1 deny
? 0

### map-user-only
user: tester
$ unshare --map-user 5 sh -c "id -u; id -g; cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1 5
1 65534
1          5       1001          1
1 allow
? 0

### map-group-only
user: tester
$ unshare --map-group 7 sh -c "id -u; id -g; cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1 65534
1 7
1          7       1001          1
1 deny
? 0

### map-none
user: tester
$ unshare -U sh -c "id -u; id -g; cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1 65534
1 65534
1 allow
? 0

### map-user-name
user: tester
$ unshare --map-user tester --map-group tester cat /proc/self/uid_map /proc/self/gid_map
1       1001       1001          1
1       1001       1001          1
? 0

### map-user-name-root
user: tester
$ unshare --map-user=root --map-group=root cat /proc/self/uid_map /proc/self/gid_map
1          0       1001          1
1          0       1001          1
? 0

### map-user-bad-negative
user: tester
old-2.38.1: differs
$ unshare --map-user '-1' true
2 unshare: failed to parse uid '-1'
? 1

### map-group-bad-negative
user: tester
old-2.38.1: differs
$ unshare --map-group '-1' true
2 unshare: failed to parse gid '-1'
? 1

### map-user-bad-max
user: tester
old-2.38.1: differs
$ unshare --map-user '4294967295' true
2 unshare: failed to parse uid '4294967295'
? 1

### map-group-bad-max
user: tester
old-2.38.1: differs
$ unshare --map-group '4294967295' true
2 unshare: failed to parse gid '4294967295'
? 1

### map-user-bad-over
user: tester
old-2.38.1: differs
$ unshare --map-user '4294967296' true
2 unshare: failed to parse uid '4294967296'
? 1

### map-group-bad-over
user: tester
old-2.38.1: differs
$ unshare --map-group '4294967296' true
2 unshare: failed to parse gid '4294967296'
? 1

### map-user-bad-over64
user: tester
old-2.38.1: differs
$ unshare --map-user '18446744073709551616' true
2 unshare: failed to parse uid '18446744073709551616'
? 1

### map-group-bad-over64
user: tester
old-2.38.1: differs
$ unshare --map-group '18446744073709551616' true
2 unshare: failed to parse gid '18446744073709551616'
? 1

### map-user-bad-unknown-name
user: tester
old-2.38.1: differs
$ unshare --map-user 'nosuch' true
2 unshare: failed to parse uid 'nosuch'
? 1

### map-group-bad-unknown-name
user: tester
old-2.38.1: differs
$ unshare --map-group 'nosuch' true
2 unshare: failed to parse gid 'nosuch'
? 1

### map-group-bad-empty
user: tester
old-2.38.1: differs
$ unshare --map-group '' true
2 unshare: failed to parse gid ''
? 1

### map-user-bad-trailing-space
user: tester
old-2.38.1: differs
$ unshare --map-user '5 ' true
2 unshare: failed to parse uid '5 '
? 1

### map-group-bad-trailing-space
user: tester
old-2.38.1: differs
$ unshare --map-group '5 ' true
2 unshare: failed to parse gid '5 '
? 1

### map-user-bad-hex
user: tester
old-2.38.1: differs
$ unshare --map-user '0x5' true
2 unshare: failed to parse uid '0x5'
? 1

### map-group-bad-garbage
user: tester
old-2.38.1: differs
$ unshare --map-group '5x' true
2 unshare: failed to parse gid '5x'
? 1

### map-group-bad-neg-garbage
user: tester
old-2.38.1: differs
$ unshare --map-group '-5x' true
2 unshare: failed to parse gid '-5x'
? 1

### map-group-bad-float
user: tester
old-2.38.1: differs
$ unshare --map-group '1.0' true
2 unshare: failed to parse gid '1.0'
? 1

### map-user-ok-near-max
user: tester
$ unshare --map-user '4294967294' id -u
1 4294967294
? 0

### map-user-ok-plus
user: tester
$ unshare --map-user '+9' id -u
1 9
? 0

### map-user-ok-leading-zero
user: tester
$ unshare --map-user '010' id -u
1 10
? 0

### map-user-ok-minus-zero
user: tester
$ unshare --map-user '-0' id -u
1 0
? 0

### map-user-ok-leading-tab
user: tester
$ unshare --map-user "$(printf '\t5')" id -u
1 5
? 0

### map-user-last-wins
user: tester
$ unshare -r --map-user 5 cat /proc/self/uid_map /proc/self/gid_map
1          5       1001          1
1          0       1001          1
? 0

### map-user-last-wins-2
user: tester
$ unshare --map-user 5 --map-group 6 -r cat /proc/self/uid_map /proc/self/gid_map
1          0       1001          1
1          0       1001          1
? 0

### map-user-last-wins-3
user: tester
$ unshare -r -c cat /proc/self/uid_map /proc/self/gid_map
1       1001       1001          1
1       1001       1001          1
? 0

### map-user-digits-only-name
user: tester
old-2.38.1: differs
note: the number wins over the user called 777
setup: cp /etc/passwd pw; echo "big:x:4294967295:1001::/:/bin/sh" >>pw; echo "777:x:5:1001::/:/bin/sh" >>pw; mount --bind pw /etc/passwd
$ unshare --map-user 777 id -u
1 777
? 0
