### fakeproc-comm-parens
user: root
setup: fake_proc; fake 77 5 'a) S 9 (b' ''; show_fake
$ lsns -o PID,PPID,COMMAND
1 PID PPID COMMAND
1  77    5 a) S 9 (b
? 0

### fakeproc-pid-from-stat
user: root
note: PID and PPID come from the stat text; a process without stat is skipped
setup: fake_proc
setup: fake 77 5 x 'one\0two\0'
setup: echo '78 (x) S 6 1' >$R/77/stat
setup: fake 78 1 y 'seventy-eight\0'
setup: rm $R/78/stat
setup: show_fake
$ lsns -o PID,PPID,COMMAND
1 PID PPID COMMAND
1  78    6 seventy-eight
? 0

### fakeproc-uid
user: root
note: UID is printed as a signed 32-bit number, USER as unsigned
setup: fake_proc; fake 77 5 x 'x\0'; chown 4294967294 $R/77; show_fake
$ lsns -o UID,USER,PID
1 UID USER       PID
1  -2 4294967294  77
? 0

### fakeproc-uid-filter
user: root
old-2.38.1: differs
deviates: D-220
note: the original takes the printed -2 for the value
setup: fake_proc; fake 77 5 x 'x\0'; chown 4294967294 $R/77; show_fake
$ lsns -o UID,USER,PID -Q "UID > 5"
1 UID USER       PID
1  -2 4294967294  77
? 0
-2 lsns: failed to apply filter: Numerical result out of range
-? 1

### fakeproc-comm-fallback
user: root
note: no brackets
setup: fake_proc; fake 77 5 'k worker/0' ''; show_fake
$ lsns -o COMMAND
1 COMMAND
1 k worker/0
? 0

### fakeproc-mountinfo-nsfs
user: root
note: file-system type is matched without regard to case; broken lines are skipped
setup: fake_proc
setup: fake 77 5 x 'x\0'
setup: printf '%s\n' '9 1 0:4 uts:[4026531838] /a\040b rw shared:3 - NSFS nsfs rw' '# c' 'junk' '9 1 0:4 uts:[4026531838] /c - nsfs nsfs rw' '9 1 0:4 uts:[4026531838] /d rw - nsfs nsfs rw' >$R/self/mountinfo
setup: show_fake
$ lsns -o NSFS,PID -W
1 NSFS    PID
1 /a b,/d  77
? 0

### fakeproc-no-trailing-nul
user: root
setup: fake_proc; fake 77 5 x 'one\0two'; show_fake
$ lsns -o COMMAND,PID
1 COMMAND PID
1 one tw   77
? 0

### fakeproc-bad-stat
user: root
deviates: D-202
setup: fake_proc; fake 77 5 x 'x\0'; fake 78 5 y 'y\0'
setup: echo 'no process' >$R/78/stat; show_fake
$ lsns -o PID,NPROCS
1 PID NPROCS
1  77      1
? 0
-? 1

### fakeproc-empty-stat
user: root
old-2.38.1: differs
deviates: D-202
setup: fake_proc; fake 77 5 x 'x\0'; fake 78 5 y 'y\0'
setup: : >$R/78/stat; show_fake
$ lsns -o PID,NPROCS
1 PID NPROCS
1  77      1
? 0
-? 1

### fakeproc-short-stat
user: root
deviates: D-202
setup: fake_proc; fake 77 5 x 'x\0'; fake 78 5 y 'y\0'
setup: echo '78 (y) S' >$R/78/stat; show_fake
$ lsns -o PID,NPROCS
1 PID NPROCS
1  77      1
? 0
-? 1

### fakeproc-other-names
user: root
note: no number, no directory, no stat: no process
setup: fake_proc; fake 77 5 x 'x\0'; fake 12x 1 y 'y\0'; fake -3 1 y 'y\0'
setup: : >$R/99; mkdir $R/98; show_fake
$ lsns -o PID,NPROCS
1 PID NPROCS
1  77      1
? 0

### fakeproc-no-text
user: root
setup: fake_proc; fake 77 5 x 'x\0'
setup: rm $R/77/comm $R/77/cmdline; show_fake
$ lsns -o COMMAND,PID | cat -A
1 COMMAND PID$
1          77$
? 0

### fakeproc-no-mountinfo
user: root
old-2.38.1: differs
setup: fake_proc; fake 77 5 x 'x\0'; rm $R/self/mountinfo; show_fake
$ lsns
2 lsns: failed to parse /proc/self/mountinfo: No such file or directory
? 32

### fakeproc-no-link
user: root
note: a process without that namespace is no row, and none hangs below it
setup: fake_proc; fake 77 78 x 'x\0'; fake 78 1 y 'y\0'
setup: umount $R/78/ns/uts; rm -r $R/78/ns; show_fake
$ lsns 4026531838 -o PID,PPID,COMMAND
1 PID PPID COMMAND
1  77   78 x
? 0

### fakeproc-mountinfo-blanks
user: root
note: tabs, escapes, an unfinished escape, no brackets, no newline at the end
setup: fake_proc; fake 77 5 x 'x\0'
setup: printf '9\t1  0:4\tuts:[4026531838] /a\\134b rw - nsfs x y\n\n9 1 0:4 uts:[4026531838] /c\\1 rw a:1 b - nsfs x y\n9 1 0:4 uts:4026531838 /d rw - nsfs x y' >$R/self/mountinfo; show_fake
$ lsns -o NSFS,PID -W
1 NSFS      PID
1 /a\b,/c\1  77
? 0
