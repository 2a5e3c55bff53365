### process-tree-no-command
user: root
setup: sleeper -u
$ lsns -t uts -o TYPE,NPROCS
1 TYPE NPROCS
1 uts       2
1 uts       1
? 0

### process-tree-last-row
user: root
note: the child row hangs under the last earlier row of its parent
setup: sleeper -u
$ lsns -o TYPE,COMMAND -t cgroup -t uts -t ipc
1 TYPE   COMMAND
1 cgroup init case
1 uts    init case
1 ipc    init case
1 uts    └─sleep 1000
? 0

### process-tree-parent-row-later
user: root
tools: nsenter
old-2.38.1: differs
note: the namespace of the parent has the higher number: its row does not exist yet when the child row is made, so the child is a root
setup: pair; generations $B $A; end $A $B
$ lsns -t uts -o NPROCS,COMMAND -Q "NPROCS == 1"
1 NPROCS COMMAND
1      1 child 1000
1      1 parent 1000
? 0

### process-tree-parent-row-earlier
user: root
tools: nsenter
old-2.38.1: differs
setup: pair; generations $A $B; end $A $B
$ lsns -t uts -o NPROCS,COMMAND -Q "NPROCS == 1"
1 NPROCS COMMAND
1      1 parent 1000
1      1 └─child 1000
? 0

### process-tree-dropped-row
user: root
old-2.38.1: differs
note: a dropped row is no parent: the one before it is
setup: sleeper -u
$ lsns -t uts -t ipc -o TYPE,COMMAND -Q "TYPE != 'ipc'"
1 TYPE COMMAND
1 uts  init case
1 uts  └─sleep 1000
? 0

### process-tree-no-process
user: root
old-2.38.1: differs
setup: three_uts
$ lsns -t uts -o NPROCS,COMMAND
1 NPROCS COMMAND
1      2 init case
1      1 └─sleep 1000
1\      0 \n
? 0

### process-tree-depth
user: root
note: children stand below their parent in the order of their rows
setup: pair; generations $A $B; end $A $B
$ lsns -t uts -t ipc -o TYPE,COMMAND
1 TYPE COMMAND
1 uts  init case
1 ipc  init case
1 uts  └─parent 1000
1 uts    └─child 1000
? 0
