### opt-missing-arg
user: root
$ lsns -t
2 lsns: option requires an argument -- 't'
2 Try 'lsns --help' for more information.
? 1

### opt-unknown-long
user: root
$ lsns --foo
2 lsns: unrecognized option '--foo'
2 Try 'lsns --help' for more information.
? 1

### opt-no-arg-allowed
user: root
$ lsns --json=1
2 lsns: option '--json' doesn't allow an argument
2 Try 'lsns --help' for more information.
? 1

### opt-bad-short
user: root
$ lsns -x
2 lsns: invalid option -- 'x'
2 Try 'lsns --help' for more information.
? 1

### opt-missing-long
user: root
$ lsns --task
2 lsns: option '--task' requires an argument
2 Try 'lsns --help' for more information.
? 1

### opt-argument-zero
user: root
old-2.38.1: differs
$ bash -c "exec -a /opt/x/lsns lsns -Z"; bash -c "exec -a /opt/x/lsns lsns -t x"; bash -c "exec -a /opt/x/lsns lsns -V"
1 lsns from util-linux 2.42.4
2 /opt/x/lsns: invalid option -- 'Z'
2 Try 'lsns --help' for more information.
2 lsns: unknown namespace type: x
? 0

### opt-version-before-error
user: root
old-2.38.1: differs
$ lsns -V -Z; lsns -Z -V
1 lsns from util-linux 2.42.4
2 lsns: invalid option -- 'Z'
2 Try 'lsns --help' for more information.
? 1

### opt-filter-error-before-version
user: root
old-2.38.1: differs
$ lsns -Q "==" -V
2 lsns: failed to parse "==": syntax error, unexpected EQ
? 1

### opt-dash-dash
user: root
$ lsns -l -o USER -- 4026531838
1 USER
1 root
1 root
? 0

### opt-posixly-correct
user: root
note: the first operand ends the options
$ POSIXLY_CORRECT=1 lsns 4026531838 -l -o USER
1 PID PPID USER COMMAND
1   1    0 root init case
1   3    1 root └─lsns 4026531838 -l -o USER
? 0
