### held-by-fd
user: root
old-2.38.1: differs
setup: sleeper -u; exec 9</proc/$A/ns/uts; end $A
$ lsns -t uts -o TYPE,NPROCS,USER -P
1 TYPE NPROCS USER
1 uts       0 root
? 0

### held-by-socket
user: root
tools: perl nsenter
old-2.38.1: differs
setup: socket PF_INET SOCK_DGRAM
$ lsns -t net -P -o TYPE,NPROCS,USER,NETNSID
1 TYPE NPROCS USER    NETNSID
1 net       0 root unassigned
? 0

### held-by-unix-socket
user: root
tools: perl nsenter
old-2.38.1: differs
setup: socket PF_UNIX SOCK_STREAM
$ lsns -t net -P -o TYPE,NPROCS,USER
1 TYPE NPROCS USER
1 net       0 root
? 0

### held-by-fd-type-filter
user: root
old-2.38.1: differs
setup: sleeper -u; exec 9</proc/$A/ns/uts; end $A
$ lsns -t ipc -P
? 0

### held-by-fd-listed
user: root
old-2.38.1: differs
setup: sleeper -u; exec 9</proc/$A/ns/uts; end $A
$ lsns -t uts -J
1 {
1    "namespaces": [
1       {
1          "ns": 4026531838,
1          "type": "uts",
1          "nprocs": 2,
1          "pid": 1,
1          "user": "root",
1          "command": "init case"
1       },{
1          "ns": <INO>,
1          "type": "uts",
1          "nprocs": 0,
1          "pid": null,
1          "user": "root",
1          "command": null
1       }
1    ]
1 }
? 0

### held-by-fd-user
user: root
old-2.38.1: differs
note: the user who made it
setup: $as_tester unshare -U --map-root-user sleep 1000 & A=$!; await called $A sleep
setup: exec 9</proc/$A/ns/user; end $A
$ lsns -t user -P -o TYPE,UID,USER
1 TYPE  UID USER
1 user 1001 tester
? 0

### held-by-fd-of-a-process
user: root
old-2.38.1: differs
setup: sleeper -u; exec 9</proc/$A/ns/uts
$ lsns -t uts -t ipc -P -o TYPE; lsns -t uts -o TYPE,NPROCS
1 TYPE NPROCS
1 uts       2
1 uts       1
? 0
