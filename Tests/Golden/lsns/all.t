### all-constant-types
user: root
needs: time-namespace
$ lsns -l -t time -t cgroup -t user -t uts -t ipc -o NS,TYPE,NPROCS,PATH
1         NS TYPE   NPROCS PATH
1 4026531834 time        2 /proc/1/ns/time
1 4026531835 cgroup      2 /proc/1/ns/cgroup
1 4026531837 user        2 /proc/1/ns/user
1 4026531838 uts         2 /proc/1/ns/uts
1 4026531839 ipc         2 /proc/1/ns/ipc
? 0
