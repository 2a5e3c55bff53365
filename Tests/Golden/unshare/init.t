# --init, --forward-signals=LIST, --forward-signals-group and --new-session.

### init-plan
user: root
ours-only: yes
$ unshare -p --init --kill-child --mount-proc --dry-run -S 5 true
1 this process: set SIGCHLD to its default action
1 this process: unshare(CLONE_NEWPID | CLONE_NEWNS)
1 this process: fork an init, pass all signals on to it, keep a pidfd of this process for the child
1 init: ask for signal KILL when the parent dies
1 init: make all mounts private, recursively
1 init: mount proc at /proc
1 init: fork, pass all signals on to the child, reap orphans
1 child: set the user id to 5
1 child: verify, read back from the kernel: user ids
1 child: execute true
1 this process: wait for the init and end as the child does
? 0

### init-plan-wait-hidden
user: tester
ours-only: yes
note: the init keeps what the program gives up, and is hidden from it
$ unshare -Up --init=wait --new-session --nnp --dry-run true
1 this process: set SIGCHLD to its default action
1 this process: unshare(CLONE_NEWUSER | CLONE_NEWPID)
1 this process: fork an init, pass all signals on to it
1 init: hide from other processes
1 init: fork, pass all signals on to the child, reap orphans until nobody is left
1 child: start a session of its own
1 child: set no_new_privs
1 child: verify, read back from the kernel: no_new_privs
1 child: execute true
1 this process: wait for the init and end as the child does
? 0

### init-plan-without-pid
user: tester
ours-only: yes
$ unshare --init --dry-run true
1 this process: set SIGCHLD to its default action
1 this process: unshare(0)
1 this process: become the parent of orphans
1 this process: fork, pass all signals on to the child, reap orphans
1 child: execute true
1 this process: wait for the child and end as it does
? 0

### init-plan-group
user: tester
ours-only: yes
$ unshare --forward-signals=HUP,rtmin+1 --forward-signals-group --dry-run true
1 this process: set SIGCHLD to its default action
1 this process: unshare(0)
1 this process: fork, pass SIGHUP, SIG35 on to the child
1 child: lead a process group of its own, in the foreground if this job is
1 child: execute true
1 this process: wait for the child and end as it does
? 0

### init-last-list-counts
user: tester
ours-only: yes
$ for o in --forward-signals=all '--forward-signals=HUP --forward-signals=QUIT' '--forward-signals=HUP --forward-signals' '--init --forward-signals'; do unshare $o --dry-run true | sed -n 's/^this process: fork/fork/p'; done
1 fork, pass all signals on to the child
1 fork, pass SIGQUIT on to the child
1 fork, pass SIGTERM and SIGINT on to the child
1 fork, pass SIGINT, SIGTERM on to the child, reap orphans
? 0

### init-refused
user: tester
ours-only: yes
$ for o in --init=x --init= --init=wait --forward-signals=TERM,KILL --forward-signals=TERM,,INT --forward-signals= --forward-signals=CHLD --forward-signals=15; do unshare $o true; done
2 unshare: unknown mode of --init: 'x', not 'end' or 'wait'
2 unshare: unknown mode of --init: '', not 'end' or 'wait'
2 unshare: option --init=wait needs a new namespace: add --pid
2 unshare: cannot forward SIGKILL
2 unshare: --forward-signals: an item is empty: 'TERM,,INT'
2 unshare: --forward-signals: an item is empty: ''
2 unshare: cannot forward SIGCHLD
2 unshare: unknown signal: 15
? 1
