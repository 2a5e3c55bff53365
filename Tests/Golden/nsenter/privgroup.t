### privgroup-user-namespace-clears
user: root
ours-only: yes
before: target --user --map-root-user
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -U id -G
1 0
? 0

### privgroup-user-namespace-keeps
user: root
ours-only: yes
note: the groups 4 and 5 are unmapped, but there
before: target --user --map-root-user
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -U --keep-groups id -G
1 0 65534
? 0

### privgroup-preserve-but-clear
user: root
ours-only: yes
note: they are dropped outside already; inside it is allowed for root alone
before: target --user --map-root-user
after: kill $T
$ setpriv --groups 0,4,5 nsenter -t $T -U --preserve-credentials --clear-groups id -G
1 0
? 0

### privgroup-clear-denied-inside
user: tester
ours-only: yes
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U --preserve-credentials --clear-groups id -G; nsenter -t $T -U --preserve-credentials --groups 0 echo ran
1 0
2 nsenter: setgroups failed: Operation not permitted
? 1

### privgroup-rootless-keeps
user: tester
ours-only: yes
note: without the option groups must be dropped, which the namespace denies
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U --keep-groups id -G; nsenter -t $T -U id -G
1 0
2 nsenter: setgroups failed: Operation not permitted
? 1

### privgroup-list
user: root
ours-only: yes
before: target --net
after: kill $T
$ setpriv --groups 0,4 nsenter -t $T -n --groups 5,7 id -G; setpriv --groups 0,4 nsenter -t $T -n -G 9 --groups 7 id -G
1 0 5 7
1 9 7
? 0

### privgroup-keep
user: root
ours-only: yes
before: target --net
after: kill $T
$ setpriv --groups 0,4 nsenter -t $T -n -G 9 --keep-groups id -G; setpriv --groups 0,4 nsenter -t $T -n -G 9 id -G
1 9 0 4
1 9
? 0

### privgroup-init
user: root
ours-only: yes
setup: printf "one:x:61:tester,other\ntwo:x:62:other\nthree:x:63:tester\n" >>/etc/group
before: target --net
after: kill $T
$ nsenter -t $T -n -S 1001 -G 1001 --init-groups id -G
1 1001 61 63
? 0

### privgroup-init-follow
user: root
ours-only: yes
before: target --net
after: kill $T
$ nsenter -t $T -n -S follow --init-groups echo ran
2 nsenter: option --init-groups needs a user: add --setuid with a number
? 1

### privgroup-init-root-by-default
user: root
ours-only: yes
before: target --user --map-root-user
after: kill $T
$ nsenter -t $T -U --init-groups echo ran
2 nsenter: option --init-groups needs a user: add --setuid with a number
? 1

### privgroup-exclusive
user: tester
ours-only: yes
$ nsenter --groups 5 --keep-groups true; nsenter --init-groups --clear-groups true
2 nsenter: options --groups and --keep-groups cannot be combined
2 nsenter: options --init-groups and --clear-groups cannot be combined
? 1
