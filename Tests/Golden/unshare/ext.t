### ext-hostname
user: tester
tools: hostname
ours-only: yes
$ unshare -ru --hostname inside hostname
1 inside
? 0

### ext-hostname-keeps-the-outside
user: root
tools: hostname
ours-only: yes
$ a=$(hostname); unshare -u --hostname inside true; [ "$a" = "$(hostname)" ] && echo same
1 same
? 0

### ext-domainname
user: tester
ours-only: yes
$ unshare -ru --domainname inside cat /proc/sys/kernel/domainname
1 inside
? 0

### ext-hostname-empty
user: tester
ours-only: yes
$ unshare -ru --hostname= cat /proc/sys/kernel/hostname
1
? 0

### ext-hostname-needs-uts
user: tester
ours-only: yes
$ unshare -r --hostname inside true
2 unshare: option --hostname needs a new namespace: add --uts
? 1

### ext-domainname-needs-uts
user: tester
ours-only: yes
$ unshare -r --domainname inside true
2 unshare: option --domainname needs a new namespace: add --uts
? 1

### ext-hostname-64
user: tester
ours-only: yes
$ unshare -ru --hostname 1234567890123456789012345678901234567890123456789012345678901234 cat /proc/sys/kernel/hostname
1 1234567890123456789012345678901234567890123456789012345678901234
? 0

### ext-hostname-65
user: tester
ours-only: yes
$ unshare -ru --hostname 12345678901234567890123456789012345678901234567890123456789012345 true
2 unshare: --hostname: the name is longer than 64 bytes: '12345678901234567890123456789012345678901234567890123456789012345'
? 1

### ext-hostname-missing-value
user: tester
ours-only: yes
$ unshare -ru --hostname
2 unshare: option '--hostname' requires an argument
2 Try 'unshare --help' for more information.
? 1

### ext-exact-names-only
user: tester
ours-only: yes
$ unshare -ru --hostnam inside true
2 unshare: unrecognized option '--hostnam'
2 Try 'unshare --help' for more information.
? 1

### ext-loopback
user: tester
ours-only: yes
note: an address of its own on lo shows that it is up
$ for o in "" --loopback; do unshare -rn $o cat /proc/net/if_inet6 | wc -l; done
1 0
1 1
? 0

### ext-loopback-needs-net
user: tester
ours-only: yes
$ unshare -r --loopback true
2 unshare: option --loopback needs a new namespace: add --net
? 1

### ext-loopback-takes-no-value
user: tester
ours-only: yes
$ unshare -rn --loopback=x true
2 unshare: option '--loopback' doesn't allow an argument
2 Try 'unshare --help' for more information.
? 1

### ext-clear-env
user: tester
ours-only: yes
$ unshare --clear-env env
? 0

### ext-clear-env-shell
user: tester
ours-only: yes
note: SHELL is not seen either; the shell of the account is started
$ echo 'echo $0; echo ${T-none}' | SHELL=/bin/sh unshare --clear-env
1 -bash
1 none
? 0

### ext-whitelist-env
user: tester
ours-only: yes
$ A=1 B='x y' C=3 EMPTY= unshare --whitelist-env B,EMPTY,NOTSET env
1 B=x y
1 EMPTY=
? 0

### ext-whitelist-env-path
user: tester
ours-only: yes
$ mkdir d; printf '#!/bin/sh\necho found\n' >d/prog; chmod 755 d/prog; PATH=$T/d:$PATH; unshare --whitelist-env PATH prog; unshare --whitelist-env HOME prog
1 found
2 unshare: failed to execute prog: No such file or directory
? 127

### ext-whitelist-env-bad-name
user: tester
ours-only: yes
$ unshare --whitelist-env A=1 env
2 unshare: not the name of an environment variable: 'A=1'
? 1

### ext-dry-run
user: tester
needs: newuidmap
ours-only: yes
$ unshare --dry-run --map-auto -r -fp --mount-proc --kill-child=TERM -S 0 echo hello
1 this process: set SIGCHLD to its default action
1 this process: fork a helper that will have newuidmap and newgidmap write uid_map "0 1001 1, 1 100000 65536" and gid_map "0 1001 1, 1 100000 65536"
1 this process: unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS)
1 this process: let the helper write the id maps, wait for it
1 this process: fork, block SIGINT and SIGTERM, keep a pidfd of this process for the child
1 child: ask for signal TERM when the parent dies
1 child: make all mounts private, recursively
1 child: mount proc at /proc
1 child: set the user id to 0
1 child: ask for signal TERM when the parent dies
1 child: verify, read back from the kernel: user ids
1 child: execute echo hello
1 this process: wait for the child and end as it does
? 0

### ext-dry-run-quotes
user: root
ours-only: yes
$ unshare --dry-run -u --hostname 'a b' -w "$(printf '/x\nthis process: set no_new_privs')" sh -c 'a b' "x'y" A=1 ''
1 this process: set SIGCHLD to its default action
1 this process: unshare(CLONE_NEWUTS)
1 this process: set the host name to 'a b'
1 this process: change the working directory to $'/x\nthis process: set no_new_privs'
1 this process: execute sh -c 'a b' 'x'\''y' 'A=1' ''
? 0

### ext-dry-run-quotes-for-a-shell
user: root
ours-only: yes
tools: bash
$ bash -c 'w=$(printf "\001\t\\\047\"\302\205 ~*$(echo \$)#\nx"); l=$(unshare --dry-run printf %s "$w"); eval "${l#*execute }" | cmp - <(printf %s "$w") && echo same'
1 same
? 0

### ext-dry-run-does-nothing
user: root
ours-only: yes
$ touch f; unshare --dry-run --uts=$T/f -R /nowhere touch made; ls; findmnt $T/f
1 this process: set SIGCHLD to its default action
1 this process: unshare(CLONE_NEWUTS)
1 this process: bind /proc/PID/ns/uts to $T/f
1 this process: change the root directory to /nowhere
1 this process: change the working directory to /
1 this process: execute touch made
1 f
? 1

### ext-dry-run-still-checks
user: tester
ours-only: yes
$ unshare --dry-run -S x true; unshare --dry-run --boottime 5 true
2 unshare: failed to parse uid: 'x'
2 unshare: options --monotonic and --boottime require unsharing of a time namespace (-T)
? 1

### ext-dry-run-full-stdout
user: tester
ours-only: yes
$ unshare --dry-run true >/dev/full
2 unshare: write error: No space left on device
? 1

### ext-caps-above-31
user: tester
ours-only: yes
tools: capsh
$ unshare -c --keep-caps sh -c 'capsh --has-a=cap_bpf && capsh --has-a=cap_checkpoint_restore && capsh --has-p=cap_perfmon && echo all above 31'
1 all above 31
? 0
