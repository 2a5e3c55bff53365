### abbrev-unique
user: root
old-2.38.1: differs
note: the three abbreviations are accepted; fd 0 of the target is no socket
before: plain
after: kill $T
$ nsenter --targ=$T --net-s=0 --no true
2 nsenter: ioctl(4, SIOCGSKNS): Inappropriate ioctl for device
? 1

### abbrev-t-1
user: root
$ nsenter --t=1 2>&1 | head -n 1
1 nsenter: option '--t=1' is ambiguous; possibilities: '--target' '--time'
? 0

### abbrev-ti
user: root
$ nsenter --ti 2>&1 | head -n 1
1 nsenter: no target PID specified
? 0

### abbrev-us
user: root
$ nsenter --us 2>&1 | head -n 1
1 nsenter: option '--us' is ambiguous; possibilities: '--user' '--user-parent'
? 0

### abbrev-use
user: root
$ nsenter --use 2>&1 | head -n 1
1 nsenter: option '--use' is ambiguous; possibilities: '--user' '--user-parent'
? 0

### abbrev-user
user: root
$ nsenter --user 2>&1 | head -n 1
1 nsenter: no target PID specified
? 0

### abbrev-net
user: root
$ nsenter --net 2>&1 | head -n 1
1 nsenter: no target PID specified
? 0

### abbrev-no
user: root
$ nsenter --no 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-ns
user: root
$ nsenter --ns 2>&1 | head -n 1
1 nsenter: unrecognized option '--ns'
? 0

### abbrev-se
user: root
$ nsenter --se 2>&1 | head -n 1
1 nsenter: option '--se' is ambiguous; possibilities: '--setuid' '--setgid'
? 0

### abbrev-setu-7
user: root
$ nsenter --setu=7 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-pr
user: root
$ nsenter --pr 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-k
user: root
$ nsenter --k 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-j
user: root
$ nsenter --j 2>&1 | head -n 1
1 nsenter: --join-cgroup is only supported in cgroup v2
? 0

### abbrev-fo
user: root
$ nsenter --fo 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-fol
user: root
$ nsenter --fol 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-e
user: root
$ nsenter --e 2>&1 | head -n 1
1 nsenter: neither filename nor target pid supplied for environ
? 0

### abbrev-al
user: root
$ nsenter --al 2>&1 | head -n 1
1 nsenter: stat of /proc/0/ns/user failed: No such file or directory
? 0

### abbrev-ro
user: root
$ nsenter --ro 2>&1 | head -n 1
1 nsenter: neither filename nor target pid supplied for root
? 0

### abbrev-m
user: root
$ nsenter --m 2>&1 | head -n 1
1 nsenter: no target PID specified
? 0

### abbrev-c
user: root
$ nsenter --c 2>&1 | head -n 1
1 nsenter: no target PID specified
? 0

### abbrev-ip
user: root
$ nsenter --ip 2>&1 | head -n 1
1 nsenter: no target PID specified
? 0

### abbrev-we
user: root
$ nsenter --we 2>&1 | head -n 1
1 nsenter: unrecognized option '--we'
? 0

### abbrev-wdn
user: root
$ nsenter --wdn 2>&1 | head -n 1
1 nsenter: no namespace specified
? 0

### abbrev-V
user: root
$ nsenter --V 2>&1 | head -n 1
1 nsenter: unrecognized option '--V'
? 0

### abbrev-ver
user: root
$ nsenter --ver 2>&1 | head -n 1
1 nsenter from util-linux 2.42.4
? 0

### abbrev-ne-x
user: root
$ nsenter --ne=/x 2>&1 | head -n 1
1 nsenter: option '--ne=/x' is ambiguous; possibilities: '--net' '--net-socket'
? 0
