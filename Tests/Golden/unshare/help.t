### help-long-option-order
user: tester
old-2.38.1: differs
note: the option names in their order; descriptions are free
$ unshare --help | sed -n 's/^ \(-., \)\{0,1\}\(--[a-z-]*\).*/\1\2/p'
1 -m, --mount
1 -u, --uts
1 -i, --ipc
1 -n, --net
1 -p, --pid
1 -U, --user
1 -C, --cgroup
1 -T, --time
1 --mount-proc
1 --mount-binfmt
1 -l, --load-interp
1 --propagation
1 -R, --root
1 -w, --wd
1 -S, --setuid
1 -G, --setgid
1 --map-user
1 --map-group
1 -r, --map-root-user
1 -c, --map-current-user
1 --map-auto
1 --map-subids
1 --map-users
1 --map-groups
1 --owner
1 -f, --fork
1 --kill-child
1 --forward-signals
1 --setgroups
1 --keep-caps
1 --monotonic
1 --boottime
1 -h, --help
1 -V, --version
? 0

### help-head
user: tester
$ unshare --help | head -n 3
1
1 Usage:
1  unshare [options] [<program> [<argument>...]]
? 0

### help-short
user: tester
$ unshare -h | tail -n 1
1 For more details see unshare(1).
? 0

### help-stops-parsing
user: tester
$ unshare --help --nonsense -S abc | head -n 3
1
1 Usage:
1  unshare [options] [<program> [<argument>...]]
? 0

### help-after-bad-value
user: tester
$ unshare -S abc --help
2 unshare: failed to parse uid: 'abc'
? 1

### help-devfull
user: tester
$ unshare --help >/dev/full
2 unshare: write error: No space left on device
? 1

### help-closed-stdout
user: tester
$ unshare --help >&-
? 0
