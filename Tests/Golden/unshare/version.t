### version-long
user: tester
old-2.38.1: differs
$ unshare --version
1 unshare from util-linux 2.42.4
? 0

### version-first-wins
user: tester
old-2.38.1: differs
$ unshare -V --nonsense
1 unshare from util-linux 2.42.4
? 0

### version-abbrev
user: tester
old-2.38.1: differs
$ unshare --vers
1 unshare from util-linux 2.42.4
? 0

### version-devfull
user: tester
$ unshare -V >/dev/full
2 unshare: write error: No space left on device
? 1

### version-closed-stdout
user: tester
$ unshare -V >&-
? 0

### version-reader-left
user: tester
$ sh -c "trap \"\" PIPE; unshare -V; echo \$? >&2" | true
2 0
? 0
