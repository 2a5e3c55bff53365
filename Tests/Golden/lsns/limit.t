### limit-7
user: root
setup: mkfifo f; sleeper -u; exec 9</proc/$A/ns/uts; kill $A; wait $A
$ { read x <f; exec prlimit --nofile=7:7 lsns -l -n -r -o TYPE,NPROCS; } | { echo >f; exec sort; }
1 cgroup 3
1 ipc 3
1 mnt 3
1 net 3
1 pid 3
1 time 3
1 user 3
1 uts 0
1 uts 3
? 0

### limit-8
user: root
setup: mkfifo f; sleeper -n
$ { read x <f; exec prlimit --nofile=8:8 lsns -l -n -r -t net -o TYPE,NPROCS,NETNSID; } | { echo >f; exec sort; }
1 net 1 unassigned
1 net 3 unassigned
? 0
