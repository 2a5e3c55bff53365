### fork-exit-code
user: tester
$ unshare -f sh -c "exit 7"
? 7

### fork-exit-255
user: tester
$ unshare --fork sh -c "exit 255"
? 255

### fork-child-dies-KILL
user: tester
tools: perl
old-2.38.1: differs
note: the printed number is the signal that ended unshare itself
$ perl -e 'system("unshare","-f","sh","-c","kill -KILL \$\$"); print $? & 127, "\n"'
1 9
? 0

### fork-child-dies-HUP
user: tester
tools: perl
note: the printed number is the signal that ended unshare itself
$ perl -e 'system("unshare","-f","sh","-c","kill -HUP \$\$"); print $? & 127, "\n"'
1 1
? 0

### fork-child-dies-PIPE
user: tester
tools: perl
note: the printed number is the signal that ended unshare itself
$ perl -e 'system("unshare","-f","sh","-c","kill -PIPE \$\$"); print $? & 127, "\n"'
1 13
? 0

### fork-ignores-int
user: tester
$ unshare -f sh -c "kill -INT \$PPID; sleep 0.2; exit 3"
? 3

### fork-parent-dies-hup
user: tester
tools: perl
$ perl -e 'system("unshare","-f","sh","-c","kill -HUP \$PPID; until [ -e go ]; do sleep 0.02; done; echo child goes on; : >gone"); print $? & 127, "\n"'; : >go; until [ -e gone ]; do sleep 0.02; done
1 1
1 child goes on
? 0

### fork-child-mask-restored
user: tester
$ env --block-signal=TERM,USR1 unshare -f grep SigBlk /proc/self/status
1 SigBlk:	0000000000004200
? 0

### fork-ignored-kept
user: tester
$ env --ignore-signal=TERM,INT unshare -f grep SigIgn /proc/self/status
1 SigIgn:	0000000000004002
? 0

### fork-reraise-as-init
user: tester
note: unshare is pid 1 itself, the re-raised signal does not end it; the text after the last colon is whatever errno held
$ unshare -rfp unshare -f sh -c "kill -TERM \$\$"
2 unshare: child exit failed: Success
? 1

### fork-core-dump-doubled
user: tester
deviates: D-22
tools: perl
note: the parent raises the signal in itself and dumps a core of its own; depends on core_pattern
$ ulimit -c unlimited; perl -e 'system("unshare","-f","sh","-c","ulimit -c 0; kill -SEGV \$\$"); print $? & 127, " ", $? & 128, "\n"'
1 11 0
? 0
-1 11 128
-? 0
