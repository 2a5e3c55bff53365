### columns-unknown-rest
user: root
$ lsns -o NS,foo,PID
2 lsns: unknown column: foo,PID
? 1

### columns-empty
user: root
deviates: D-213
$ lsns -o ''
2 lsns: no column names given
? 1
-? 1

### columns-blank
user: root
$ lsns -o 'NS, TYPE'
2 lsns: unknown column:  TYPE
? 1

### columns-prefix
user: root
$ lsns -o NSF
2 lsns: unknown column: NSF
? 1

### columns-case
user: root
$ lsns -t uts -o nS,tYPE
1         NS TYPE
1 4026531838 uts
? 0

### columns-plus
user: root
$ lsns -t uts -o +Uid -r
1 NS TYPE NPROCS PID USER COMMAND UID
1 4026531838 uts 2 1 root init\x20case 0
? 0

### columns-26-ok
user: root
$ lsns -t uts -rn -o PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID
1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
? 0

### columns-26-plus-filter
user: root
old-2.38.1: differs
$ lsns -t uts -rn -Q UID -o PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID
2 lsns: too many columns specified, the limit is 25 columns
? 1

### columns-attached-short
user: root
$ lsns -tuts -lnoTYPE
1 uts
? 0

### columns-leading-comma
user: root
deviates: D-213
$ lsns -o ,NS
2 lsns: empty column name in ',NS'
? 1
-? 1

### columns-double-comma
user: root
deviates: D-213
$ lsns -o NS,,PID
2 lsns: empty column name in 'NS,,PID'
? 1
-? 1

### columns-plus-only
user: root
deviates: D-213
$ lsns -o +
2 lsns: no column names given
? 1
-? 1

### columns-27-silent
user: root
deviates: D-213
$ lsns -rn -o PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID
2 lsns: too many columns specified, the limit is 26 columns
? 1
-? 1

### columns-trailing-comma
user: root
$ lsns -o NS,
2 lsns: unknown column: NS,
? 1

### columns-last-counts
user: root
note: an earlier list is not even looked at
$ lsns -t uts -o NS,PID -o TYPE; lsns -t uts -o nothing -o TYPE
1 TYPE
1 uts
1 TYPE
1 uts
? 0

### columns-plus-net
user: root
note: NETNSID and NSFS are default columns when net is chosen
$ lsns -t net -lr -o +PPID
1 NS TYPE NPROCS PID USER NETNSID NSFS COMMAND PPID
1 <INO> net 2 1 root unassigned  init\x20case 0
? 0

### columns-all-reversed
user: root
$ lsns -t uts -r -o ons,pns,nsfs,netnsid,user,uid,command,ppid,pid,nprocs,path,type,ns
1 ONS PNS NSFS NETNSID USER UID COMMAND PPID PID NPROCS PATH TYPE NS
1 4026531837 0   root 0 init\x20case 0 1 2 /proc/1/ns/uts uts 4026531838
? 0

### columns-26-filter-reuses
user: root
old-2.38.1: differs
deviates: D-212
note: to the original each name in another spelling is a further column
$ lsns -t uts -rn -Q "pid == 1 and Pid == 1" -o PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID,PID
1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
? 0
-2 lsns: too many columns specified, the limit is 25 columns
-? 1
