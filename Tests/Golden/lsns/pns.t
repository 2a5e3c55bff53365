### pns-of-outer-pid-ns-hidden
user: root
note: the parent lies outside: EPERM, shown as 0
$ lsns -t pid -o TYPE,PNS -l -p 1
1 TYPE PNS
1 pid    0
? 0
