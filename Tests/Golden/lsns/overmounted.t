### overmounted-bind
user: root
old-2.38.1: differs
deviates: D-218
note: something else lies at the path of the mount
setup: sleeper -u; pin uts $A /mnt/u; end $A
setup: touch /mnt/f; mount --bind /mnt/f /mnt/u
$ lsns -t uts -o TYPE,NPROCS,NSFS
1 TYPE NPROCS NSFS
1\ uts       2 \n
? 0
-1 TYPE NPROCS NSFS
-1\ uts       2 \n
-2 lsns: Unsupported ioctl NS_GET_NSTYPE
-? 0
