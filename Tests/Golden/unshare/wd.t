### wd-abs
user: tester
$ unshare --wd / pwd
1 /
? 0

### wd-short
user: tester
$ unshare -w/ pwd
1 /
? 0

### wd-empty
user: tester
old-2.38.1: differs
$ unshare --wd '' true
2 unshare: cannot change directory to : No such file or directory
? 1

### wd-file
user: tester
old-2.38.1: differs
$ unshare --wd /etc/passwd true
2 unshare: cannot change directory to /etc/passwd: Not a directory
? 1

### wd-noperm
user: tester
old-2.38.1: differs
setup: mkdir -m 700 x
$ unshare --wd $T/x true
2 unshare: cannot change directory to $T/x: Permission denied
? 1

### wd-last-wins
user: tester
$ unshare -w /no/such -w / pwd
1 /
? 0

### wd-then-relative-program
user: tester
$ mkdir d; cp /bin/echo d/e; unshare -w d ./e hi
1 hi
? 0
