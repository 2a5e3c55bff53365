### privcheck-held
user: tester
ours-only: yes
before: target --user
after: kill $T
$ nsenter -t $T -U --preserve-credentials --cap-add bpf --has-p=bpf --has-e=bpf --has-i=bpf --has-a=bpf --has-b=40 --nnp --has-no-new-privs echo held
1 held
? 0

### privcheck-not-held
user: root
ours-only: yes
before: target --net
after: kill $T
$ for h in p e i a; do nsenter -t $T -n --cap-drop ALL --cap-add 13,40 --has-$h=bpf echo ran; done; nsenter -t $T -n --bounding-set -bpf,+kill --has-b=39 echo ran 2>&1 | sed 's, set .*, set,'
1 nsenter: cap_bpf is not in the bounding set
2 nsenter: cap_bpf is not in the permitted set 'cap_net_raw,cap_checkpoint_restore=p'
2 nsenter: cap_bpf is not in the effective set 'cap_net_raw,cap_checkpoint_restore=e'
2 nsenter: cap_bpf is not in the inheritable set 'cap_net_raw,cap_checkpoint_restore=i'
2 nsenter: cap_bpf is not in the ambient set '^cap_net_raw,^cap_checkpoint_restore'
? 0

### privcheck-no-new-privs
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n --has-no-new-privs echo ran
2 nsenter: no_new_privs is not set
? 1

### privcheck-in-a-child
user: root
ours-only: yes
before: pidtarget
after: kill -KILL $T
$ nsenter -t $T -p --cap-drop ALL --has-b=40 echo ran 2>&1 | cut -c 1-57
1 nsenter: cap_checkpoint_restore is not in the bounding se
? 0
