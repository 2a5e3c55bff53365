### fds-none-leaked
user: tester
needs: time-namespace
note: 0, 1, 2 and the descriptor of ls itself
$ unshare -rT --boottime 5 --kill-child sh -c "ls /proc/self/fd | wc -l" 3>&- 4>&-
1 4
? 0

### fds-none-leaked-helpers
user: root
old-2.38.1: differs
$ touch f; unshare -m --uts=$T/f --map-users all --map-groups all -f sh -c "ls /proc/self/fd | wc -l" 3>&- 4>&-
1 4
? 0
