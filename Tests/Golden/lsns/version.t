### version
user: root
old-2.38.1: differs
$ lsns -V junk --foo
1 lsns from util-linux 2.42.4
? 0

### version-before-error
user: root
old-2.38.1: differs
$ lsns -J -V -r; lsns -J -r -V
1 lsns from util-linux 2.42.4
2 lsns: options --json and --raw cannot be combined
? 1
