### priv-drop-all
user: root
ours-only: yes
$ unshare --cap-drop ALL grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-drop-all-but-two
user: root
ours-only: yes
$ unshare --cap-drop ALL --cap-add net_raw,cap_bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000002000
1 CapPrm:	0000008000002000
1 CapEff:	0000008000002000
1 CapBnd:	0000008000002000
1 CapAmb:	0000008000002000
? 0

### priv-the-order-counts
user: root
ours-only: yes
$ unshare --cap-add net_raw --cap-drop all grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-names-in-any-form
user: root
ours-only: yes
$ unshare --cap-drop All --cap-add CAP_NET_RAW,Chown --cap-add 39 --cap-add cap_40 grep ^Cap /proc/self/status
1 CapInh:	0000018000002001
1 CapPrm:	0000018000002001
1 CapEff:	0000018000002001
1 CapBnd:	0000018000002001
1 CapAmb:	0000018000002001
? 0

### priv-drop-in-a-user-namespace
user: tester
ours-only: yes
$ unshare -r --cap-drop net_raw,Checkpoint_Restore grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	000000ffffffdfff
1 CapEff:	000000ffffffdfff
1 CapBnd:	000000ffffffdfff
1 CapAmb:	0000000000000000
? 0

### priv-add-without-a-map
user: tester
ours-only: yes
note: nobody inside is root; what was asked for survives all the same
$ unshare -U --cap-add bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000008000000000
? 0

### priv-nothing-asked-without-a-map
user: tester
ours-only: yes
$ unshare -U grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000000000000000
? 0

### priv-add-all-without-a-map
user: tester
ours-only: yes
$ unshare -c --cap-add ALL grep ^Cap /proc/self/status
1 CapInh:	000001ffffffffff
1 CapPrm:	000001ffffffffff
1 CapEff:	000001ffffffffff
1 CapBnd:	000001ffffffffff
1 CapAmb:	000001ffffffffff
? 0

### priv-add-all-but-one
user: tester
ours-only: yes
$ unshare -c --cap-add ALL --cap-drop bpf grep ^Cap /proc/self/status
1 CapInh:	0000017fffffffff
1 CapPrm:	0000017fffffffff
1 CapEff:	0000017fffffffff
1 CapBnd:	0000017fffffffff
1 CapAmb:	0000017fffffffff
? 0

### priv-another-user
user: root
ours-only: yes
$ unshare -S 1001 -G 1001 --cap-drop ALL --cap-add bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000008000000000
1 CapAmb:	0000008000000000
? 0

### priv-another-user-adds-only
user: root
ours-only: yes
$ unshare -S 1001 -G 1001 --bounding-set -all,+bpf,+kill --cap-add bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000008000000020
1 CapAmb:	0000008000000000
? 0

### priv-all-of-what-is-lost
user: root
ours-only: yes
note: what the bounding set has lost cannot be handed on as a part of ALL
$ unshare -S 1001 -G 1001 --cap-drop ALL --cap-add ALL --bounding-set -all grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-another-user-in-a-user-namespace
user: tester
ours-only: yes
needs: newuidmap
$ unshare --map-auto -r -S 5 -G 5 --cap-drop ALL --cap-add checkpoint_restore grep ^Cap /proc/self/status
1 CapInh:	0000010000000000
1 CapPrm:	0000010000000000
1 CapEff:	0000010000000000
1 CapBnd:	0000010000000000
1 CapAmb:	0000010000000000
? 0

### priv-keep-caps
user: tester
ours-only: yes
$ unshare -c --keep-caps --cap-drop bpf,0 grep ^Cap /proc/self/status
1 CapInh:	0000017ffffffffe
1 CapPrm:	0000017ffffffffe
1 CapEff:	0000017ffffffffe
1 CapBnd:	0000017ffffffffe
1 CapAmb:	0000017ffffffffe
? 0

### priv-keep-caps-unchanged-by-nnp
user: tester
ours-only: yes
needs: newuidmap
note: as without it: the original gives up everything with the user
$ unshare --map-auto -r -S 5 -G 5 --keep-caps --nnp grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000000000000000
? 0

### priv-bounding
user: tester
ours-only: yes
$ unshare -r --bounding-set -bpf,-net_raw,+net_raw grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000017fffffffff
1 CapEff:	0000017fffffffff
1 CapBnd:	0000017fffffffff
1 CapAmb:	0000000000000000
? 0

### priv-bounding-all
user: tester
ours-only: yes
$ unshare -r --bounding-set -all,+40,+cap_kill grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000010000000020
1 CapEff:	0000010000000020
1 CapBnd:	0000010000000020
1 CapAmb:	0000000000000000
? 0

### priv-bounding-twice
user: tester
ours-only: yes
$ unshare -r --bounding-set -all --bounding-set +40 grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000010000000000
1 CapEff:	0000010000000000
1 CapBnd:	0000010000000000
1 CapAmb:	0000000000000000
? 0

### priv-inheritable
user: root
ours-only: yes
$ unshare --bounding-set -all,+bpf,+kill --inh-caps +bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000020
1 CapEff:	0000008000000020
1 CapBnd:	0000008000000020
1 CapAmb:	0000000000000000
? 0

### priv-inheritable-of-another-user
user: root
ours-only: yes
$ unshare -S 1001 --bounding-set -all,+bpf,+kill --inh-caps +bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	0000008000000020
1 CapAmb:	0000000000000000
? 0

### priv-inheritable-lowered
user: root
ours-only: yes
$ setpriv --inh-caps +bpf,+kill unshare --bounding-set -all --inh-caps -bpf grep ^Cap /proc/self/status
1 CapInh:	0000000000000020
1 CapPrm:	0000000000000020
1 CapEff:	0000000000000020
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-inheritable-though-not-bounding
user: root
ours-only: yes
$ unshare --bounding-set -all --inh-caps +bpf,+kill grep ^Cap /proc/self/status
1 CapInh:	0000008000000020
1 CapPrm:	0000008000000020
1 CapEff:	0000008000000020
1 CapBnd:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### priv-ambient
user: tester
ours-only: yes
$ unshare -U --inh-caps +bpf,+net_raw --ambient-caps +bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000002000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000008000000000
? 0

### priv-ambient-all
user: tester
ours-only: yes
$ unshare -c --inh-caps +all --ambient-caps +all,-bpf grep ^Cap /proc/self/status
1 CapInh:	000001ffffffffff
1 CapPrm:	0000017fffffffff
1 CapEff:	0000017fffffffff
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000017fffffffff
? 0

### priv-ambient-lowered
user: root
ours-only: yes
$ setpriv --bounding-set -all,+kill,+bpf --inh-caps +kill,+bpf --ambient-caps +kill,+bpf unshare --ambient-caps -kill grep ^Cap /proc/self/status
1 CapInh:	0000008000000020
1 CapPrm:	0000008000000020
1 CapEff:	0000008000000020
1 CapBnd:	0000008000000020
1 CapAmb:	0000008000000000
? 0

### priv-ambient-follows-inheritable
user: root
ours-only: yes
$ setpriv --bounding-set -all,+kill,+bpf --inh-caps +kill,+bpf --ambient-caps +kill,+bpf unshare --inh-caps -kill grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000020
1 CapEff:	0000008000000020
1 CapBnd:	0000008000000020
1 CapAmb:	0000008000000000
? 0

### priv-ambient-without-inheritable
user: tester
ours-only: yes
$ unshare -U --ambient-caps +bpf true
2 unshare: cannot raise cap_bpf in the ambient set: Operation not permitted
? 1

### priv-iab
user: tester
ours-only: yes
$ unshare -U --iab '!cap_kill,^cap_bpf,cap_net_raw' grep ^Cap /proc/self/status
1 CapInh:	0000008000002000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	000001ffffffffdf
1 CapAmb:	0000008000000000
? 0

### priv-iab-blocked-and-inherited
user: root
ours-only: yes
$ unshare --bounding-set -all --iab '!%cap_net_raw,!^cap_bpf' grep ^Cap /proc/self/status
1 CapInh:	0000008000002000
1 CapPrm:	0000008000002000
1 CapEff:	0000008000002000
1 CapBnd:	0000000000000000
1 CapAmb:	0000008000000000
? 0

### priv-iab-empty
user: root
ours-only: yes
$ setpriv --bounding-set -all,+kill --inh-caps +kill --ambient-caps +kill unshare --iab '' grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000020
1 CapEff:	0000000000000020
1 CapBnd:	0000000000000020
1 CapAmb:	0000000000000000
? 0

### priv-securebits
user: tester
ours-only: yes
$ unshare -r --securebits +noroot,+noroot_locked grep ^Cap /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapBnd:	000001ffffffffff
1 CapAmb:	0000000000000000
? 0

### priv-securebits-and-another-user
user: root
ours-only: yes
$ unshare --securebits +keep_caps_locked,+no_setuid_fixup -S 1001 --cap-drop ALL --cap-add bpf grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000008000000000
1 CapAmb:	0000008000000000
? 0

### priv-securebits-locked
user: tester
ours-only: yes
$ unshare -r --securebits +noroot,+noroot_locked --inh-caps +all --ambient-caps +all unshare --securebits -noroot true
2 unshare: cannot set the securebits: Operation not permitted
? 1

### priv-securebits-as-they-are
user: tester
ours-only: yes
$ unshare --securebits -noroot echo needs no right
1 needs no right
? 0

### priv-no-new-privs
user: tester
ours-only: yes
$ for o in '' --nnp --no-new-privs; do unshare $o grep NoNewPrivs /proc/self/status; done
1 NoNewPrivs:	0
1 NoNewPrivs:	1
1 NoNewPrivs:	1
? 0

### priv-fork
user: tester
ours-only: yes
$ unshare -rfp --kill-child --cap-drop ALL --cap-add bpf --nnp grep ^Cap /proc/self/status
1 CapInh:	0000008000000000
1 CapPrm:	0000008000000000
1 CapEff:	0000008000000000
1 CapBnd:	0000008000000000
1 CapAmb:	0000008000000000
? 0

### priv-fork-parent-keeps
user: tester
ours-only: yes
$ unshare -rf --cap-drop ALL sh -c 'grep CapBnd /proc/$PPID/status /proc/self/status | sed s,.*/,,'
1 status:CapBnd:	000001ffffffffff
1 status:CapBnd:	0000000000000000
? 0

### priv-after-the-mounts
user: tester
ours-only: yes
tools: hostname
$ unshare -rpf --mount-proc --hostname h -u --cap-drop ALL sh -c 'hostname; ls -d /proc/1; grep CapEff /proc/self/status'
1 h
1 /proc/1
1 CapEff:	0000000000000000
? 0

### priv-login-shell
user: tester
ours-only: yes
$ echo 'grep CapBnd /proc/self/status' | unshare -r --cap-drop ALL
1 CapBnd:	0000000000000000
? 0

### priv-list-caps
user: tester
ours-only: yes
$ unshare --list-caps | sed -n '1p; 14p; 40p'; unshare --list-caps -S x | wc -l; cat /proc/sys/kernel/cap_last_cap
1 cap_chown
1 cap_net_raw
1 cap_bpf
1 41
1 40
? 0

### priv-exact-names-only
user: tester
ours-only: yes
$ for o in --cap-dro --list-cap --no-new-priv --has-no-new-priv; do unshare $o x 2>&1 | head -n 1; done; unshare --group 5 true
1 unshare: unrecognized option '--cap-dro'
1 unshare: unrecognized option '--list-cap'
1 unshare: unrecognized option '--no-new-priv'
1 unshare: unrecognized option '--has-no-new-priv'
2 unshare: unrecognized option '--group'
2 Try 'unshare --help' for more information.
? 1

### priv-help
user: tester
ours-only: yes
$ unshare --help | sed -n '/^Privileges/,$p' | cut -f 2 | grep -c -- '^--'
1 20
? 0

### priv-a-plain-user-cannot-drop
user: tester
ours-only: yes
$ unshare --cap-drop bpf echo ran
2 unshare: cannot drop cap_bpf from the bounding set: Operation not permitted
? 1

### priv-a-plain-user-cannot-drop-all
user: tester
ours-only: yes
$ unshare --cap-drop ALL echo ran
2 unshare: cannot drop cap_chown from the bounding set: Operation not permitted
? 1

### priv-a-plain-user-without-bounding
user: root
ours-only: yes
note: what is absent needs no right to be dropped
$ setpriv --bounding-set -all --reuid 1001 unshare --cap-drop ALL echo ran
1 ran
? 0

### priv-a-plain-user-cannot-add
user: tester
ours-only: yes
$ unshare --cap-add bpf echo ran; unshare --inh-caps +bpf echo ran
2 unshare: cannot make cap_bpf inheritable: Operation not permitted
2 unshare: cannot make cap_bpf inheritable: Operation not permitted
? 1

### priv-a-plain-user-adds-all-he-has
user: tester
ours-only: yes
$ unshare --cap-add ALL grep CapPrm /proc/self/status
1 CapPrm:	0000000000000000
? 0

### priv-bounding-cannot-grow
user: root
ours-only: yes
$ setpriv --bounding-set -bpf unshare --cap-add bpf echo ran; setpriv --bounding-set -bpf unshare --bounding-set +bpf echo ran
2 unshare: cap_bpf is not in the bounding set, to which nothing can be added
2 unshare: cap_bpf is not in the bounding set, to which nothing can be added
? 1

### priv-securebits-need-a-right
user: tester
ours-only: yes
$ unshare --securebits +noroot echo ran
2 unshare: cannot set the securebits: Operation not permitted
? 1
