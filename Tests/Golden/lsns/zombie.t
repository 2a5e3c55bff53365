### zombie
user: root
old-2.38.1: differs
note: a zombie counts in its pid and user namespaces only: jail shell, sleep, zombie, lsns
setup: zombie
$ lsns -t pid -t user -t mnt -t uts -o TYPE,NPROCS -l
1 TYPE NPROCS
1 user      4
1 uts       3
1 mnt       3
1 pid       4
? 0

### zombie-comm
user: root
note: cmdline of a zombie is empty, comm is shown
setup: zombie
$ lsns $(ino pid 1) -o COMMAND
1 COMMAND
1 init case
1 ├─sleep 1000
1 │ └─sleep
1 └─lsns <INO> -o COMMAND
? 0

### zombie-list
user: root
setup: zombie
$ lsns -J -t pid -t uts -l -o TYPE,NPROCS | grep -c nprocs; lsns -p 1 -t pid -o COMMAND
1 2
1 COMMAND
1 init case
? 0
