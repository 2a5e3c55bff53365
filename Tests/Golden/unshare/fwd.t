### fwd-ignored-lost
user: tester
deviates: D-12
old-2.38.1: differs
note: with forwarding an inherited ignore of TERM and INT is lost (defect)
$ env --ignore-signal=TERM,INT unshare --forward-signals grep SigIgn /proc/self/status
1 SigIgn:	0000000000004002
? 0
-1 SigIgn:	0000000000000000
-? 0

### fwd-term
user: tester
old-2.38.1: differs
$ unshare --forward-signals sh -c 'trap "echo got TERM; exit 9" TERM; sleep 0.2; kill -TERM $PPID; i=0; while [ $i -lt 150 ]; do sleep 0.1; i=$((i+1)); done; exit 1'
1 got TERM
? 9

### fwd-int
user: tester
old-2.38.1: differs
$ unshare --forward-signals sh -c 'trap "echo got INT; exit 9" INT; sleep 0.2; kill -INT $PPID; i=0; while [ $i -lt 150 ]; do sleep 0.1; i=$((i+1)); done; exit 1'
1 got INT
? 9

### fwd-hup-not-forwarded
user: tester
tools: perl
old-2.38.1: differs
$ perl -e 'system("unshare","--forward-signals","sh","-c","trap \"echo got HUP\" HUP; sleep 0.2; kill -HUP \$PPID; until [ -e go ]; do sleep 0.02; done; echo child goes on; : >gone"); print $? & 127, "\n"'; : >go; until [ -e gone ]; do sleep 0.02; done
1 1
1 child goes on
? 0

### fwd-child-default-term
user: tester
tools: perl
old-2.38.1: differs
$ perl -e 'system("unshare","--forward-signals","sh","-c","sleep 0.2; kill -TERM \$PPID; exec sleep 15"); print $? & 127, "\n"'
1 15
? 0

### fwd-exit-code
user: tester
old-2.38.1: differs
$ unshare --forward-signals sh -c "exit 11"
? 11

### fwd-pidns-init-default
user: tester
old-2.38.1: differs
note: default action of a forwarded signal does not hit a pid namespace init
$ unshare -rp --forward-signals sh -c ': >up; until [ -e go ]; do sleep 0.02; done; echo init survived' & p=$!; until [ -e up ]; do sleep 0.02; done; kill -TERM $p; sleep 0.3; : >go; wait $p; echo $?
1 init survived
1 0
? 0

### fwd-with-kill-child
user: tester
tools: setpriv
old-2.38.1: differs
$ unshare --forward-signals --kill-child=USR1 setpriv --dump | sed -n 's/^Parent death signal: //p'
1 USR1
? 0
