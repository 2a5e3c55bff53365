### mount-root
user: root
note: cwd is the root of the mount namespace, outside the jail
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ nsenter -t $T -m -r sh -c "ls /mnt; ls mnt"
1 IN_JAIL
1 IN_NS
1 j
? 0

### mount-wd
user: root
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ nsenter -t $T -m -w readlink /proc/self/cwd
1 /mnt/j/usr/share
? 0

### mount-wd-file-tunnel
user: root
note: directory of the caller's mount namespace
before: unshare -m sh -c 'mount -t tmpfs n1 /mnt && : >/mnt/IN_NS && mkdir /mnt/j && mount --rbind / /mnt/j && mount -t tmpfs n2 /mnt/j/mnt && : >/mnt/j/mnt/IN_JAIL && mount -t tmpfs n3 $D && mount -t tmpfs n4 /mnt/j$D && exec chroot /mnt/j sh -c "cd /usr/share && exec sleep 600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ cd $D; : >HOSTFILE; nsenter -t $T -m -w. ls
1 HOSTFILE
? 0
