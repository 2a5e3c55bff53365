### ghost-hidden-in-list
user: root
old-2.38.1: differs
setup: nested
$ lsns -t user -o TYPE,NPROCS,COMMAND
1 TYPE NPROCS COMMAND
1 user      2 init case
1 user      1 └─sleep 1000
? 0

### ghost-owner-uid
user: root
old-2.38.1: differs
note: UID and USER of a process-less user namespace are its creator
setup: $as_tester unshare -U --map-root-user unshare -U --map-root-user sleep 1000 &
setup: await called $! sleep
$ lsns -t user --tree -o NS,NPROCS,UID,USER -Q "NPROCS == 0"
1 NS         NPROCS  UID USER
1 <INO>      0 1001 tester
? 0

### ghost-persistent-keeps-ancestors
user: root
old-2.38.1: differs
setup: sleeper -U --map-root-user unshare -u
setup: pin uts $A /mnt/u; end $A
$ lsns -t user -t uts -o NS,TYPE,NPROCS --tree -P
1 NS             TYPE NPROCS
1 4026531837     user      2
1 └─<INO>   user      0
1   └─<INO> uts       0
? 0

### ghost-owner-tree
user: root
old-2.38.1: differs
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS,COMMAND --tree
1 NS               TYPE NPROCS COMMAND
1 4026531837       user      2 init case
1 ├─4026531838     uts       2 init case
1\ \xe2\x94\x94\xe2\x94\x80<INO>     user      0 \n
1   └─<INO>   user      1 sleep 1000
1     └─<INO> uts       1 sleep 1000
? 0

### ghost-parent-tree
user: root
old-2.38.1: differs
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS,COMMAND --tree=parent
1 NS             TYPE NPROCS COMMAND
1 4026531837     user      2 init case
1\ \xe2\x94\x94\xe2\x94\x80<INO>   user      0 \n
1   └─<INO> user      1 sleep 1000
1 4026531838     uts       2 init case
1 <INO>     uts       1 sleep 1000
? 0

### ghost-parent-tree-json
user: root
setup: nested
$ lsns -t user -t uts -o TYPE,NPROCS,NS --tree=parent -J
1 {
1    "namespaces": [
1       {
1          "type": "user",
1          "nprocs": 2,
1          "ns": 4026531837,
1          "children": [
1             {
1                "type": "user",
1                "nprocs": 0,
1                "ns": <INO>,
1                "children": [
1                   {
1                      "type": "user",
1                      "nprocs": 1,
1                      "ns": <INO>
1                   }
1                ]
1             }
1          ]
1       },{
1          "type": "uts",
1          "nprocs": 2,
1          "ns": 4026531838
1       },{
1          "type": "uts",
1          "nprocs": 1,
1          "ns": <INO>
1       }
1    ]
1 }
? 0

### ghost-parent-tree-raw
user: root
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS --tree=parent -r
1 NS TYPE NPROCS
1 4026531837 user 2
1 \xe2\x94\x94\xe2\x94\x80<INO> user 0
1 \x20\x20\xe2\x94\x94\xe2\x94\x80<INO> user 1
1 4026531838 uts 2
1 <INO> uts 1
? 0

### ghost-not-by-other-kinds
user: root
old-2.38.1: differs
setup: nested
$ lsns -t uts -o TYPE,NPROCS,PNS,ONS --tree
1 TYPE NPROCS PNS        ONS
1 uts       2   0 4026531837
1 uts       1   0 <INO>
? 0

### ghost-filtered
user: root
old-2.38.1: differs
note: what hangs below a row that is dropped becomes a root
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS --tree -Q "NPROCS != 0"
1 NS           TYPE NPROCS
1 4026531837   user      2
1 └─4026531838 uts       2
1 <INO>   user      1
1 └─<INO> uts       1
? 0
