### persistent-none
user: root
old-2.38.1: differs
$ lsns -P
? 0

### persistent-none-json
user: root
old-2.38.1: differs
$ lsns -P -J
1 {
1    "namespaces": [
1
1    ]
1 }
? 0

### persistent-tree
user: root
old-2.38.1: differs
setup: nested
$ lsns -t user -t uts -o NS,TYPE,NPROCS --tree -P
1 NS           TYPE NPROCS
1 4026531837   user      2
1 └─<INO> user      0
? 0
