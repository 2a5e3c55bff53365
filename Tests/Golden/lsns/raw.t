### raw-tree-art
user: root
note: the drawing is part of the raw cell
setup: sleeper -u
$ lsns -t uts -r -o NPROCS,COMMAND,TYPE
1 NPROCS COMMAND TYPE
1 2 init\x20case uts
1 1 \xe2\x94\x94\xe2\x94\x80sleep\x201000 uts
? 0

### raw-hidden-columns
user: root
old-2.38.1: differs
note: hidden columns leave no separators
$ lsns -t uts -r -o TYPE,USER -Q "PID and UID == 0" | cat -A
1 TYPE USER$
1 uts root$
? 0

### raw-noheadings-empty
user: root
$ lsns -n -r -t uts -o NSFS,TYPE,NSFS | cat -A
1  uts $
? 0
