### type-no-lists
user: root
$ lsns -t uts,net
2 lsns: unknown namespace type: uts,net
? 1

### type-empty
user: root
$ lsns -t ''
2\ lsns: unknown namespace type: \n
? 1

### type-several
user: root
$ lsns -l -t uts --type=ipc -tuser -o TYPE
1 TYPE
1 user
1 uts
1 ipc
? 0

### type-upper
user: root
$ lsns -t UTS
2 lsns: unknown namespace type: UTS
? 1
