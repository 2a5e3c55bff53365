### output-all-flat
user: root
$ lsns --output-all -t uts -r
1 NS TYPE PATH NPROCS PID PPID COMMAND UID USER NETNSID NSFS PNS ONS
1 4026531838 uts /proc/1/ns/uts 2 1 0 init\x20case 0 root   0 4026531837
? 0

### output-all-then-o
user: root
$ lsns -o TYPE --output-all -t uts
1 TYPE
1 uts
? 0

### output-all-tree
user: root
setup: sleeper -u
$ lsns --output-all -Tprocess -r -t uts
1 NS TYPE PATH NPROCS PID PPID COMMAND UID USER NETNSID NSFS PNS ONS
1 4026531838 uts /proc/1/ns/uts 2 1 0 init\x20case 0 root   0 4026531837
1 <INO> uts /proc/3/ns/uts 1 3 1 \xe2\x94\x94\xe2\x94\x80sleep\x201000 0 root   0 4026531837
? 0

### output-device-full
user: root
$ lsns >/dev/full
2 lsns: write error: No space left on device
? 1

### output-closed
user: root
note: no error
$ lsns >&-
? 0

### output-closed-pipe
user: root
setup: mkfifo pipe; exec 7<>pipe 8>pipe; exec 7<&-
$ lsns -t uts >&8; echo $?; (trap "" PIPE; lsns -t uts >&8; echo $?)
1 141
1 0
? 0
