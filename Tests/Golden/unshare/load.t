### load-basic
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ printf ABCD >prog; chmod 755 prog; unshare -rfp -l :x:M::ABCD::/bin/echo: ./prog a b
1 ./prog a b
? 0

### load-last-only
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: only the last definition is registered
$ unshare -rfp -l :x:M::ABCD::/bin/echo: -l :y:M::ABCE::/bin/echo: ls /proc/sys/fs/binfmt_misc
1 register
1 status
1 y
? 0

### load-fixed-no-root
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ printf ABCD >prog; chmod 755 prog; unshare -rfp -l :x:M::ABCD::/bin/echo:F ./prog a
1 ./prog a
? 0

### load-fixed-root
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ unshare -rfp -R / -l :x:M::ABCD::/bin/echo:F ls /proc/sys/fs/binfmt_misc
1 register
1 status
1 x
? 0

### load-bad-fixed-root
user: tester
old-2.38.1: differs
$ unshare -rfp -R / -l foo:F true
2 unshare: write failed /proc/sys/fs/binfmt_misc/register: Invalid argument
? 1

### load-bad-interp-fixed
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ unshare -rfp -l :x:M::ABCD::/no/such:F true
2 unshare: write failed /proc/sys/fs/binfmt_misc/register: No such file or directory
? 1

### load-empty
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: nothing is written
$ unshare -rfp -l '' ls /proc/sys/fs/binfmt_misc
1 register
1 status
? 0

### load-unmapped-root
user: root
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: without a uid map the register file cannot be opened
$ unshare -fp -l :x:M::ABCD::/bin/echo: true
2 unshare: cannot open /proc/sys/fs/binfmt_misc/register: Permission denied
? 1

### load-needs-pidns
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ unshare -r -l :x:M::ABCD::/bin/echo: true
2 unshare: mount /proc failed: Operation not permitted
? 1

### load-dir-before
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: directory given first: no proc mount is implied
$ mkdir b; unshare -r --mount-binfmt=$T/b -l :x:M::ABCD::/bin/echo: ls $T/b
1 register
1 status
1 x
? 0

### load-dir-after
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: directory given second: the proc mount implied by -l stays
$ mkdir b; unshare -r -l :x:M::ABCD::/bin/echo: --mount-binfmt=$T/b ls $T/b
2 unshare: mount /proc failed: Operation not permitted
? 1

### load-fixed-colon-delimiter
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: the interpreter exists outside only
setup: mkdir jail hidden; mount --bind / jail; mount -t tmpfs none hidden; cp /bin/echo hidden/my-echo; chmod -R 755 hidden
$ printf ABCD >prog; chmod 755 prog; unshare -rfp -R $T/jail -l ":x:M::ABCD::$T/hidden/my-echo:F" $T/prog a
1 $T/prog a
? 0

### load-fixed-other-delimiter
user: root
old-2.38.1: differs
deviates: D-18
setup: mkdir jail hidden; mount --bind / jail; mount -t tmpfs none hidden; cp /bin/echo hidden/my-echo; chmod -R 755 hidden; printf ABCD >prog; chmod 755 prog
$ unshare -rfp -R $T/jail -l "+x+M++ABCD++$T/hidden/my-echo+F" $T/prog a
1 $T/prog a
? 0
-2 unshare: write failed /proc/sys/fs/binfmt_misc/register: No such file or directory
-? 1
