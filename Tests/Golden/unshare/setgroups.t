### setgroups-deny-root
user: root
$ unshare -U --setgroups deny cat /proc/self/setgroups
1 deny
? 0

### setgroups-allow-root
user: root
$ unshare -U --setgroups=allow cat /proc/self/setgroups
1 allow
? 0

### setgroups-no-userns-deny-root
user: root
$ unshare --setgroups deny true
2 unshare: write failed /proc/self/setgroups: Operation not permitted
? 1

### setgroups-r-allow-root
user: root
$ unshare -r --setgroups allow true
2 unshare: options --setgroups=allow and --map-group are mutually exclusive
? 1

### setgroups-deny-tester
user: tester
$ unshare -U --setgroups deny cat /proc/self/setgroups
1 deny
? 0

### setgroups-no-userns-allow-tester
user: tester
$ unshare --setgroups allow true
2 unshare: cannot open /proc/self/setgroups: Permission denied
? 1

### setgroups-no-userns-deny-tester
user: tester
$ unshare --setgroups deny true
2 unshare: cannot open /proc/self/setgroups: Permission denied
? 1

### setgroups-r-allow-tester
user: tester
$ unshare -r --setgroups allow true
2 unshare: options --setgroups=allow and --map-group are mutually exclusive
? 1

### setgroups-fork-r-allow
user: tester
$ unshare -f -r --setgroups allow true
2 unshare: options --setgroups=allow and --map-group are mutually exclusive
? 1

### setgroups-map-groups-deny
user: root
old-2.38.1: differs
$ unshare --map-groups 0:0:1 --setgroups deny true
2 unshare: write failed /proc/self/setgroups: Operation not permitted
? 1

### setgroups-map-groups-allow
user: root
old-2.38.1: differs
$ unshare --map-groups 0:0:1 --setgroups allow cat /proc/self/setgroups
1 allow
? 0

### setgroups-bad-word
user: tester
$ unshare --setgroups 'foo' true
2 unshare: unsupported --setgroups argument 'foo'
? 1

### setgroups-bad-upper
user: tester
$ unshare --setgroups 'DENY' true
2 unshare: unsupported --setgroups argument 'DENY'
? 1

### setgroups-bad-prefix
user: tester
$ unshare --setgroups 'den' true
2 unshare: unsupported --setgroups argument 'den'
? 1

### setgroups-r-deny
user: tester
deviates: D-11
$ unshare -r --setgroups deny cat /proc/self/setgroups
1 deny
? 0
-2 unshare: write failed /proc/self/setgroups: Operation not permitted
-? 1

### setgroups-c-deny
user: root
deviates: D-11
$ unshare -c --setgroups deny cat /proc/self/setgroups
1 deny
? 0
-2 unshare: write failed /proc/self/setgroups: Operation not permitted
-? 1

### setgroups-map-group-deny
user: tester
deviates: D-11
$ unshare --map-group 5 --setgroups deny cat /proc/self/setgroups
1 deny
? 0
-2 unshare: write failed /proc/self/setgroups: Operation not permitted
-? 1
