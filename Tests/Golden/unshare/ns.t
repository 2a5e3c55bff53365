### ns-new-mnt-m
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/mnt); unshare -m sh -c '[ "$(readlink /proc/self/ns/mnt)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-mnt-Lmount
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/mnt); unshare --mount sh -c '[ "$(readlink /proc/self/ns/mnt)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-uts-Luts
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/uts); unshare --uts sh -c '[ "$(readlink /proc/self/ns/uts)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-net-n
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/net); unshare -n sh -c '[ "$(readlink /proc/self/ns/net)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-user-Luser
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/user); unshare --user sh -c '[ "$(readlink /proc/self/ns/user)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-time-T
user: root
needs: time-namespace
tools: readlink
$ a=$(readlink /proc/self/ns/time); unshare -T sh -c '[ "$(readlink /proc/self/ns/time)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-pid_for_children-pf
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/pid_for_children); unshare -pf sh -c '[ "$(readlink /proc/self/ns/pid_for_children)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-new-pid-Lpid-Lfork
user: root
tools: readlink
$ a=$(readlink /proc/self/ns/pid); unshare --pid --fork sh -c '[ "$(readlink /proc/self/ns/pid)" != "$0" ] && echo new || echo same' "$a"
1 new
? 0

### ns-pid-fork
user: root
$ unshare -fp sh -c "echo \$\$"
1 1
? 0

### ns-mount-proc
user: root
tools: readlink
$ unshare --fork --pid --mount-proc readlink /proc/self
1 1
? 0

### ns-eperm-m
user: tester
$ unshare -m true
2 unshare: unshare failed: Operation not permitted
? 1

### ns-eperm-i
user: tester
$ unshare -i true
2 unshare: unshare failed: Operation not permitted
? 1

### ns-eperm-n
user: tester
$ unshare -n true
2 unshare: unshare failed: Operation not permitted
? 1

### ns-eperm-C
user: tester
$ unshare -C true
2 unshare: unshare failed: Operation not permitted
? 1

### ns-eperm-T
user: tester
$ unshare -T true
2 unshare: unshare failed: Operation not permitted
? 1

### ns-user-plus-m
user: tester
$ unshare -Ufm true
? 0

### ns-user-plus-u
user: tester
$ unshare -Ufu true
? 0

### ns-user-plus-i
user: tester
$ unshare -Ufi true
? 0

### ns-user-plus-p
user: tester
$ unshare -Ufp true
? 0

### ns-user-plus-T
user: tester
needs: time-namespace
$ unshare -UfT true
? 0

### ns-user-limit
user: tester
$ unshare -r sh -c 'echo 0 >/proc/sys/user/max_user_namespaces; unshare -U true'
2 unshare: unshare failed: No space left on device
? 1
