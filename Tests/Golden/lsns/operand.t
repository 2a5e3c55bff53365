### operand-tree-owner-is-flat
user: root
note: owner and parent trees have no meaning for a process list: no drawing at all
setup: sleeper -u
$ lsns 4026531838 --tree=owner -o USER,COMMAND
1 USER COMMAND
1 root init case
1 root lsns 4026531838 --tree=owner -o USER,COMMAND
? 0

### operand-persistent-ignored
user: root
old-2.38.1: differs
$ lsns -P 4026531838 -l -o USER
1 USER
1 root
1 root
? 0

### operand-raw
user: root
setup: family env
$ lsns -r 4026531838 -o COMMAND
1 COMMAND
1 init\x20case
1 \xe2\x94\x9c\xe2\x94\x80sleep\x201000
1 \xe2\x94\x82\x20\xe2\x94\x94\xe2\x94\x80sleep\x201001
1 \xe2\x94\x94\xe2\x94\x80lsns\x20-r\x204026531838\x20-o\x20COMMAND
? 0

### operand-json
user: root
setup: family env
$ lsns -J 4026531838 -o USER,COMMAND
1 {
1    "namespaces": [
1       {
1          "user": "root",
1          "command": "init case",
1          "children": [
1             {
1                "user": "root",
1                "command": "sleep 1000",
1                "children": [
1                   {
1                      "user": "root",
1                      "command": "sleep 1001"
1                   }
1                ]
1             },{
1                "user": "root",
1                "command": "lsns -J 4026531838 -o USER,COMMAND"
1             }
1          ]
1       }
1    ]
1 }
? 0

### operand-no-command
user: root
note: the order of the tree, no drawing
setup: family env
$ lsns 4026531838 -o PPID
1 PPID
1    0
1    1
1    3
1    1
? 0

### operand-tree-parent-left
user: root
$ lsns 4026531838 --tree=parent -o NS,USER,NPROCS
1 NS         USER NPROCS
1 4026531838 root      2
1 4026531838 root      2
? 0

### operand-columns-plus
user: root
$ lsns 4026531838 -l -o +type
1 PID PPID USER COMMAND                     TYPE
1   1    0 root init case                   uts
1   3    1 root lsns 4026531838 -l -o +type uts
? 0
