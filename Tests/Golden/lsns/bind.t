### bind-drags-owner
user: root
old-2.38.1: differs
note: also in list mode the owner chain of a process-less namespace is listed
setup: sleeper -U --map-root-user -u; pin uts $A /mnt/u; end $A
$ lsns -t user -t uts -P -o NPROCS,USER,TYPE -Q "TYPE == 'user'"; lsns -t user -t uts -P | wc -l
1 NPROCS USER TYPE
1      0 root user
1 3
? 0

### bind-non-user-uid-is-zero
user: root
old-2.38.1: differs
note: created by another user, still shown as 0/root
setup: $as_tester unshare -U --map-root-user -u sleep 1000 & A=$!; await called $A sleep
setup: pin uts $A /mnt/u; end $A
$ lsns -t uts -P -o TYPE,UID,USER
1 TYPE UID USER
1 uts    0 root
? 0

### bind-drags-no-owner
user: root
old-2.38.1: differs
note: the owner is of a kind that was not chosen
setup: sleeper -U --map-root-user -u; pin uts $A /mnt/u; end $A
$ lsns -t uts -P -o TYPE
1 TYPE
1 uts
? 0

### bind-of-pid
user: root
old-2.38.1: differs
setup: unshare -pf sleep 1000 & A=$!; await child_called $A sleep
setup: pin pid $(child $A) /mnt/p; kill -KILL $(child $A); wait $A
$ lsns -t pid -o NS,TYPE,NPROCS,NSFS --tree=parent
1 NS           TYPE NPROCS NSFS
1\ <INO>   pid       2 \n
1 └─<INO> pid       0 /mnt/p
? 0
