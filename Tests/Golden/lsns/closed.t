# Every combination of closed standard streams: statuses, and what comes out of the open ones.

### closed-list
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -t uts -n -o TYPE,COMMAND </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] uts init case
1 0 [<&-] uts init case
1 0 [>&-]
1 0 [2>&-] uts init case
1 0 [<&- >&-]
1 0 [<&- 2>&-] uts init case
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-raw
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -t uts -n -r -o TYPE,NPROCS </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] uts 2
1 0 [<&-] uts 2
1 0 [>&-]
1 0 [2>&-] uts 2
1 0 [<&- >&-]
1 0 [<&- 2>&-] uts 2
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-json
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -J -t uts -o TYPE </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] { "namespaces": [ { "type": "uts" } ] }
1 0 [<&-] { "namespaces": [ { "type": "uts" } ] }
1 0 [>&-]
1 0 [2>&-] { "namespaces": [ { "type": "uts" } ] }
1 0 [<&- >&-]
1 0 [<&- 2>&-] { "namespaces": [ { "type": "uts" } ] }
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-task-bad
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -p 99999999999 </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: invalid PID argument: '99999999999': Numerical result out of range
1 1 [<&-] lsns: invalid PID argument: '99999999999': Numerical result out of range
1 1 [>&-] lsns: invalid PID argument: '99999999999': Numerical result out of range
1 1 [2>&-]
1 1 [<&- >&-] lsns: invalid PID argument: '99999999999': Numerical result out of range
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-task-missing
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -p 2000000000 </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-version
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns --version </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 [] lsns from util-linux 2.42.4
1 0 [<&-] lsns from util-linux 2.42.4
1 0 [>&-]
1 0 [2>&-] lsns from util-linux 2.42.4
1 0 [<&- >&-]
1 0 [<&- 2>&-] lsns from util-linux 2.42.4
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0

### closed-unknown-option
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns --nosuch </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: unrecognized option '--nosuch' Try 'lsns --help' for more information.
1 1 [<&-] lsns: unrecognized option '--nosuch' Try 'lsns --help' for more information.
1 1 [>&-] lsns: unrecognized option '--nosuch' Try 'lsns --help' for more information.
1 1 [2>&-]
1 1 [<&- >&-] lsns: unrecognized option '--nosuch' Try 'lsns --help' for more information.
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-kind
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -t nosuch </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: unknown namespace type: nosuch
1 1 [<&-] lsns: unknown namespace type: nosuch
1 1 [>&-] lsns: unknown namespace type: nosuch
1 1 [2>&-]
1 1 [<&- >&-] lsns: unknown namespace type: nosuch
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-column
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -o NOSUCH </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: unknown column: NOSUCH
1 1 [<&-] lsns: unknown column: NOSUCH
1 1 [>&-] lsns: unknown column: NOSUCH
1 1 [2>&-]
1 1 [<&- >&-] lsns: unknown column: NOSUCH
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-filter
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -Q '(' </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: failed to parse "(": syntax error, unexpected end of file
1 1 [<&-] lsns: failed to parse "(": syntax error, unexpected end of file
1 1 [>&-] lsns: failed to parse "(": syntax error, unexpected end of file
1 1 [2>&-]
1 1 [<&- >&-] lsns: failed to parse "(": syntax error, unexpected end of file
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-not-found
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns 1 </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: not found namespace: 1
1 1 [<&-] lsns: not found namespace: 1
1 1 [>&-] lsns: not found namespace: 1
1 1 [2>&-]
1 1 [<&- >&-] lsns: not found namespace: 1
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-exclusive
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -J -r </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 1 [] lsns: options --json and --raw cannot be combined
1 1 [<&-] lsns: options --json and --raw cannot be combined
1 1 [>&-] lsns: options --json and --raw cannot be combined
1 1 [2>&-]
1 1 [<&- >&-] lsns: options --json and --raw cannot be combined
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-columns
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "lsns -H -r | cut -d\" \" -f1,2 </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 1 [<&-] cut: -: Bad file descriptor cut: -: Bad file descriptor
1 0 [>&-]
1 0 [2>&-]
1 1 [<&- >&-] cut: -: Bad file descriptor cut: -: Bad file descriptor
1 1 [<&- 2>&-]
1 0 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-no-mountinfo
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -m sh -c 'mount -t tmpfs none /proc; exec lsns' </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 32 [] lsns: failed to parse /proc/self/mountinfo: No such file or directory
1 32 [<&-] lsns: failed to parse /proc/self/mountinfo: No such file or directory
1 32 [>&-] lsns: failed to parse /proc/self/mountinfo: No such file or directory
1 1 [2>&-]
1 32 [<&- >&-] lsns: failed to parse /proc/self/mountinfo: No such file or directory
1 1 [<&- 2>&-]
1 1 [>&- 2>&-]
1 1 [<&- >&- 2>&-]
? 0

### closed-no-processes
user: root
$ cd $D
> for c in '' '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
> : >o; : >e; eval "unshare -m sh -c 'mount -t tmpfs none /proc; mkdir /proc/self; : >/proc/self/mountinfo; exec lsns' </dev/null >o 2>e $c"; echo "$? [$c]" $(cat o e); done
1 0 []
1 0 [<&-]
1 0 [>&-]
1 0 [2>&-]
1 0 [<&- >&-]
1 0 [<&- 2>&-]
1 0 [>&- 2>&-]
1 0 [<&- >&- 2>&-]
? 0
