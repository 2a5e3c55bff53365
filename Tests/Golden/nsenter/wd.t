### wd-bare-beats-dir
user: root
before: cd /usr/share; plain; cd /
after: kill $T
$ nsenter -t $T -u -w -w/usr readlink /proc/self/cwd
1 /usr/share
? 0

### wd-equals
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -n -w=/usr pwd
1 /usr
? 0

### wd-long
user: root
before: plain
after: kill $T
$ nsenter -t $T -n --wd=/usr pwd
1 /usr
? 0

### wd-missing-equals
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -n -w=/nonexistent pwd
2 nsenter: cannot open /nonexistent: No such file or directory
? 1

### wd-empty
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -n -w= pwd
2 nsenter: cannot open : No such file or directory
? 1

### wd-file
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -w/etc/passwd pwd
2 nsenter: change directory by working directory file descriptor failed: Not a directory
? 1

### wd-target
user: root
before: cd /usr/share; plain; cd /
after: kill $T
$ nsenter -t $T -n -w readlink /proc/self/cwd
1 /usr/share
? 0

### wd-file-before-namespace
user: root
before: plain
after: kill $T
$ cd $D; mkdir sub; nsenter -t $T -n -wsub pwd
1 <DIR>/sub
? 0

### wd-bare-then-dir-missing
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -w -w/nonexistent true
2 nsenter: cannot open /nonexistent: No such file or directory
? 1
