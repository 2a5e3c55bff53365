### default-list
user: root
setup: sleeper -u
$ lsns -t uts -t ipc -l
1         NS TYPE NPROCS PID USER COMMAND
1 4026531838 uts       2   1 root init case
1 4026531839 ipc       3   1 root init case
1 <INO> uts       1   3 root sleep 1000
? 0

### default-tree
user: root
setup: sleeper -u
$ lsns -t uts -t ipc
1         NS TYPE NPROCS PID USER COMMAND
1 4026531838 uts       2   1 root init case
1 4026531839 ipc       3   1 root init case
1 <INO> uts       1   3 root └─sleep 1000
? 0

### default-tree-json
user: root
setup: sleeper -u
$ lsns -J -t uts
1 {
1    "namespaces": [
1       {
1          "ns": 4026531838,
1          "type": "uts",
1          "nprocs": 2,
1          "pid": 1,
1          "user": "root",
1          "command": "init case",
1          "children": [
1             {
1                "ns": <INO>,
1                "type": "uts",
1                "nprocs": 1,
1                "pid": 3,
1                "user": "root",
1                "command": "sleep 1000"
1             }
1          ]
1       }
1    ]
1 }
? 0

### default-every-kind
user: root
setup: sleeper -U --map-root-user -m -u -i -n -C
$ lsns -nrl -p $A -o TYPE,NPROCS,COMMAND >out; sort out
1 cgroup 1 sleep\x201000
1 ipc 1 sleep\x201000
1 mnt 1 sleep\x201000
1 net 1 sleep\x201000
1 pid 3 init\x20case
1 time 3 init\x20case
1 user 1 sleep\x201000
1 uts 1 sleep\x201000
? 0

### default-time
user: root
needs: time-namespace
old-2.38.1: differs
setup: unshare -Tf sleep 1000 & await child_called $! sleep
$ lsns -t time -o TYPE,NPROCS,COMMAND
1 TYPE NPROCS COMMAND
1 time      3 init case
1 time      1 sleep 1000
? 0

### default-net-mounted
user: root
old-2.38.1: differs
setup: sleeper -n; pin net $A "/mnt/a b"
$ lsns -t net -o TYPE,NPROCS,NSFS,COMMAND -Q NSFS
1 TYPE NPROCS NSFS     COMMAND
1 net       1 /mnt/a b sleep 1000
? 0
