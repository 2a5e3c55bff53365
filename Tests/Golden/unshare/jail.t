### jail-propagation-einval
user: root
tools: chroot
jailed: yes
note: the root directory is not a mount point
setup: mkdir -p jail/usr jail/b jail/proc; mount --bind /usr jail/usr; for i in bin sbin lib lib32 lib64; do [ -e /$i ] && ln -s usr/$i jail/$i; done; cp -L "$BIN/unshare" jail/b/; mount --bind /proc jail/proc
$ chroot $T/jail /b/unshare -m true
2 unshare: cannot change root filesystem propagation: Invalid argument
? 1

### jail-propagation-unchanged
user: root
tools: chroot
jailed: yes
setup: mkdir -p jail/usr jail/b jail/proc; mount --bind /usr jail/usr; for i in bin sbin lib lib32 lib64; do [ -e /$i ] && ln -s usr/$i jail/$i; done; cp -L "$BIN/unshare" jail/b/; mount --bind /proc jail/proc
$ chroot $T/jail /b/unshare -m --propagation unchanged echo ran
1 ran
? 0

### jail-userns-eperm
user: root
tools: chroot
jailed: yes
setup: mkdir -p jail/usr jail/b jail/proc; mount --bind /usr jail/usr; for i in bin sbin lib lib32 lib64; do [ -e /$i ] && ln -s usr/$i jail/$i; done; cp -L "$BIN/unshare" jail/b/; mount --bind /proc jail/proc
$ chroot $T/jail /b/unshare -U true
2 unshare: unshare failed: Operation not permitted
? 1
