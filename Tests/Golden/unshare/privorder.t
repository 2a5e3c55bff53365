### privorder-everything
user: root
ours-only: yes
$ unshare --dry-run -m -S 5 -G 6 --has-no-new-privs --nnp --has-p=13 --cap-drop bpf --inh-caps +net_raw,+chown --ambient-caps +net_raw --bounding-set -chown --clear-groups --securebits +noroot,-no_setuid_fixup true
1 this process: set SIGCHLD to its default action
1 this process: unshare(CLONE_NEWNS)
1 this process: make all mounts private, recursively
1 this process: read the capabilities, to work out what must become of them
1 this process: make cap_chown inheritable while the bounding set has it
1 this process: bounding set: drop cap_chown,cap_bpf
1 this process: keep the permitted capabilities over the change of user
1 this process: securebits: +noroot,-no_setuid_fixup
1 this process: drop all supplementary groups, if there are any
1 this process: set the group id to 6
1 this process: set the user id to 5
1 this process: inheritable set: drop cap_bpf, add cap_chown,cap_net_raw
1 this process: ambient set: drop cap_bpf, add cap_net_raw
1 this process: permitted and effective set: keep only cap_net_raw unless root, drop cap_bpf
1 this process: set no_new_privs
1 this process: check that no_new_privs is set
1 this process: check that the permitted set has cap_net_raw
1 this process: verify, read back from the kernel: group ids, user ids, supplementary groups, securebits, no_new_privs, all sets of capabilities
1 this process: execute true
? 0

### privorder-in-the-child
user: tester
ours-only: yes
$ unshare --dry-run -rf --cap-drop ALL --cap-add ALL --cap-drop ALL --cap-add bpf --groups 0,5 true
1 this process: set SIGCHLD to its default action
1 this process: unshare(CLONE_NEWUSER)
1 this process: fork, block SIGINT and SIGTERM
1 child: write "0 1001 1" to /proc/self/uid_map
1 child: write "deny" to /proc/self/setgroups
1 child: write "0 1001 1" to /proc/self/gid_map
1 child: read the capabilities, to work out what must become of them
1 child: bounding set: drop all but cap_bpf, fail unless it has cap_bpf
1 child: set the supplementary groups to 0,5
1 child: inheritable set: drop all but cap_bpf, add cap_bpf
1 child: ambient set: drop all but cap_bpf, add cap_bpf
1 child: permitted and effective set: drop all but cap_bpf, add cap_bpf
1 child: verify, read back from the kernel: supplementary groups, all sets of capabilities
1 child: execute true
1 this process: wait for the child and end as it does
? 0

### privorder-all
user: tester
ours-only: yes
$ unshare --dry-run --cap-drop ALL true; unshare --dry-run --cap-add ALL true
1 this process: set SIGCHLD to its default action
1 this process: unshare(0)
1 this process: read the capabilities, to work out what must become of them
1 this process: bounding set: drop all
1 this process: inheritable set: drop all
1 this process: ambient set: drop all
1 this process: permitted and effective set: drop all
1 this process: verify, read back from the kernel: all sets of capabilities
1 this process: execute true
1 this process: set SIGCHLD to its default action
1 this process: unshare(0)
1 this process: read the capabilities, to work out what must become of them
1 this process: inheritable set: add all as far as permitted
1 this process: ambient set: add all as far as permitted
1 this process: permitted and effective set: add all as far as permitted
1 this process: verify, read back from the kernel: all sets of capabilities
1 this process: execute true
? 0

### privorder-nothing-without-options
user: root
ours-only: yes
$ unshare --dry-run -S 5 -G 6 true
1 this process: set SIGCHLD to its default action
1 this process: unshare(0)
1 this process: drop all supplementary groups
1 this process: set the group id to 6
1 this process: set the user id to 5
1 this process: verify, read back from the kernel: group ids, user ids, supplementary groups
1 this process: execute true
? 0
