### cred-setgid-drops-groups
user: root
before: target --net
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -n -G 7 sh -c "id -u; id -g; id -G"
1 0
1 7
1 7
? 0

### cred-setgid-without-capability-ignored
user: root
deviates: D-114
note: defect: the failed setgroups is not reported and the groups stay
before: target --net
after: kill $T
$ setpriv --groups 0,4,5 --bounding-set=-setgid nsenter -t $T -n -G 0 id -G
2 nsenter: setgroups failed: Operation not permitted
? 1
-1 0 4 5
-? 0

### cred-setgid-without-capability
user: root
old-2.38.1: differs
before: target --net
after: kill $T
$ setpriv --clear-groups --bounding-set=-setgid nsenter -t $T -n -G 7 id -G
2 nsenter: setgid() failed: Operation not permitted
? 1

### cred-setuid-without-capability
user: root
old-2.38.1: differs
before: target --net
after: kill $T
$ setpriv --bounding-set=-setuid nsenter -t $T -n -S 7 id -u
2 nsenter: setuid() failed: Operation not permitted
? 1

### cred-preserve-with-setuid
user: root
note: only the UID call is made; the groups 4 and 5 are unmapped
before: target --user --map-root-user
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -U --preserve-credentials -S 0 sh -c "id -u; id -G"
1 0
1 0 65534
? 0

### cred-uid-alpha
user: root
$ nsenter -S abc true
2 nsenter: failed to parse uid: 'abc'
? 1

### cred-uid-empty
user: root
$ nsenter -S "" true
2 nsenter: failed to parse uid: ''
? 1

### cred-uid-negative
user: root
old-2.38.1: differs
$ nsenter -S -1 true
2 nsenter: failed to parse uid: '-1': Numerical result out of range
? 1

### cred-uid-hex
user: root
$ nsenter -S 0x7 true
2 nsenter: failed to parse uid: '0x7'
? 1

### cred-uid-too-big
user: root
$ nsenter -S 18446744073709551616 true
2 nsenter: failed to parse uid: '18446744073709551616': Numerical result out of range
? 1

### cred-uid-minus-zero
user: root
before: plain
after: kill $T
$ nsenter -t $T -u -S -0 id -u
1 0
? 0

### cred-uid-bare-sign
user: root
$ nsenter -S - true
2 nsenter: failed to parse uid: '-'
? 1

### cred-uid-trailing-space
user: root
$ nsenter -S "5 " true
2 nsenter: failed to parse uid: '5 '
? 1

### cred-uid-follow-prefix
user: root
$ nsenter -S followx true
2 nsenter: failed to parse uid: 'followx'
? 1

### cred-uid-wraps
user: root
deviates: D-112
note: defect: taken modulo 2^32
before: target --net
after: kill $T
$ nsenter -t $T -n -S 4294967301 id -u
2 nsenter: failed to parse uid: '4294967301': Numerical result out of range
? 1
-1 5
-? 0

### cred-uid-minus-one
user: root
old-2.38.1: differs
before: target --net
after: kill $T
$ nsenter -t $T -n -S 4294967295 id -u
2 nsenter: setuid() failed: Invalid argument
? 1

### cred-uid-space-plus
user: root
before: target --net
after: kill $T
$ nsenter -t $T -n -S " +7" id -u
1 7
? 0

### cred-uid-name
user: root
before: target --net
after: kill $T
$ nsenter -t $T -n -S root id -u
2 nsenter: failed to parse uid: 'root'
? 1

### cred-gid-alpha
user: root
$ nsenter -G abc true
2 nsenter: failed to parse gid: 'abc'
? 1

### cred-gid-negative
user: root
old-2.38.1: differs
$ nsenter -G -1 true
2 nsenter: failed to parse gid: '-1': Numerical result out of range
? 1

### cred-gid-minus-one
user: root
old-2.38.1: differs
before: target --net
after: kill $T
$ nsenter -t $T -n -G 4294967295 id -g
2 nsenter: setgid() failed: Invalid argument
? 1

### cred-uid-twice-last-wins
user: root
before: target --net
after: kill $T
$ nsenter -t $T -n -S 5 -S 7 id -u
1 7
? 0

### cred-follow-euid
user: root
old-2.38.1: differs
note: the effective UID of the target
before: perl -e '$>=4242; sleep 600' & T=$!; until grep -q "^Uid:.0.4242" /proc/$T/status; do sleep 0.02; done
after: kill $T
$ nsenter -t $T -n -S follow id -u
1 4242
? 0

### cred-gid-follow-prefix
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -G fol true
2 nsenter: failed to parse gid: 'fol'
? 1

### cred-gid-too-big
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -G 18446744073709551616x true
2 nsenter: failed to parse gid: '18446744073709551616x': Numerical result out of range
? 1

### cred-uid-junk-negative
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -S -1x true
2 nsenter: failed to parse uid: '-1x': Numerical result out of range
? 1

### cred-gid-plain
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -G 5 id -G
1 5
? 0

### cred-uid-keeps-groups
user: root
before: plain
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -n -S 5 sh -c "id -u; id -g; id -G"
1 5
1 0
1 0 4 5
? 0

### cred-follow-both
user: root
before: target --net setpriv --reuid 5 --regid 6 --clear-groups
after: kill $T
$ nsenter -t $T -n -S follow -G follow id
1 uid=5(games) gid=6(disk) groups=6(disk)
? 0

### cred-preserve-setgid-without-user
user: root
before: plain
after: kill $T
$ nsenter -t $T -n --preserve-credentials -G 6 id -G
1 6
? 0

### cred-follow-overflow-id
user: root
before: target --user
before: for k in uid gid; do echo 65534 300000 1 >/proc/$T/${k}_map; done
before: Z=$T; /usr/bin/nsenter -t $Z -U -S 65534 -G 65534 sleep 600 </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T $Z
$ nsenter -t $T -U -S follow -G follow id -u; nsenter -t $T -U -S follow -G follow id -g
1 65534
1 65534
? 0

### cred-follow-stranger
user: root
deviates: D-110
before: target --user
before: for k in uid gid; do echo 65534 300000 1 >/proc/$T/${k}_map; done
after: kill $T
note: the target runs as root, who has no id in its namespace
$ nsenter -t $T -U -S follow -G follow id -u; nsenter -t $T -U -S follow --preserve-credentials id -u; nsenter -U/proc/$T/ns/user -t $T -S follow --preserve-credentials id -u
1 65534
2 nsenter: the target's user or group has no id in the user namespace that was entered
2 nsenter: the target's user or group has no id in the user namespace that was entered
? 0
-1 65534
-1 65534
-1 65534
-? 0

### cred-follow-then-number
user: root
deviates: D-111
before: plain
after: kill $T
$ nsenter -t $T -n -S follow -S 5 id -u; nsenter -t $T -n -G follow -G 6 id -g; nsenter -t $T -n -S 5 -S follow id -u
1 5
1 6
1 0
? 0
-1 0
-1 0
-1 0
-? 0
