### version-long
user: root
old-2.38.1: differs
$ nsenter --version
1 nsenter from util-linux 2.42.4
? 0

### version-abbrev
user: root
old-2.38.1: differs
$ nsenter --ver
1 nsenter from util-linux 2.42.4
? 0
