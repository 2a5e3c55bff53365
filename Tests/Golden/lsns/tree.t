### tree-then-list-accepted
user: root
$ lsns --tree=process --list -t uts -o TYPE,COMMAND
1 TYPE COMMAND
1 uts  init case
? 0

### tree-unknown
user: root
$ lsns --tree=x
2 lsns: unknown tree type: x
? 1

### tree-short-attached
user: root
$ lsns -Tx
2 lsns: unknown tree type: x
? 1

### tree-empty-long
user: root
$ lsns --tree=
2\ lsns: unknown tree type: \n
? 1

### tree-double-equal
user: root
old-2.38.1: differs
$ lsns --tree==parent -t uts -o NS,TYPE
1 NS         TYPE
1 4026531838 uts
? 0

### tree-bundled-letters
user: root
$ lsns -TT
2 lsns: unknown tree type: T
? 1

### tree-case
user: root
$ lsns --tree=Owner
2 lsns: unknown tree type: Owner
? 1

### tree-separate-word
user: root
$ lsns --tree owner
2 lsns: invalid namespace argument: 'owner'
? 1

### tree-last-wins
user: root
$ lsns -t uts -T -Tprocess -o NS,COMMAND
1         NS COMMAND
1 4026531838 init case
? 0

### tree-column-twice
user: root
setup: sleeper -u
$ lsns -t uts -o COMMAND,TYPE,COMMAND
1 COMMAND      TYPE COMMAND
1 init case    uts  init case
1 └─sleep 1000 uts  └─sleep 1000
? 0

### tree-short-equal
user: root
old-2.38.1: differs
$ lsns -T=owner -t user -t uts -o TYPE,NS
1 TYPE NS
1 user 4026531837
1 uts  └─4026531838
? 0

### tree-every-value
user: root
$ lsns -Tx -Towner
2 lsns: unknown tree type: x
? 1

### tree-default-owner
user: root
$ lsns -T -t user -t uts -o NS,TYPE
1 NS           TYPE
1 4026531837   user
1 └─4026531838 uts
? 0

### tree-beats-list-order
user: root
setup: sleeper -u
$ lsns -Tprocess -l -t uts -o COMMAND; lsns -l -Tprocess -t uts -o COMMAND
1 COMMAND
1 init case
1 └─sleep 1000
1 COMMAND
1 init case
1 └─sleep 1000
? 0
