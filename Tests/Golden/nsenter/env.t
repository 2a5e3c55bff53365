### env-reversed
user: root
old-2.38.1: differs
note: order of the target reversed; nothing of the caller left
before: envtarget A=1 B=2 C=3
after: kill $T
$ nsenter -t $T -n -e /usr/bin/env
1 C=3
1 B=2
1 A=1
? 0

### env-malformed-skipped
user: root
old-2.38.1: differs
before: envtarget NOEQ A=1 "" B=2
after: kill $T
$ nsenter -t $T -n -e /usr/bin/env
1 B=2
1 A=1
? 0

### env-values
user: root
old-2.38.1: differs
before: envtarget A= B=a=b=c "C=x y"
after: kill $T
$ nsenter -t $T -n -e /usr/bin/env
1 C=x y
1 B=a=b=c
1 A=
? 0

### env-empty
user: root
old-2.38.1: differs
before: envtarget
after: kill $T
$ nsenter -t $T -n -e /usr/bin/env
? 0

### env-path-of-target
user: root
old-2.38.1: differs
before: envtarget PATH=/nowhere
after: kill $T
$ nsenter -t $T -n -e env
2 nsenter: failed to execute env: No such file or directory
? 127

### env-no-path-default
user: root
old-2.38.1: differs
note: without PATH the C library default /bin:/usr/bin is searched
before: envtarget X=1
after: kill $T
$ nsenter -t $T -n -e env
1 X=1
? 0

### env-shell-of-target
user: root
old-2.38.1: differs
before: envtarget SHELL=/usr/bin/env X=1
after: kill $T
$ SHELL=/bin/false nsenter -t $T -n -e
1 X=1
1 SHELL=/usr/bin/env
? 0

### env-missing-process
user: root
old-2.38.1: differs
$ nsenter -t 4194305 -e --net=/proc/self/ns/net true
2 nsenter: cannot open /proc/4194305/environ: No such file or directory
? 1

### env-empty-name
user: root
before: envtarget A=1 =x B=2
after: kill $T
$ nsenter -t $T -n -e true
2 nsenter: failed to set environment variables: Invalid argument
? 1

### env-duplicates
user: root
before: envtarget A=1 B=2 A=3
after: kill $T
$ nsenter -t $T -n -e /usr/bin/env
1 A=3
1 B=2
? 0

### env-shell-relative
user: root
before: envtarget SHELL=bin/true
after: kill $T
$ cd /; nsenter -t $T -n -e </dev/null; echo $?
1 0
? 0

### env-without-path-script
user: root
before: envtarget X=1
after: kill $T
$ nsenter -t $T -n -e sh -c "echo \$PATH"
1 /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
? 0

### env-kernel-thread
user: root
$ nsenter -t 2 -n -e true; echo $?
1 1
2 nsenter: cannot open /proc/2/environ: No such process
? 0
