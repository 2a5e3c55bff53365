### bad-short
user: root
$ nsenter -x
2 nsenter: invalid option -- 'x'
2 Try 'nsenter --help' for more information.
? 1

### bad-short-in-cluster
user: root
$ nsenter -aFx
2 nsenter: invalid option -- 'x'
2 Try 'nsenter --help' for more information.
? 1

### bad-then-version
user: root
$ nsenter -x -V
2 nsenter: invalid option -- 'x'
2 Try 'nsenter --help' for more information.
? 1
