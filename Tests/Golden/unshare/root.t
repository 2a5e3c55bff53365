### root-empty
user: root
$ unshare --root '' true
2 unshare: cannot change root directory to '': No such file or directory
? 1

### root-eperm
user: tester
$ unshare -R / true
2 unshare: cannot change root directory to '/': Operation not permitted
? 1

### root-userns
user: tester
$ unshare -rR / pwd
1 /
? 0

### root-defaults-wd-to-slash
user: root
setup: mkdir jail; mount --bind / jail
$ unshare -R $T/jail pwd
1 /
? 0

### root-wd-inside
user: root
setup: mkdir jail; mount --bind / jail
$ unshare -R $T/jail -w /etc pwd
1 /etc
? 0

### root-wd-missing-inside
user: root
old-2.38.1: differs
setup: mkdir jail; mount -t tmpfs none jail
$ mkdir only-outside; unshare -R $T/jail -w $T/only-outside true
2 unshare: cannot change directory to $T/only-outside: No such file or directory
? 1

### root-mount-proc-inside
user: root
tools: readlink
setup: mkdir jail; mount --bind / jail
$ unshare -fp -R $T/jail --mount-proc readlink /proc/self
1 1
? 0
