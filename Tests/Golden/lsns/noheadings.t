### noheadings-hints
user: root
old-2.38.1: differs
note: NPROCS has one digit: header gone, width 1; TYPE and PNS: see the width rules
setup: sleeper -u
$ lsns -t uts -t ipc -l -n -o NS,TYPE,NPROCS,USER,UID,PNS
1 4026531838 uts   2 root 0 0
1 4026531839 ipc   3 root 0 0
1 <INO> uts   1 root 0 0
? 0

### noheadings-narrow
user: root
old-2.38.1: differs
$ lsns -n -t uts -o TYPE,NPROCS,PID,UID,NSFS,USER
1 uts   2 1 0  root
? 0
