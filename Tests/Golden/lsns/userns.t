### userns-inside
user: root
old-2.38.1: differs
note: what lies outside is 0
$ unshare -U --map-root-user lsns -t user -o TYPE,NPROCS,PNS,ONS,USER -l
1 TYPE NPROCS PNS ONS USER
1 user      1   0   0 root
? 0
