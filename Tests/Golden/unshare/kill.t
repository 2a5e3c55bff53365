### kill-ok-sig
user: tester
tools: setpriv
$ unshare --kill-child=SIGTERM setpriv --dump | sed -n 's/^Parent death signal: //p'
1 TERM
? 0

### kill-ok-lower
user: tester
tools: setpriv
$ unshare --kill-child=sigterm setpriv --dump | sed -n 's/^Parent death signal: //p'
1 TERM
? 0

### kill-ok-mixed
user: tester
tools: setpriv
$ unshare --kill-child=SigTerm setpriv --dump | sed -n 's/^Parent death signal: //p'
1 TERM
? 0

### kill-ok-iot
user: tester
tools: setpriv
$ unshare --kill-child=IOT setpriv --dump | sed -n 's/^Parent death signal: //p'
1 ABRT
? 0

### kill-ok-cld
user: tester
tools: setpriv
$ unshare --kill-child=CLD setpriv --dump | sed -n 's/^Parent death signal: //p'
1 CHLD
? 0

### kill-ok-poll
user: tester
tools: setpriv
$ unshare --kill-child=POLL setpriv --dump | sed -n 's/^Parent death signal: //p'
1 IO
? 0

### kill-ok-rtmin0
user: tester
tools: setpriv
$ unshare --kill-child=RTMIN+0 setpriv --dump | sed -n 's/^Parent death signal: //p'
1 34
? 0

### kill-ok-rtmax0
user: tester
tools: setpriv
$ unshare --kill-child=RTMAX-0 setpriv --dump | sed -n 's/^Parent death signal: //p'
1 64
? 0

### kill-ok-rtmax30
user: tester
tools: setpriv
$ unshare --kill-child=rtmax-30 setpriv --dump | sed -n 's/^Parent death signal: //p'
1 34
? 0

### kill-ok-rt0
user: tester
tools: setpriv
$ unshare --kill-child=RT0 setpriv --dump | sed -n 's/^Parent death signal: //p'
1 34
? 0

### kill-ok-rt30
user: tester
tools: setpriv
$ unshare --kill-child=RT30 setpriv --dump | sed -n 's/^Parent death signal: //p'
1 64
? 0

### kill-ok-rt-garbage
user: tester
tools: setpriv
$ unshare --kill-child=RT1x setpriv --dump | sed -n 's/^Parent death signal: //p'
1 35
? 0

### kill-bad-number
user: tester
$ unshare --kill-child='9' true
2 unshare: unknown signal: 9
? 1

### kill-bad-sig-only
user: tester
$ unshare --kill-child='SIG' true
2 unshare: unknown signal: SIG
? 1

### kill-bad-rtmin
user: tester
$ unshare --kill-child='RTMIN' true
2 unshare: unknown signal: RTMIN
? 1

### kill-bad-rtmin-minus
user: tester
$ unshare --kill-child='RTMIN-1' true
2 unshare: unknown signal: RTMIN-1
? 1

### kill-bad-rtmax-plus
user: tester
$ unshare --kill-child='RTMAX+1' true
2 unshare: unknown signal: RTMAX+1
? 1

### kill-bad-rt31
user: tester
$ unshare --kill-child='RT31' true
2 unshare: unknown signal: RT31
? 1

### kill-bad-rtmax31
user: tester
$ unshare --kill-child='RTMAX-31' true
2 unshare: unknown signal: RTMAX-31
? 1

### kill-bad-rt
user: tester
$ unshare --kill-child='RT' true
2 unshare: unknown signal: RT
? 1

### kill-bad-rt-space
user: tester
$ unshare --kill-child='RT 1' true
2 unshare: unknown signal: RT 1
? 1

### kill-bad-word
user: tester
$ unshare --kill-child='FOO' true
2 unshare: unknown signal: FOO
? 1

### kill-bad-space
user: tester
$ unshare --kill-child=' TERM' true
2 unshare: unknown signal:  TERM
? 1

### kill-bad-trail
user: tester
$ unshare --kill-child='TERM ' true
2\ unshare: unknown signal: TERM \n
? 1

### kill-bad-exit
user: tester
$ unshare --kill-child='EXIT' true
2 unshare: unknown signal: EXIT
? 1

### kill-bad-emt
user: tester
$ unshare --kill-child='EMT' true
2 unshare: unknown signal: EMT
? 1

### kill-bad-unused
user: tester
$ unshare --kill-child='UNUSED' true
2 unshare: unknown signal: UNUSED
? 1

### kill-bad-rt-huge
user: tester
$ unshare --kill-child='RT99999999999999999999' true
2 unshare: unknown signal: RT99999999999999999999
? 1

### kill-default
user: tester
tools: setpriv
$ unshare --kill-child setpriv --dump | sed -n 's/^Parent death signal: //p'
1 KILL
? 0

### kill-detached-value
user: tester
$ unshare --kill-child TERM
2 unshare: failed to execute TERM: No such file or directory
? 127

### kill-last-wins
user: tester
tools: setpriv
$ unshare --kill-child=TERM --kill-child setpriv --dump | sed -n 's/^Parent death signal: //p'
1 KILL
? 0

### kill-none-with-fork
user: tester
tools: setpriv
$ unshare -f setpriv --dump | sed -n 's/^Parent death signal: //p'
1 [none]
? 0

### kill-works
user: tester
tools: pgrep
$ unshare --kill-child sleep 30 & p=$!; until k=$(pgrep -x -P $p sleep); do sleep 0.02; done; kill -KILL $p; n=0; while s=$(sed -n "s/^State:[^A-Z]*\(.\).*/\1/p" /proc/$k/status 2>/dev/null); [ "${s:-Z}" != Z ] && [ "$s" != X ] && [ $n -lt 250 ]; do n=$((n+1)); sleep 0.02; done; case ${s:-Z} in Z|X) echo gone;; *) echo alive;; esac
1 gone
? 0

### kill-pidns-tree
user: tester
tools: pgrep
$ unshare -rp --kill-child --mount-proc sh -c "sleep 31.$$ & sleep 31.$$" & p=$!; until [ "$(pgrep -cf "^sleep 31[.]$$\$")" = 2 ]; do sleep 0.02; done; kill -KILL $p; n=0; while pgrep -f "^sleep 31[.]$$\$" >/dev/null && [ $n -lt 250 ]; do n=$((n+1)); sleep 0.02; done; [ $n -lt 250 ] && echo gone || echo alive
1 gone
? 0

### kill-lost-on-setuid
user: root
tools: pgrep ps
deviates: D-09
$ unshare --kill-child -S 1001 sh -c "sleep 30 & echo \$! >$T/pid; wait" & p=$!; until [ -s pid ]; do sleep 0.02; done; c=$(pgrep -P $p); kill -9 $p; n=0; while s=$(ps -o s= -p $c); [ "${s:-Z}" != Z ] && [ $n -lt 100 ]; do n=$((n+1)); sleep 0.02; done; case $s in ""|Z) echo dead ;; *) echo alive ;; esac; kill -9 $c $(cat pid) 2>/dev/null; true
1 dead
? 0
-1 alive
-? 0
