### privorder-dry-run
user: root
ours-only: yes
before: pidtarget --user --map-root-user
after: kill -KILL $T
$ nsenter --dry-run -t $T -p -U -e -S 5 -G 6 --kill-child --keep-caps --has-b=40 --nnp --cap-drop bpf --cap-add net_raw --groups 7 --securebits +noroot true
1 this process: hide from other processes
1 this process: setns(pidfd of the target, CLONE_NEWPID), if that is allowed from outside of the user namespace
1 this process: setns(pidfd of the target, CLONE_NEWUSER | CLONE_NEWPID)
1 this process: close the pidfd of the target
1 this process: close the target's directory in /proc
1 this process: replace the environment by the target's
1 this process: set SIGCHLD to its default action
1 this process: fork, stop and continue with the child, keep a pidfd of this process for the child
1 child: ask for signal KILL when the parent dies
1 child: read the capabilities, to work out what must become of them
1 child: bounding set: drop cap_bpf, fail unless it has cap_net_raw
1 child: keep the permitted capabilities over the change of user
1 child: securebits: +noroot
1 child: set the supplementary groups to 7
1 child: set the group id to 6
1 child: set the user id to 5
1 child: ask for signal KILL when the parent dies
1 child: raise all capabilities into the ambient set, without cap_bpf
1 child: inheritable set: drop cap_bpf, add cap_net_raw
1 child: ambient set: drop cap_bpf, add cap_net_raw
1 child: permitted and effective set: drop cap_bpf, add cap_net_raw
1 child: set no_new_privs
1 child: check that the bounding set has cap_checkpoint_restore
1 child: verify, read back from the kernel: group ids, user ids, supplementary groups, securebits, no_new_privs, all sets of capabilities
1 child: execute true
1 this process: wait for the child and end as it does
? 0
