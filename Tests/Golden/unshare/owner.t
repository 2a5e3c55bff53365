### owner-bad-uid-only
user: tester
old-2.38.1: differs
$ unshare --owner '1001' true
2 unshare: failed to parse owner
? 1

### owner-bad-word
user: tester
old-2.38.1: differs
$ unshare --owner '1001:x' true
2 unshare: failed to parse owner
? 1

### owner-bad-names
user: tester
old-2.38.1: differs
$ unshare --owner 'tester:tester' true
2 unshare: failed to parse owner
? 1

### owner-bad-trailing-space
user: tester
old-2.38.1: differs
$ unshare --owner '1001:1001 ' true
2 unshare: failed to parse owner
? 1

### owner-bad-empty
user: tester
old-2.38.1: differs
$ unshare --owner '' true
2 unshare: failed to parse owner
? 1

### owner-bad-no-gid
user: tester
old-2.38.1: differs
$ unshare --owner '1001:' true
2 unshare: failed to parse owner
? 1

### owner-bad-no-uid
user: tester
old-2.38.1: differs
$ unshare --owner ':1001' true
2 unshare: failed to parse owner
? 1

### owner-bad-three
user: tester
old-2.38.1: differs
$ unshare --owner '1:2:3' true
2 unshare: failed to parse owner
? 1

### owner-eperm
user: tester
old-2.38.1: differs
$ unshare --owner 1001:1001 true
2 unshare: setgroups failed: Operation not permitted
? 1

### owner-eperm-uid-only
user: tester
old-2.38.1: differs
$ unshare --owner 0:-1 true
2 unshare: setuid() failed: Operation not permitted
? 1

### owner-self-uid-only
user: tester
old-2.38.1: differs
$ unshare --owner 1001:-1 sh -c "id -u; cat /proc/self/uid_map"
1 65534
? 0

### owner-leading-spaces
user: root
old-2.38.1: differs
$ unshare --owner ' 1001: 1001' true
? 0

### owner-map-root
user: root
old-2.38.1: differs
note: the single entry maps the caller, not the owner; the program runs as an unmapped id
$ unshare --owner 1001:1001 -r sh -c "id -u; cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups"
1 65534
1          0          0          1
1          0          0          1
1 allow
? 0

### owner-map-user
user: root
old-2.38.1: differs
$ unshare --owner 1001:1001 --map-user 5 cat /proc/self/uid_map /proc/self/gid_map
1          5          0          1
? 0

### owner-map-all
user: root
old-2.38.1: differs
$ unshare --owner 1001:1001 --map-users all --map-groups all id
1 uid=1001(tester) gid=1001(tester) groups=1001(tester)
? 0

### owner-map-range
user: root
old-2.38.1: differs
$ unshare --owner 1001:1001 --map-users 0:1001:1 --map-groups 0:1001:1 sh -c "id; cat /proc/self/setgroups"
1 uid=0(root) gid=0(root) groups=0(root)
1 allow
? 0

### owner-setgroups-deny
user: root
needs: undumpable-after-setuid
old-2.38.1: differs
$ unshare --owner 1001:1001 --setgroups deny true
2 unshare: cannot open /proc/self/setgroups: Permission denied
? 1

### owner-last-wins
user: root
tools: setpriv nsenter
old-2.38.1: differs
$ touch f; unshare --owner 0:0 --owner 1001:1001 --user=$T/f true; setpriv --reuid 1001 --regid 1001 --clear-groups nsenter --preserve-credentials --user=$T/f id -u
1 65534
? 0

### owner-fails-orphan
user: tester
old-2.38.1: differs
leaves-process: yes
note: leaves the map helper behind, blocked for ever (see defects)
$ unshare --map-auto --owner 0:0 true
2 unshare: setgroups failed: Operation not permitted
? 1

### owner-wrap
user: root
old-2.38.1: differs
deviates: D-14
$ unshare --owner 4294968297:4294968297 id -u
2 unshare: failed to parse owner: Numerical result out of range
? 1
-1 65534
-? 0

### owner-half-minus-one
user: root
old-2.38.1: differs
$ unshare --owner -1:-1 id -u
1 65534
? 0
