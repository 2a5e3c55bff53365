### wait-holds
user: root
$ unshare -f sh -c 'ls /proc/$PPID/fd | wc -l' 3>&- 4>&-
1 3
? 0

### wait-holds-kill-child
user: root
deviates: D-60
$ unshare -f --kill-child sh -c 'ls /proc/$PPID/fd | wc -l' 3>&- 4>&-
1 3
? 0
-1 4
-? 0
