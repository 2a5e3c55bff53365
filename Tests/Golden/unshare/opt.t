### opt-unknown-long
user: tester
$ unshare --nonsense
2 unshare: unrecognized option '--nonsense'
2 Try 'unshare --help' for more information.
? 1

### opt-unknown-long-value
user: tester
$ unshare --nonsense=3
2 unshare: unrecognized option '--nonsense=3'
2 Try 'unshare --help' for more information.
? 1

### opt-unknown-short-digit
user: tester
$ unshare -u5
2 unshare: invalid option -- '5'
2 Try 'unshare --help' for more information.
? 1

### opt-missing-short-G
user: tester
$ unshare -G
2 unshare: option requires an argument -- 'G'
2 Try 'unshare --help' for more information.
? 1

### opt-missing-short-R
user: tester
$ unshare -R
2 unshare: option requires an argument -- 'R'
2 Try 'unshare --help' for more information.
? 1

### opt-missing-short-l
user: tester
old-2.38.1: differs
$ unshare -l
2 unshare: option requires an argument -- 'l'
2 Try 'unshare --help' for more information.
? 1

### opt-missing-setuid
user: tester
$ unshare --setuid
2 unshare: option '--setuid' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-root
user: tester
$ unshare --root
2 unshare: option '--root' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-wd
user: tester
$ unshare --wd
2 unshare: option '--wd' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-map-user
user: tester
$ unshare --map-user
2 unshare: option '--map-user' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-map-users
user: tester
$ unshare --map-users
2 unshare: option '--map-users' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-map-group
user: tester
$ unshare --map-group
2 unshare: option '--map-group' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-owner
user: tester
old-2.38.1: differs
$ unshare --owner
2 unshare: option '--owner' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-monotonic
user: tester
$ unshare --monotonic
2 unshare: option '--monotonic' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-missing-load-interp
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ unshare --load-interp
2 unshare: option '--load-interp' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-extra-help
user: tester
$ unshare --help=x true
2 unshare: option '--help' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-extra-fork
user: tester
$ unshare --fork=x true
2 unshare: option '--fork' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-extra-forward-signals
user: tester
ours-only: yes
note: it has no value in the original; the value of ours is no signal
$ unshare --forward-signals=x true
2 unshare: unknown signal: x
? 1

### opt-extra-map-root-user
user: tester
$ unshare --map-root-user=x true
2 unshare: option '--map-root-user' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-extra-map-current-user
user: tester
$ unshare --map-current-user=x true
2 unshare: option '--map-current-user' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-extra-map-auto
user: tester
$ unshare --map-auto=x true
2 unshare: option '--map-auto' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-extra-keep-caps
user: tester
$ unshare --keep-caps=x true
2 unshare: option '--keep-caps' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-abbrev-missing
user: tester
$ unshare --setu
2 unshare: option '--setuid' requires an argument
2 Try 'unshare --help' for more information.
? 1

### opt-abbrev-extra
user: tester
$ unshare --map-r=1 true
2 unshare: option '--map-root-user' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### opt-value-empty-equals
user: tester
$ unshare --setuid= true
2 unshare: failed to parse uid: ''
? 1

### opt-cluster-value
user: root
$ unshare -fS7 id -u
1 7
? 0

### opt-bytes-that-are-no-text
user: tester
$ unshare "$(printf -- '--\377=\376')"
2\ unshare: unrecognized option '--\xff=\xfe'\n
2 Try 'unshare --help' for more information.
? 1

### opt-fault-stderr-closed
user: tester
$ unshare --nonsense 2>&-
? 1
