# Every combination of closed standard streams: statuses, and what comes out of the open ones.

### closed-version
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter --version </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] nsenter from util-linux 2.42.4
1 0 [<&-] nsenter from util-linux 2.42.4
1 0 [>&-]
1 0 [2>&-] nsenter from util-linux 2.42.4
1 0 [<&- >&-]
1 0 [<&- 2>&-] nsenter from util-linux 2.42.4
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-nothing
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: no namespace specified
1 1 [<&-] nsenter: no namespace specified
1 1 [>&-] nsenter: no namespace specified
1 1 [2>&-]
1 1 [<&- >&-] nsenter: no namespace specified
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-unknown-option
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter --nosuch </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: unrecognized option '--nosuch' Try 'nsenter --help' for more information.
1 1 [<&-] nsenter: unrecognized option '--nosuch' Try 'nsenter --help' for more information.
1 1 [>&-] nsenter: unrecognized option '--nosuch' Try 'nsenter --help' for more information.
1 1 [2>&-]
1 1 [<&- >&-] nsenter: unrecognized option '--nosuch' Try 'nsenter --help' for more information.
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-bad-value
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -S x true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: failed to parse uid: 'x'
1 1 [<&-] nsenter: failed to parse uid: 'x'
1 1 [>&-] nsenter: failed to parse uid: 'x'
1 1 [2>&-]
1 1 [<&- >&-] nsenter: failed to parse uid: 'x'
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-true
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-false
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u false </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 []
1 1 [<&-]
1 1 [>&-]
1 1 [2>&-]
1 1 [<&- >&-]
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-not-found
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-not-executable
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u /etc/passwd </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 126 [] nsenter: failed to execute /etc/passwd: Permission denied
1 126 [<&-] nsenter: failed to execute /etc/passwd: Permission denied
1 126 [>&-] nsenter: failed to execute /etc/passwd: Permission denied
1 1 [2>&-]
1 126 [<&- >&-] nsenter: failed to execute /etc/passwd: Permission denied
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-writes
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u sh -c 'echo out; echo err >&2' </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] out err
1 0 [<&-] out err
1 0 [>&-] sh: 1: echo: echo: I/O error err
1 2 [2>&-] out
1 0 [<&- >&-] sh: 1: echo: echo: I/O error err
1 2 [<&- 2>&-] out
1 2 [>&- 2>&-]
1 2 [<&- >&- 2>&-]
? 0

### closed-all
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -a true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-all-root-wd-not-found
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -a -r -w nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-pid
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -p true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-pid-not-found
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -p nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-file-missing
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -u/proc/self/ns/uts -n/nosuch true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: cannot open /nosuch: No such file or directory
1 1 [<&-] nsenter: cannot open /nosuch: No such file or directory
1 1 [>&-] nsenter: cannot open /nosuch: No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] nsenter: cannot open /nosuch: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-file-no-namespace
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -u/proc/self/ns/uts -n/proc/self/ns/net -i/etc/passwd true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: reassociate to namespace 'ns/ipc' failed: Invalid argument
1 1 [<&-] nsenter: reassociate to namespace 'ns/ipc' failed: Invalid argument
1 1 [>&-] nsenter: reassociate to namespace 'ns/ipc' failed: Invalid argument
1 1 [2>&-]
1 1 [<&- >&-] nsenter: reassociate to namespace 'ns/ipc' failed: Invalid argument
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-root-no-directory
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -u/proc/self/ns/uts -r/etc/passwd true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: change directory by root file descriptor failed: Not a directory
1 1 [<&-] nsenter: change directory by root file descriptor failed: Not a directory
1 1 [>&-] nsenter: change directory by root file descriptor failed: Not a directory
1 1 [2>&-]
1 1 [<&- >&-] nsenter: change directory by root file descriptor failed: Not a directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-wd-no-directory
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -u/proc/self/ns/uts -w/etc/passwd true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: change directory by working directory file descriptor failed: Not a directory
1 1 [<&-] nsenter: change directory by working directory file descriptor failed: Not a directory
1 1 [>&-] nsenter: change directory by working directory file descriptor failed: Not a directory
1 1 [2>&-]
1 1 [<&- >&-] nsenter: change directory by working directory file descriptor failed: Not a directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-target-missing
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t 2000000000 -u true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: cannot open /proc/2000000000/ns/uts: No such file or directory
1 1 [<&-] nsenter: cannot open /proc/2000000000/ns/uts: No such file or directory
1 1 [>&-] nsenter: cannot open /proc/2000000000/ns/uts: No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] nsenter: cannot open /proc/2000000000/ns/uts: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-target-bad
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t 99999999999 -u true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: invalid PID argument
1 1 [<&-] nsenter: invalid PID argument
1 1 [>&-] nsenter: invalid PID argument
1 1 [2>&-]
1 1 [<&- >&-] nsenter: invalid PID argument
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-environment
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u -e true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-environment-not-found
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u -e nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-follow-not-found
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -u -S follow -G follow nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] nsenter: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-net-socket
user: root
deviates: D-139
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T -N 77 true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: pidfd_getfd(3, 77): Bad file descriptor
1 1 [<&-] nsenter: pidfd_getfd(3, 77): Bad file descriptor
1 1 [>&-] nsenter: pidfd_getfd(3, 77): Bad file descriptor
1 1 [2>&-]
1 1 [<&- >&-] nsenter: pidfd_getfd(3, 77): Bad file descriptor
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0
-1 1 [] nsenter: pidfd_getfd(3, 77): Bad file descriptor
-1 1 [<&-] nsenter: pidfd_getfd(0, 77): Bad file descriptor
-1 1 [>&-] nsenter: pidfd_getfd(1, 77): Bad file descriptor
-1 1 [2>&-]
-1 1 [<&- >&-] nsenter: pidfd_getfd(0, 77): Bad file descriptor
-1 1 [<&- 2>&-]
-1 1 [>&- 2>&-]
-1 1 [<&- >&- 2>&-]
-? 0

### closed-target-inode
user: root
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -t $T:1 -u true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
1 1 [<&-] nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
1 1 [>&-] nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
1 1 [2>&-]
1 1 [<&- >&-] nsenter: failed to obtain a valid file descriptor for PID <PID>: No such process
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-refused
user: tester
before: plain
after: kill $T
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> cd $D; : >o; : >e; eval "nsenter -U/proc/self/ns/user true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
1 1 [<&-] nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
1 1 [>&-] nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
1 1 [2>&-]
1 1 [<&- >&-] nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0
