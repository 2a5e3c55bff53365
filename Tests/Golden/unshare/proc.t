### proc-implies-mount
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/mnt); unshare --mount-proc sh -c '[ "$(readlink /proc/self/ns/mnt)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### proc-custom-dir
user: root
tools: findmnt readlink
$ mkdir p; unshare -fp --mount-proc=$T/p sh -c "readlink p/self; findmnt -no OPTIONS $T/p"
1 2
1 rw,nosuid,nodev,noexec,relatime
? 0

### proc-custom-dir-unchanged
user: root
tools: readlink
$ mkdir p; unshare -fp --propagation unchanged --mount-proc=$T/p readlink p/self
1 1
? 0

### proc-missing-dir
user: root
$ unshare --mount-proc=/no/such true
2 unshare: mount /no/such failed: No such file or directory
? 1

### proc-file-target
user: root
$ unshare --mount-proc=/etc/passwd true
2 unshare: mount /etc/passwd failed: Not a directory
? 1

### proc-empty-dir
user: root
$ unshare --mount-proc= true
2 unshare: mount  failed: No such file or directory
? 1

### proc-eperm-no-userns
user: tester
$ unshare --mount-proc true
2 unshare: unshare failed: Operation not permitted
? 1

### proc-eperm-no-pidns
user: tester
$ unshare -r --mount-proc true
2 unshare: mount /proc failed: Operation not permitted
? 1

### proc-userns-pidns
user: tester
tools: readlink
$ unshare -rpf --mount-proc readlink /proc/self
1 1
? 0

### proc-last-wins
user: root
$ unshare --mount-proc=/no/such --mount-proc true
? 0

### proc-noroot-plain-dir-leaks-mount
user: root
tools: findmnt
note: a target that is not a mount point cannot be made private, the EINVAL is ignored and the mount propagates back
setup: mkdir s; mount -t tmpfs none s; mkdir s/p; mount --make-shared s
$ unshare -m --propagation unchanged --mount-proc=$T/s/p true; findmnt -rno FSTYPE $T/s/p
1 proc
? 0
