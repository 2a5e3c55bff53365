### u-plain-net-file
user: tester
deviates: D-153
before: plain
after: kill $T
$ nsenter --net=/proc/$T/ns/net true
? 0
-2 nsenter: reassociate to namespace 'ns/net' failed: Operation not permitted
-? 1

### u-plain-all
user: tester
deviates: D-153
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -a true
? 0
-2 nsenter: reassociate to namespaces failed: Operation not permitted
-? 1

### u-root-process-net
user: tester
old-2.38.1: differs
$ nsenter -t 1 -n true
2 nsenter: reassociate to namespaces failed: Operation not permitted
? 1

### u-root-process-all
user: tester
$ nsenter -t 1 -a true
2 nsenter: stat of /proc/1/ns/user failed: Permission denied
? 1

### u-root-process-root
user: tester
$ nsenter -t 1 -r --net=/proc/self/ns/net true
2 nsenter: cannot open /proc/1/root: Permission denied
? 1

### u-root-process-netsock
user: tester
old-2.38.1: differs
$ nsenter -t 1 -N 3 true
2 nsenter: pidfd_getfd(3, 3): Operation not permitted
? 1

### u-user-unmapped
user: tester
before: target --user
after: kill $T
$ nsenter -t $T -U id
2 nsenter: setgroups failed: Operation not permitted
? 1

### u-user-unmapped-preserve
user: tester
before: target --user
after: kill $T
$ nsenter -t $T -U --preserve-credentials sh -c "id -u; id -g"
1 65534
1 65534
? 0

### u-user-maproot-preserve
user: tester
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U --preserve-credentials sh -c "id -u; id -g"
1 0
1 0
? 0

### u-user-file-net-file
user: tester
before: target --user --map-root-user --net
after: kill $T
$ snap; nsenter --user=/proc/$T/ns/user --net=/proc/$T/ns/net --preserve-credentials sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=target uts=both
? 0

### u-user-file-net-target
user: tester
old-2.38.1: differs
deviates: D-103
note: defect since 2.41: the pidfd call comes before the user namespace file
before: target --user --map-root-user --net
after: kill $T
$ nsenter --user=/proc/$T/ns/user -t $T -n --preserve-credentials true
? 0
-2 nsenter: reassociate to namespaces failed: Operation not permitted
-? 1

### u-user-target-net-file
user: tester
before: target --user --map-root-user --net
after: kill $T
$ snap; nsenter -t $T -U --net=/proc/$T/ns/net --preserve-credentials sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=target uts=both
? 0

### u-all-rootless
user: tester
deviates: D-153
old-2.38.1: differs
note: the target shares namespaces of the initial user namespace
before: target --user --map-root-user --net --uts
after: kill $T
$ nsenter -t $T -a --preserve-credentials true
? 0
-2 nsenter: reassociate to namespaces failed: Operation not permitted
-? 1

### u-all-complete
user: tester
note: every kind belongs to the entered user namespace
before: pidtarget --user --map-root-user --net --uts --ipc --mount --cgroup --time
after: kill -KILL $T
$ snap; nsenter -t $T -a --preserve-credentials sh -c "$REL"
1 cgroup=target ipc=target mnt=target net=target pid=target time=target user=target uts=target
? 0

### u-env-own
user: tester
old-2.38.1: differs
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U -e --preserve-credentials sh -c 'echo "$HOME $D"'
1 / <DIR>
? 0

### u-setgid-preserve
user: tester
note: the denied setgroups is not reported with --preserve-credentials
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U --preserve-credentials -G 0 id -g
1 0
? 0

### u-setgid-unmapped
user: tester
old-2.38.1: differs
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U --preserve-credentials -G 5 id -g
2 nsenter: setgid() failed: Invalid argument
? 1

### u-subuid-enter
user: tester
needs: newuidmap
before: target --user --map-auto --map-root-user
after: kill $T
$ nsenter -t $T -U sh -c "id -u; id -g; id -G"
1 0
1 0
1 0
? 0

### u-subuid-setuid
user: tester
needs: newuidmap
before: target --user --map-auto --map-root-user
after: kill $T
$ nsenter -t $T -U -S 5 -G 6 sh -c "id -u; id -g; id -G"
1 5
1 6
1 6
? 0

### u-subuid-follow
user: tester
needs: newuidmap
old-2.38.1: differs
before: target --user --map-auto --map-current-user
after: kill $T
$ nsenter -t $T -U -S follow -G follow sh -c "id -u; id -g"
1 1001
1 1001
? 0

### u-subuid-env-preserve
user: tester
needs: newuidmap
old-2.38.1: differs
deviates: D-141
before: target --user --map-auto --map-current-user --setuid=0 --setgid=0
after: kill $T
$ nsenter -t $T -U -e --preserve-credentials true
? 0
-2 nsenter: cannot open /proc/<PID>/environ: Permission denied
-? 1

### u-user-pid
user: tester
before: pidtarget --user --map-root-user
after: kill -KILL $T
$ nsenter -t $T -U -p --preserve-credentials sh -c '[ $$ -lt 20 ] && echo small'
1 small
? 0

### u-pid-without-user
user: tester
old-2.38.1: differs
before: pidtarget --user --map-root-user
after: kill -KILL $T
$ nsenter -t $T -p true
2 nsenter: reassociate to namespaces failed: Operation not permitted
? 1

### u-keepcaps-user-only
user: tester
old-2.38.1: differs
deviates: D-101
note: defect: no effect when only the user namespace is entered
before: target --user --map-current-user
after: kill $T
$ nsenter -t $T -U --keep-caps --preserve-credentials grep -E "Cap(Inh|Prm|Eff|Amb)" /proc/self/status
1 CapInh:	000001ffffffffff
1 CapPrm:	000001ffffffffff
1 CapEff:	000001ffffffffff
1 CapAmb:	000001ffffffffff
? 0
-1 CapInh:	0000000000000000
-1 CapPrm:	0000000000000000
-1 CapEff:	0000000000000000
-1 CapAmb:	0000000000000000
-? 0

### u-keepcaps-with-net
user: tester
old-2.38.1: differs
note: all four sets are full (digits masked)
before: target --user --map-current-user --net
after: kill $T
$ nsenter -t $T -U -n --keep-caps --preserve-credentials grep -E "Cap(Inh|Prm|Eff|Amb)" /proc/self/status | tr 1-9a-f X
1 CXpInh:	00000XXXXXXXXXXX
1 CXpPrm:	00000XXXXXXXXXXX
1 CXpEXX:	00000XXXXXXXXXXX
1 CXpAmX:	00000XXXXXXXXXXX
? 0

### u-no-keepcaps
user: tester
before: target --user --map-current-user --net
after: kill $T
$ nsenter -t $T -U -n --preserve-credentials grep -E "Cap(Inh|Prm|Eff|Amb)" /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### u-keepcaps-without-user
user: tester
deviates: D-153
old-2.38.1: differs
$ nsenter --keep-caps --net=/proc/self/ns/net true
? 0
-2 nsenter: reassociate to namespace 'ns/net' failed: Operation not permitted
-? 1

### u-netsock-userns
user: tester
old-2.38.1: differs
before: unshare --user --map-root-user --net perl -MSocket -MPOSIX -e '$^F=30; socket(my $s,PF_INET,SOCK_DGRAM,0) or die; POSIX::dup2(fileno($s),9); exec "sleep","600"' </dev/null >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ snap; nsenter -t $T -U -N 9 --preserve-credentials sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=target uts=both
? 0

### u-netsock-host
user: tester
old-2.38.1: differs
before: socktarget
after: kill $T
$ nsenter -t $T -N 9 true
2 nsenter: ioctl(4, SIOCGSKNS): Operation not permitted
? 1

### u-user-parent-nested
user: tester
old-2.38.1: differs
before: target --user --map-root-user unshare --user --map-root-user
after: kill $T
$ nsenter -t $T --user-parent --preserve-credentials id -u
1 0
? 0

### u-user-parent-net-target
user: tester
old-2.38.1: differs
deviates: D-103
note: defect: the pidfd call for the network comes before the parent user namespace
before: target --user --map-root-user unshare --user --map-root-user --net
after: kill $T
$ nsenter -t $T --user-parent -n --preserve-credentials true
? 0
-2 nsenter: reassociate to namespaces failed: Operation not permitted
-? 1

### u-user-parent-net-file
user: tester
old-2.38.1: differs
note: user is neither the target's nor the caller's
before: target --user --map-root-user unshare --user --map-root-user --net
after: kill $T
$ snap; nsenter -t $T --user-parent --net=/proc/$T/ns/net --preserve-credentials sh -c "$REL"
1 cgroup=both ipc=both mnt=both net=target pid=both time=both user=other uts=both
? 0

### u-root-wd-target
user: tester
before: cd /usr/share; target --user --map-root-user; cd /
after: kill $T
$ nsenter -t $T -U -r -w --preserve-credentials readlink /proc/self/cwd
1 /usr/share
? 0

### u-wd-unreadable
user: tester
note: search permission alone is not enough
before: plain; mkdir -m 0111 $D/x
after: kill $T
$ nsenter -t $T -n -w$D/x true
2 nsenter: cannot open <DIR>/x: Permission denied
? 1

### u-help
user: tester
$ nsenter --help >/dev/null && echo ok
1 ok
? 0

### u-user-bad-file-net
user: tester
$ nsenter --user=/etc/passwd -n/proc/self/ns/net true
2 nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
? 1

### u-follow-unmapped
user: tester
before: target --user
after: kill $T
$ nsenter -t $T -U -S follow true
2 nsenter: setgroups failed: Operation not permitted
? 1

### u-keepcaps-file
user: tester
before: target --user --map-current-user --net
after: kill $T
$ nsenter -U/proc/$T/ns/user -n/proc/$T/ns/net --keep-caps --preserve-credentials grep -E "Cap(Inh|Amb)" /proc/self/status
1 CapInh:	000001ffffffffff
1 CapAmb:	000001ffffffffff
? 0

### u-env-denied
user: tester
$ nsenter -t 1 -U -e true; nsenter -t 1 -n/proc/self/ns/net -e true
2 nsenter: cannot open /proc/1/environ: Permission denied
2 nsenter: cannot open /proc/1/environ: Permission denied
? 1

### u-root-file-denied
user: tester
$ nsenter -t 1 -n/proc/self/ns/net -r true; nsenter -t 1 -n/proc/self/ns/net -w true
2 nsenter: cannot open /proc/1/root: Permission denied
2 nsenter: cannot open /proc/1/cwd: Permission denied
? 1

### u-target-other-user
user: tester
$ nsenter -t 1 -n true; nsenter -t 1 -a true; nsenter -t 1 -U true
2 nsenter: reassociate to namespaces failed: Operation not permitted
2 nsenter: stat of /proc/1/ns/user failed: Permission denied
2 nsenter: reassociate to namespaces failed: Operation not permitted
? 1
