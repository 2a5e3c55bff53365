# Every combination of closed standard streams: statuses, and what comes out of the open ones.

### closed-true
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
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
user: tester
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare false </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
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
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-not-executable
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare /etc/passwd </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 126 [] unshare: failed to execute /etc/passwd: Permission denied
1 126 [<&-] unshare: failed to execute /etc/passwd: Permission denied
1 126 [>&-] unshare: failed to execute /etc/passwd: Permission denied
1 1 [2>&-]
1 126 [<&- >&-] unshare: failed to execute /etc/passwd: Permission denied
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-version
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --version </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] unshare from util-linux 2.42.4
1 0 [<&-] unshare from util-linux 2.42.4
1 0 [>&-]
1 0 [2>&-] unshare from util-linux 2.42.4
1 0 [<&- >&-]
1 0 [<&- 2>&-] unshare from util-linux 2.42.4
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-unknown-option
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --nosuch </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: unrecognized option '--nosuch' Try 'unshare --help' for more information.
1 1 [<&-] unshare: unrecognized option '--nosuch' Try 'unshare --help' for more information.
1 1 [>&-] unshare: unrecognized option '--nosuch' Try 'unshare --help' for more information.
1 1 [2>&-]
1 1 [<&- >&-] unshare: unrecognized option '--nosuch' Try 'unshare --help' for more information.
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-bad-value
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -S x true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: failed to parse uid: 'x'
1 1 [<&-] unshare: failed to parse uid: 'x'
1 1 [>&-] unshare: failed to parse uid: 'x'
1 1 [2>&-]
1 1 [<&- >&-] unshare: failed to parse uid: 'x'
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-writes
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -u sh -c 'echo out; echo err >&2' </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] out err
1 0 [<&-] out err
1 0 [>&-] sh: 1: echo: echo: I/O error err
1 2 [2>&-] out
1 0 [<&- >&-] sh: 1: echo: echo: I/O error err
1 2 [<&- 2>&-] out
1 2 [>&- 2>&-]
1 2 [<&- >&- 2>&-]
? 0

### closed-map
user: tester
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -r cat /proc/self/uid_map </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] 0 1001 1
1 0 [<&-] 0 1001 1
1 1 [>&-] cat: standard output: Bad file descriptor
1 0 [2>&-] 0 1001 1
1 1 [<&- >&-] cat: standard output: Bad file descriptor
1 0 [<&- 2>&-] 0 1001 1
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-helper
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --map-users 0:0:1 --map-groups 0:0:1 true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-helper-not-found
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --map-users 0:0:1 --map-groups 0:0:1 nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-helper-fails
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --map-users 0:0:1,1:0:1 true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: invalid mapping '0:0:1,1:0:1'
1 1 [<&-] unshare: invalid mapping '0:0:1,1:0:1'
1 1 [>&-] unshare: invalid mapping '0:0:1,1:0:1'
1 1 [2>&-]
1 1 [<&- >&-] unshare: invalid mapping '0:0:1,1:0:1'
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-helper-root-fails
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --map-users 0:0:1 -R /nosuch true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [<&-] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [>&-] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-unshare-fails
user: tester
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -n true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: unshare failed: Operation not permitted
1 1 [<&-] unshare: unshare failed: Operation not permitted
1 1 [>&-] unshare: unshare failed: Operation not permitted
1 1 [2>&-]
1 1 [<&- >&-] unshare: unshare failed: Operation not permitted
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-bind-fails
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -m --uts=/nosuch true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [<&-] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [>&-] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-bind-helpers-fail
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --uts=/nosuch -m --map-users 0:0:1 true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [<&-] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [>&-] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] unshare: mount /proc/<PID>/ns/uts on /nosuch failed: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-fork-not-found
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -f nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-kill-child-not-found
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -f --kill-child nosuchprogram </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 127 [] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [<&-] unshare: failed to execute nosuchprogram: No such file or directory
1 127 [>&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [2>&-]
1 127 [<&- >&-] unshare: failed to execute nosuchprogram: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-pid-proc
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -fp --mount-proc --kill-child true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-time
user: root
needs: time-namespace
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -T --boottime 5 true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-root-fails
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -R /nosuch true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [<&-] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [>&-] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] unshare: cannot change root directory to '/nosuch': No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-wd-fails
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -w /nosuch true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: cannot change directory to /nosuch: No such file or directory
1 1 [<&-] unshare: cannot change directory to /nosuch: No such file or directory
1 1 [>&-] unshare: cannot change directory to /nosuch: No such file or directory
1 1 [2>&-]
1 1 [<&- >&-] unshare: cannot change directory to /nosuch: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-setgroups-fails
user: tester
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -r -G 0 true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: setgroups failed: Operation not permitted
1 1 [<&-] unshare: setgroups failed: Operation not permitted
1 1 [>&-] unshare: setgroups failed: Operation not permitted
1 1 [2>&-]
1 1 [<&- >&-] unshare: setgroups failed: Operation not permitted
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-unknown-user
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --map-user nosuchuser true </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] unshare: failed to parse uid 'nosuchuser'
1 1 [<&-] unshare: failed to parse uid 'nosuchuser'
1 1 [>&-] unshare: failed to parse uid 'nosuchuser'
1 1 [2>&-]
1 1 [<&- >&-] unshare: failed to parse uid 'nosuchuser'
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-forward-killed
user: root
$ for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare --forward-signals sh -c 'kill -9 \$\$' </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 137 [] Killed
1 137 [<&-] Killed
1 137 [>&-] Killed
1 137 [2>&-]
1 137 [<&- >&-] Killed
1 137 [<&- 2>&-]
1 137 [>&- 2>&-]
1 137 [<&- >&- 2>&-]
? 0
