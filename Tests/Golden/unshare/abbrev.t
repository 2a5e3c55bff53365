### abbrev-u
user: tester
$ unshare --u </dev/null
2 unshare: option '--u' is ambiguous; possibilities: '--uts' '--user'
2 Try 'unshare --help' for more information.
? 1

### abbrev-f
user: tester
old-2.38.1: differs
$ unshare --f </dev/null
2 unshare: option '--f' is ambiguous; possibilities: '--fork' '--forward-signals'
2 Try 'unshare --help' for more information.
? 1

### abbrev-k
user: tester
$ unshare --k </dev/null
2 unshare: option '--k' is ambiguous; possibilities: '--kill-child' '--keep-caps'
2 Try 'unshare --help' for more information.
? 1

### abbrev-p
user: tester
$ unshare --p </dev/null
2 unshare: option '--p' is ambiguous; possibilities: '--pid' '--propagation'
2 Try 'unshare --help' for more information.
? 1

### abbrev-s
user: tester
$ unshare --s </dev/null
2 unshare: option '--s' is ambiguous; possibilities: '--setgroups' '--setuid' '--setgid'
2 Try 'unshare --help' for more information.
? 1

### abbrev-set
user: tester
$ unshare --set </dev/null
2 unshare: option '--set' is ambiguous; possibilities: '--setgroups' '--setuid' '--setgid'
2 Try 'unshare --help' for more information.
? 1

### abbrev-setg
user: tester
$ unshare --setg </dev/null
2 unshare: option '--setg' is ambiguous; possibilities: '--setgroups' '--setgid'
2 Try 'unshare --help' for more information.
? 1

### abbrev-mo
user: tester
old-2.38.1: differs
$ unshare --mo </dev/null
2 unshare: option '--mo' is ambiguous; possibilities: '--mount' '--mount-proc' '--mount-binfmt' '--monotonic'
2 Try 'unshare --help' for more information.
? 1

### abbrev-mount-
user: tester
old-2.38.1: differs
$ unshare --mount- </dev/null
2 unshare: option '--mount-' is ambiguous; possibilities: '--mount-proc' '--mount-binfmt'
2 Try 'unshare --help' for more information.
? 1

### abbrev-map
user: tester
old-2.38.1: differs
$ unshare --map </dev/null
2 unshare: option '--map' is ambiguous; possibilities: '--map-user' '--map-users' '--map-group' '--map-groups' '--map-root-user' '--map-current-user' '--map-auto' '--map-subids'
2 Try 'unshare --help' for more information.
? 1

### abbrev-map-s
user: tester
needs: newuidmap
old-2.38.1: differs
$ unshare --map-s </dev/null
? 0

### abbrev-map-root
user: tester
$ unshare --map-root </dev/null
? 0

### abbrev-map-gro
user: tester
$ unshare --map-gro </dev/null
2 unshare: option '--map-gro' is ambiguous; possibilities: '--map-group' '--map-groups'
2 Try 'unshare --help' for more information.
? 1

### abbrev-i
user: tester
$ unshare --i </dev/null
2 unshare: unshare failed: Operation not permitted
? 1

### abbrev-c
user: tester
$ unshare --c </dev/null
2 unshare: unshare failed: Operation not permitted
? 1

### abbrev-h
user: tester
$ unshare --h </dev/null | tail -n 1
1 For more details see unshare(1).
? 0

### abbrev-v
user: tester
old-2.38.1: differs
$ unshare --v </dev/null
1 unshare from util-linux 2.42.4
? 0

### abbrev-ma
user: tester
old-2.38.1: differs
$ unshare --ma </dev/null
2 unshare: option '--ma' is ambiguous; possibilities: '--map-user' '--map-users' '--map-group' '--map-groups' '--map-root-user' '--map-current-user' '--map-auto' '--map-subids'
2 Try 'unshare --help' for more information.
? 1

### abbrev-empty
user: tester
old-2.38.1: differs
$ unshare --=x true
2 unshare: option '--=x' is ambiguous; possibilities: '--help' '--version' '--mount' '--uts' '--ipc' '--net' '--pid' '--user' '--cgroup' '--time' '--fork' '--kill-child' '--forward-signals' '--mount-proc' '--mount-binfmt' '--map-user' '--map-users' '--map-group' '--map-groups' '--map-root-user' '--map-current-user' '--map-auto' '--map-subids' '--owner' '--propagation' '--setgroups' '--keep-caps' '--setuid' '--setgid' '--root' '--wd' '--monotonic' '--boottime' '--load-interp'
2 Try 'unshare --help' for more information.
? 1

### abbrev-exact-beats-prefix
user: tester
$ unshare --user --map-user 5 --map-group 6 cat /proc/self/uid_map /proc/self/gid_map
1          5       1001          1
1          6       1001          1
? 0

### abbrev-works
user: tester
$ unshare --us --map-c --ke --prop private --wd / pwd
1 /
? 0

### abbrev-nothing
user: root
$ unshare --=
2 unshare: option '--=' is ambiguous; possibilities: '--help' '--version' '--mount' '--uts' '--ipc' '--net' '--pid' '--user' '--cgroup' '--time' '--fork' '--kill-child' '--forward-signals' '--mount-proc' '--mount-binfmt' '--map-user' '--map-users' '--map-group' '--map-groups' '--map-root-user' '--map-current-user' '--map-auto' '--map-subids' '--owner' '--propagation' '--setgroups' '--keep-caps' '--setuid' '--setgid' '--root' '--wd' '--monotonic' '--boottime' '--load-interp'
2 Try 'unshare --help' for more information.
? 1
