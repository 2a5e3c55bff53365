### privcheck-all-kinds
user: tester
ours-only: yes
$ for o in p=bpf e=bpf i=bpf a=bpf b=bpf; do unshare -c --keep-caps --has-$o echo $o; done
1 p=bpf
1 e=bpf
1 i=bpf
1 a=bpf
1 b=bpf
? 0

### privcheck-none-held
user: tester
ours-only: yes
$ for o in p e i a; do unshare --has-$o=Cap_Bpf echo ran; done
2 unshare: cap_bpf is not in the permitted set '='
2 unshare: cap_bpf is not in the effective set '='
2 unshare: cap_bpf is not in the inheritable set '='
2 unshare: cap_bpf is not in the ambient set ''
? 1

### privcheck-the-set-that-was-found
user: tester
ours-only: yes
$ o='--cap-drop ALL --cap-add 13,40'; for h in p e i a; do unshare -r $o --has-$h=bpf echo ran; done
2 unshare: cap_bpf is not in the permitted set 'cap_net_raw,cap_checkpoint_restore=p'
2 unshare: cap_bpf is not in the effective set 'cap_net_raw,cap_checkpoint_restore=e'
2 unshare: cap_bpf is not in the inheritable set 'cap_net_raw,cap_checkpoint_restore=i'
2 unshare: cap_bpf is not in the ambient set '^cap_net_raw,^cap_checkpoint_restore'
? 1

### privcheck-bounding
user: tester
ours-only: yes
$ unshare -r --bounding-set -bpf,-13 --has-b=kill --has-b=bpf echo ran
2 unshare: cap_bpf is not in the bounding set '!cap_net_raw,!cap_bpf'
? 1

### privcheck-most-of-a-set
user: tester
ours-only: yes
$ unshare -r --cap-drop bpf --has-p=bpf echo ran
2 unshare: cap_bpf is not in the permitted set '=p cap_bpf-p'
? 1

### privcheck-after-everything
user: tester
ours-only: yes
$ unshare -r --has-p=bpf --cap-drop bpf echo ran 2>&1 | cut -c 1-44; unshare --has-no-new-privs --nnp echo ran
1 unshare: cap_bpf is not in the permitted set
1 ran
? 0

### privcheck-no-new-privs
user: tester
ours-only: yes
$ unshare --has-no-new-privs echo ran
2 unshare: no_new_privs is not set
? 1

### privcheck-in-their-order
user: tester
ours-only: yes
$ unshare --has-p=kill --has-e=chown echo ran; unshare --has-e=chown --has-p=kill echo ran
2 unshare: cap_kill is not in the permitted set '='
2 unshare: cap_chown is not in the effective set '='
? 1

### privcheck-another-user
user: root
ours-only: yes
note: only what was asked for survives the change of user
$ unshare -S 1001 --cap-add bpf --has-p=bpf --has-e=39 --has-a=bpf --has-i=bpf echo held; unshare -S 1001 --cap-add bpf --has-p=kill echo ran
1 held
2 unshare: cap_kill is not in the permitted set 'cap_bpf=p'
? 1

### privcheck-in-a-child
user: tester
ours-only: yes
$ unshare -rf --cap-drop 40 --has-b=40 echo ran
2 unshare: cap_checkpoint_restore is not in the bounding set '!cap_checkpoint_restore'
? 1
