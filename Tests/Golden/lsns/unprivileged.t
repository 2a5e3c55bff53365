### unprivileged
user: tester
note: only the processes of that user are seen
setup: $as_tester sleep 1000 & await called $! sleep
$ lsns -t uts -t ipc -o TYPE,NPROCS,PNS,USER,COMMAND -l
1 TYPE NPROCS PNS USER   COMMAND
1 uts       2   0 tester sleep 1000
1 ipc       2   0 tester sleep 1000
? 0

### unprivileged-userns
user: tester
old-2.38.1: differs
$ unshare -U --map-root-user lsns -t user -t uts -o TYPE,NPROCS,PNS,USER --tree
1 TYPE NPROCS PNS USER
1 uts       1   0 root
1 user      1   0 root
? 0

### unprivileged-all
user: tester
$ lsns --output-all -r -t uts -t user
1 NS TYPE PATH NPROCS PID PPID COMMAND UID USER NETNSID NSFS PNS ONS
1 4026531837 user /proc/3/ns/user 1 3 1 lsns\x20--output-all\x20-r\x20-t\x20uts\x20-t\x20user 1001 tester   0 0
1 4026531838 uts /proc/3/ns/uts 1 3 1 lsns\x20--output-all\x20-r\x20-t\x20uts\x20-t\x20user 1001 tester   0 4026531837
? 0
