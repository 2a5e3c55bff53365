### owner-tree-without-user
user: root
old-2.38.1: differs
note: owners are of a type not asked for: flat
$ lsns -t uts -t ipc --tree -o NS,TYPE
1 NS         TYPE
1 4026531838 uts
1 4026531839 ipc
? 0

### owner-tree-parent-filtered
user: root
old-2.38.1: differs
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS --tree=owner -Q "NPROCS == 1"
1 NS           TYPE NPROCS
1 <INO>   user      1
1 └─<INO> uts       1
? 0

### owner-tree-no-ns-column
user: root
old-2.38.1: differs
note: order of the tree, no drawing
setup: nested
$ lsns -t user -t uts -o TYPE,NPROCS --tree=owner
1 TYPE NPROCS
1 user      2
1 uts       2
1 user      0
1 user      1
1 uts       1
? 0

### owner-tree-json
user: root
setup: nested
$ lsns -t user -t uts -o NS,NPROCS --tree=owner -J
1 {
1    "namespaces": [
1       {
1          "ns": 4026531837,
1          "nprocs": 2,
1          "children": [
1             {
1                "ns": 4026531838,
1                "nprocs": 2
1             },{
1                "ns": <INO>,
1                "nprocs": 0,
1                "children": [
1                   {
1                      "ns": <INO>,
1                      "nprocs": 1,
1                      "children": [
1                         {
1                            "ns": <INO>,
1                            "nprocs": 1
1                         }
1                      ]
1                   }
1                ]
1             }
1          ]
1       }
1    ]
1 }
? 0

### owner-tree-ns-twice
user: root
old-2.38.1: differs
setup: sleeper -U --map-root-user -u
$ lsns -t user -t uts -o NS,TYPE,NS --tree
1 NS             TYPE NS
1 4026531837     user 4026531837
1 ├─4026531838   uts  ├─4026531838
1 └─<INO>   user └─<INO>
1   └─<INO> uts    └─<INO>
? 0

### owner-tree-ascii
user: root
setup: sleeper -U --map-root-user -u
$ LC_ALL=C lsns -t user -t uts -o NS,TYPE --tree
1 NS             TYPE
1 4026531837     user
1 |-4026531838   uts
1 `-<INO>   user
1   `-<INO> uts
? 0
