### prop-slave-from-shared
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-shared s
$ unshare -m --propagation slave findmnt -no PROPAGATION $T/s
1 private,slave
? 0

### prop-slave-from-private
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-private s
$ unshare -m --propagation slave findmnt -no PROPAGATION $T/s
1 private
? 0

### prop-private-from-shared
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-shared s
$ unshare -m --propagation private findmnt -no PROPAGATION $T/s
1 private
? 0

### prop-private-from-private
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-private s
$ unshare -m --propagation private findmnt -no PROPAGATION $T/s
1 private
? 0

### prop-unchanged-from-shared
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-shared s
$ unshare -m --propagation unchanged findmnt -no PROPAGATION $T/s
1 shared
? 0

### prop-unchanged-from-private
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-private s
$ unshare -m --propagation unchanged findmnt -no PROPAGATION $T/s
1 private
? 0

### prop-default
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-shared s
$ unshare -m findmnt -no PROPAGATION $T/s
1 private
? 0

### prop-last-wins
user: root
tools: findmnt
setup: mkdir s; mount --bind s s; mount --make-shared s
$ unshare -m --propagation shared --propagation private findmnt -no PROPAGATION $T/s
1 private
? 0

### prop-bad-word
user: tester
$ unshare --propagation 'foo' true
2 unshare: unsupported propagation mode: foo
? 1

### prop-bad-empty
user: tester
$ unshare --propagation '' true
2\ unshare: unsupported propagation mode: \n
? 1

### prop-bad-upper
user: tester
$ unshare --propagation 'Private' true
2 unshare: unsupported propagation mode: Private
? 1

### prop-bad-rprivate
user: tester
$ unshare --propagation 'rprivate' true
2 unshare: unsupported propagation mode: rprivate
? 1
