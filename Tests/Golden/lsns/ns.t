### ns-not-number
user: root
$ lsns abc
2 lsns: invalid namespace argument: 'abc'
? 1

### ns-hex
user: root
$ lsns 0x10
2 lsns: invalid namespace argument: '0x10'
? 1

### ns-empty
user: root
$ lsns ''
2 lsns: invalid namespace argument: ''
? 1

### ns-negative
user: root
$ lsns -- -1
2 lsns: invalid namespace argument: '-1': Numerical result out of range
? 1

### ns-overflow
user: root
$ lsns 18446744073709551616
2 lsns: invalid namespace argument: '18446744073709551616': Numerical result out of range
? 1

### ns-not-found
user: root
$ lsns 12345
2 lsns: not found namespace: 12345
? 1

### ns-max
user: root
$ lsns 18446744073709551615
2 lsns: not found namespace: 18446744073709551615
? 1

### ns-wrong-type
user: root
$ lsns -t ipc 4026531838
2 lsns: not found namespace: 4026531838
? 1

### ns-zero
user: root
note: 0 behaves as no operand, but keeps the process columns
$ lsns 0 -t uts -t ipc
1 PID PPID USER COMMAND
1   1    0 root init case
1   1    0 root init case
? 0

### ns-processes
user: root
note: the lister itself is in the list
setup: family env
$ lsns 4026531838 -o PPID,USER,COMMAND
1 PPID USER COMMAND
1    0 root init case
1    1 root ├─sleep 1000
1    3 root │ └─sleep 1001
1    1 root └─lsns 4026531838 -o PPID,USER,COMMAND
? 0

### ns-processes-list
user: root
setup: sleeper -u
$ lsns 4026531838 -l -o USER,COMMAND
1 USER COMMAND
1 root init case
1 root lsns 4026531838 -l -o USER,COMMAND
? 0

### ns-parent-in-other-ns
user: root
setup: family unshare -u; N=$(ino uts $A)
$ lsns $N -o NS,NPROCS,COMMAND
1         NS NPROCS COMMAND
1 <INO>      2 sleep 1000
1 <INO>      2 └─sleep 1001
? 0

### ns-junk-behind
user: root
$ lsns 4026531838x
2 lsns: invalid namespace argument: '4026531838x'
? 1

### ns-second-ignored
user: root
$ lsns 4026531838 junk -l -o USER
1 USER
1 root
1 root
? 0

### ns-zero-and-task
user: root
$ lsns 0 -p 1
2 lsns: --task is mutually exclusive with <namespace>
? 1

### ns-without-process
user: root
old-2.38.1: differs
note: it is known, so this is no error
setup: touch /mnt/u; unshare --uts=/mnt/u true
setup: N=$(stat -c %i /mnt/u)
$ lsns -l $N; lsns -J $N
1 {
1    "namespaces": [
1
1    ]
1 }
? 0

### ns-constant-cells
user: root
setup: pinned /mnt/u; N=$(ino uts $A)
$ lsns $N -l -o NS,TYPE,NPROCS,PATH,PNS,ONS,NSFS,PID,PPID
1         NS TYPE NPROCS PATH           PNS        ONS NSFS   PID PPID
1 <INO> uts       1 /proc/3/ns/uts   0 4026531837 /mnt/u   3    1
? 0

### ns-output-all
user: root
note: the columns of the namespace stand in every row
$ lsns 4026531838 --output-all -rl
1 NS TYPE PATH NPROCS PID PPID COMMAND UID USER NETNSID NSFS PNS ONS
1 4026531838 uts /proc/1/ns/uts 2 1 0 init\x20case 0 root   0 4026531837
1 4026531838 uts /proc/3/ns/uts 2 3 1 lsns\x204026531838\x20--output-all\x20-rl 0 root   0 4026531837
? 0

### ns-persistent-and-type
user: root
old-2.38.1: differs
$ lsns -P -t ipc 4026531839 -l -o USER
1 USER
1 root
1 root
? 0
