### binfmt-default
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ unshare -rfp --mount-binfmt ls /proc/sys/fs/binfmt_misc
1 register
1 status
? 0

### binfmt-dir
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
note: with a directory no proc is mounted
$ mkdir b; unshare -r --mount-binfmt=$T/b ls $T/b
1 register
1 status
? 0

### binfmt-missing-dir
user: tester
needs: binfmt_misc-in-userns
old-2.38.1: differs
$ unshare -r --mount-binfmt=/no/such true
2 unshare: mount /no/such failed: No such file or directory
? 1
