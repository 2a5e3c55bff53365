### priv-drop-all
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n --cap-drop ALL grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-drop-all-but-two
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n --cap-drop ALL --cap-add net_raw,cap_bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000002000
1 CapPrm:	0000008000002000
1 CapEff:	0000008000002000
1 CapBnd:	0000008000002000
1 CapAmb:	0000008000002000
? 0

### priv-all-namespaces
user: root
ours-only: yes
before: pidtarget --user --map-root-user --net --mount --uts --ipc --mount-proc
after: kill -KILL $T
$ nsenter -t $T -a --cap-drop ALL --cap-add 40 --nnp grep ^Cap /proc/self/status
1 CapInh:	0000010000000000
1 CapPrm:	0000010000000000
1 CapEff:	0000010000000000
1 CapBnd:	0000010000000000
1 CapAmb:	0000010000000000
? 0

### priv-a-process-list-without-rights
user: root
ours-only: yes
before: pidtarget --user --map-root-user --mount-proc
after: kill -KILL $T
$ nsenter -t $T -a --cap-drop ALL sh -c 'grep CapEff /proc/1/status; grep CapEff /proc/self/status'
1 CapEff:	000001ffffffffff
1 CapEff:	0000000000000000
? 0

### priv-rootless
user: tester
ours-only: yes
before: target --user --map-root-user --net
after: kill $T
$ nsenter -t $T -U -n --preserve-credentials --cap-drop ALL --cap-add bpf,net_raw grep ^Cap /proc/self/status
1 CapInh:	0000008000002000
1 CapPrm:	0000008000002000
1 CapEff:	0000008000002000
1 CapBnd:	0000008000002000
1 CapAmb:	0000008000002000
? 0

### priv-rootless-container
user: tester
ours-only: yes
before: target --user --map-root-user --net
after: kill $T
$ nsenter -t $T -U -n --preserve-credentials --cap-drop net_raw,40 grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	000000ffffffdfff
1 CapEff:	000000ffffffdfff
1 CapBnd:	000000ffffffdfff
1 CapAmb:	0000000000000000
? 0

### priv-rootless-unmapped
user: tester
ours-only: yes
before: target --user
after: kill $T
$ nsenter -t $T -U --preserve-credentials --cap-add bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000008000000000
? 0

### priv-keep-caps
user: tester
ours-only: yes
before: target --user
after: kill $T
$ nsenter -t $T -U --preserve-credentials --keep-caps --cap-drop bpf,0 grep ^Cap /proc/self/status
1 CapInh:	0000017ffffffffe
1 CapPrm:	0000017ffffffffe
1 CapEff:	0000017ffffffffe
1 CapBnd:	0000017ffffffffe
1 CapAmb:	0000017ffffffffe
? 0

### priv-another-user
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n -S 1001 -G 1001 --cap-drop ALL --cap-add bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000008000000000
1 CapAmb:	0000008000000000
? 0

### priv-the-targets-user
user: root
ours-only: yes
before: setpriv --reuid 1001 --regid 1001 --clear-groups sleep 600 >/dev/null 2>&1 & T=$!; wait_comm $T sleep
after: kill $T
$ nsenter -t $T -u -S follow -G follow --cap-drop ALL --cap-add bpf,kill --has-p=bpf sh -c 'id -u; grep -E "Cap(Prm|Bnd)" /proc/self/status'
1 1001
1 CapPrm:	0000008000000020
1 CapBnd:	0000008000000020
? 0

### priv-the-targets-user-is-root
user: root
ours-only: yes
note: root keeps what is not dropped
before: plain
after: kill $T
$ nsenter -t $T -u -S follow --bounding-set -all,+bpf,+kill --cap-add bpf --has-p=kill grep CapPrm /proc/self/status
1 CapPrm:	0000008000000020
? 0

### priv-the-environment-first
user: root
ours-only: yes
before: INSIDE=yes; export INSIDE; target --user --map-root-user; unset INSIDE
after: kill $T
$ nsenter -t $T -U -e -S 0 -G 0 --cap-drop ALL sh -c 'echo $INSIDE; grep CapBnd /proc/self/status'
1 yes
1 CapBnd:	0000000000000000
? 0

### priv-iab-and-securebits
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n --bounding-set -all --iab '!%cap_kill,^cap_bpf' --securebits +noroot grep ^Cap /proc/self/status
1 CapInh:	0000008000000020
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000000000000000
1 CapAmb:	0000008000000000
? 0

### priv-bounding-inheritable-ambient
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n -S 1001 --bounding-set -all,+bpf,+kill --inh-caps +bpf,+kill --ambient-caps +bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000020
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000008000000020
1 CapAmb:	0000008000000000
? 0

### priv-no-fork
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p -F --cap-drop ALL grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-forwarding-parent-keeps
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p --forward-signals --kill-child --cap-drop ALL --nnp sh -c 'grep -E "CapBnd|NoNew" /proc/thread-self/status'; cat /proc/self/status | grep NoNew
1 CapBnd:	0000000000000000
1 NoNewPrivs:	1
1 NoNewPrivs:	0
? 0

### priv-list-caps
user: tester
ours-only: yes
note: of Linux 5.9 and later; a newer kernel may have more
$ nsenter --list-caps | tail -n 2; nsenter --list-caps -t 0 >$D/a; nsenter --list-caps >$D/b; cmp $D/a $D/b && echo same
1 cap_bpf
1 cap_checkpoint_restore
1 same
? 0

### priv-exact-names-only
user: tester
ours-only: yes
$ for o in --cap-dro --has- --list --iabx; do nsenter $o x 2>&1 | head -n 1; done; nsenter --group 5 true
1 nsenter: unrecognized option '--cap-dro'
1 nsenter: unrecognized option '--has-'
1 nsenter: unrecognized option '--list'
1 nsenter: unrecognized option '--iabx'
2 nsenter: unrecognized option '--group'
2 Try 'nsenter --help' for more information.
? 1

### priv-help
user: tester
ours-only: yes
$ nsenter --help | sed -n '/^Privileges/,$p' | cut -f 2 | grep -c -- '^--'
1 20
? 0

### priv-a-plain-user-cannot-drop
user: tester
ours-only: yes
before: plain
after: kill $T
$ nsenter -t $T -u --cap-drop bpf echo ran; nsenter -u/proc/self/ns/uts --cap-drop bpf echo ran
2 nsenter: cannot drop cap_bpf from the bounding set: Operation not permitted
2 nsenter: cannot drop cap_bpf from the bounding set: Operation not permitted
? 1
