### root-target-tunnel-cwd
user: root
note: cwd stays outside the new root
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ cd $D; : >HOSTFILE; nsenter -t $T -u -r sh -c "ls; ls /mnt"
1 HOSTFILE
1 IN_JAIL
? 0

### root-target-wd-target
user: root
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ nsenter -t $T -u -r -w sh -c "readlink /proc/self/cwd; ls /mnt"
1 /usr/share
1 IN_JAIL
? 0

### root-target-wdns-none
user: root
old-2.38.1: differs
note: -W without argument does nothing
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ cd $D; : >HOSTFILE; nsenter -t $T -u -r -W ls
1 HOSTFILE
? 0

### root-bare-beats-dir
user: root
note: for the root directory the bare form wins whatever the order
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ nsenter -t $T -u -r -r/ -W/mnt ls
1 IN_JAIL
? 0

### root-equals-not-stripped
user: root
note: unlike every other option the short form keeps the equals sign
before: plain
after: kill $T
$ nsenter -t $T -n -r=/ true
2 nsenter: cannot open =/: No such file or directory
? 1

### root-long-equals
user: root
before: plain
after: kill $T
$ nsenter -t $T -n --root=/ true
? 0

### root-empty
user: root
before: plain
after: kill $T
$ nsenter -t $T -n --root= true
2 nsenter: cannot open : No such file or directory
? 1

### root-then-late-bare
user: root
before: plain
after: kill $T
$ nsenter -t $T -u --root=/nonexistent -r true
2 nsenter: cannot open /nonexistent: No such file or directory
? 1

### root-file
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -r/etc/passwd true
2 nsenter: change directory by root file descriptor failed: Not a directory
? 1

### root-long
user: root
before: plain
after: kill $T
$ nsenter -t $T -n --root=/ pwd
1 /
? 0

### root-and-wd
user: root
before: plain
after: kill $T
$ cd /usr; nsenter -t $T -n -r/ -wshare pwd
1 /usr/share
? 0
