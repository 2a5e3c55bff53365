### task-and-operand
user: root
$ lsns -p 1 5
2 lsns: --task is mutually exclusive with <namespace>
? 1

### task-shows-lowest-pid
user: root
setup: unshare -u sh -c 'sleep 1000 & exec sleep 1001' & A=$!; await called $A sleep
$ lsns -t uts -t ipc -p $A -o TYPE,PID,COMMAND -l | sed "s/ [0-9][0-9]* sleep/ <PID> sleep/"
1 TYPE PID COMMAND
1 ipc    1 init case
1 uts    <PID> sleep 1001
? 0

### task-keeps-ancestors
user: root
old-2.38.1: differs
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS --tree=owner -p $!
1 NS               TYPE NPROCS
1 4026531837       user      2
1 └─<INO>     user      0
1   └─<INO>   user      1
1     └─<INO> uts       1
? 0

### task-filter-before-query
user: root
old-2.38.1: differs
$ lsns -t uts -t ipc -l -o TYPE -p 1 -Q "TYPE == 'ipc'"
1 TYPE
1 ipc
? 0

### task-not-a-member
user: root
setup: sleeper -u
$ lsns -t uts -o PID,COMMAND -p $A
1 PID COMMAND
1   3 sleep 1000
? 0

### task-of-a-zombie
user: root
old-2.38.1: differs
setup: zombie
$ lsns -l -o TYPE,NPROCS -p $(child $A)
1 TYPE NPROCS
1 user      4
1 pid       4
? 0
