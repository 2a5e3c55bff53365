### privgroup-list
user: root
ours-only: yes
$ unshare --groups 7,5,tester id -G
1 0 5 7 1001
? 0

### privgroup-list-and-setgid
user: root
ours-only: yes
$ unshare --groups 7 -G 5 id -G; unshare -G 5 --groups 5,0 id -G
1 5 7
1 5 0
? 0

### privgroup-clear
user: root
ours-only: yes
$ setpriv --groups 5,7 unshare --clear-groups id -G
1 0
? 0

### privgroup-clear-without-a-right
user: tester
ours-only: yes
note: there are none to be dropped
$ unshare --clear-groups id -G
1 1001
? 0

### privgroup-clear-refused
user: root
ours-only: yes
$ setpriv --reuid 1001 --groups 5,7 unshare --clear-groups echo ran
2 unshare: setgroups failed: Operation not permitted
? 1

### privgroup-keep
user: root
ours-only: yes
$ setpriv --groups 5,7 unshare -G 9 --keep-groups id -G; setpriv --groups 5,7 unshare -G 9 id -G
1 9 5 7
1 9
? 0

### privgroup-keep-where-setgroups-is-denied
user: tester
ours-only: yes
$ unshare -r -G 0 --keep-groups id -g; unshare -r -G 0 id -g
1 0
2 unshare: setgroups failed: Operation not permitted
? 1

### privgroup-list-where-setgroups-is-denied
user: tester
ours-only: yes
$ unshare -r --groups 0 echo ran
2 unshare: setgroups failed: Operation not permitted
? 1

### privgroup-init
user: root
ours-only: yes
setup: printf "one:x:61:tester,other\ntwo:x:62:other\nthree:x:63:tester\n" >>/etc/group
$ unshare -S 1001 -G 1001 --init-groups id -G; unshare --init-groups -S 1001 id -G
1 1001 61 63
1 0 61 63 1001
? 0

### privgroup-init-without-user
user: root
ours-only: yes
$ unshare --init-groups echo ran
2 unshare: option --init-groups needs a user: add --setuid with a number
? 1

### privgroup-init-unknown-user
user: root
ours-only: yes
$ unshare -S 54321 --init-groups echo ran
2 unshare: --init-groups: there is no user 54321
? 1

### privgroup-names-are-those-of-outside
user: root
ours-only: yes
setup: echo "inside:x:64:" >>/etc/group
$ unshare -m --groups inside sh -c "id -G"; echo outside
1 0 64
1 outside
? 0

### privgroup-exclusive
user: tester
ours-only: yes
$ for o in "groups=5 clear" "clear keep" "keep init" "init groups=5"; do set -- $o; case $1 in init) a=init-groups;; groups=5) a=$1;; *) a=$1-groups;; esac; case $2 in groups=5) b=$2;; *) b=$2-groups;; esac; unshare --$a --$b echo ran; done
2 unshare: options --groups and --clear-groups cannot be combined
2 unshare: options --clear-groups and --keep-groups cannot be combined
2 unshare: options --keep-groups and --init-groups cannot be combined
2 unshare: options --init-groups and --groups cannot be combined
? 1
