### nsfs-multiline
user: root
setup: pinned /mnt/a /mnt/long "/mnt/c d"
$ lsns -t uts -o TYPE,NSFS,NPROCS,COMMAND
1 TYPE NSFS      NPROCS COMMAND
1 uts                 2 init case
1 uts  /mnt/a         1 └─sleep 1000
1\      /mnt/long          \n
1\      /mnt/c d           \n
? 0

### nsfs-raw
user: root
setup: pinned /mnt/a /mnt/long "/mnt/c d"
$ lsns -t uts -o TYPE,NSFS,NPROCS -r
1 TYPE NSFS NPROCS
1 uts  2
1 uts /mnt/a,/mnt/long,/mnt/c\x20d 1
? 0

### nsfs-json-one
user: root
setup: pinned /mnt/a
$ lsns -t uts -o TYPE,NSFS -J -l
1 {
1    "namespaces": [
1       {
1          "type": "uts",
1          "nsfs": null
1       },{
1          "type": "uts",
1          "nsfs": "/mnt/a"
1       }
1    ]
1 }
? 0

### nsfs-json-many
user: root
old-2.38.1: differs
deviates: D-204
note: the original prints only the first path, and a junk line of one blank per column before NSFS
setup: pinned /mnt/a /mnt/b /mnt/c
$ lsns -t uts -o TYPE,USER,NSFS,UID -J -l | cat -A
1 {$
1    "namespaces": [$
1       {$
1          "type": "uts",$
1          "user": "root",$
1          "nsfs": null,$
1          "uid": 0$
1       },{$
1          "type": "uts",$
1          "user": "root",$
1          "nsfs": "/mnt/a\n/mnt/b\n/mnt/c",$
1          "uid": 0$
1       }$
1    ]$
1 }$
? 0
-1 {$
-1    "namespaces": [$
-1       {$
-1          "type": "uts",$
-1          "user": "root",$
-1          "nsfs": null,$
-1          "uid": 0$
-1       },{$
-1          "type": "uts",$
-1          "user": "root",$
-1          "nsfs": "/mnt/a",$
-1          "uid": 0$
-1   $
-1       }$
-1    ]$
-1 }$
-? 0

### nsfs-json-many-nowrap
user: root
setup: pinned /mnt/a /mnt/b
$ lsns -t uts -o TYPE,NSFS -JW -l
1 {
1    "namespaces": [
1       {
1          "type": "uts",
1          "nsfs": null
1       },{
1          "type": "uts",
1          "nsfs": "/mnt/a,/mnt/b"
1       }
1    ]
1 }
? 0

### nsfs-tree-continuation
user: root
setup: pinned /mnt/a /mnt/b
$ lsns -t uts -o COMMAND,NSFS,TYPE
1 COMMAND      NSFS   TYPE
1 init case           uts
1 └─sleep 1000 /mnt/a uts
1\              /mnt/b \n
? 0

### nsfs-tree-continuation-ascii
user: root
old-2.38.1: differs
setup: pinned /mnt/a /mnt/b; pin uts 1 /mnt/b; pin uts 1 /mnt/z
$ LC_ALL=C lsns -t uts -o NSFS,COMMAND
1 NSFS   COMMAND
1 /mnt/b init case
1\ /mnt/z | \n
1 /mnt/a `-sleep 1000
1\ /mnt/b   \n
? 0

### nsfs-newline-in-path
user: root
old-2.38.1: differs
setup: pinned $'/mnt/x\ny'
$ lsns -t uts -o NSFS,TYPE -l -Q "NPROCS == 1"
1 NSFS   TYPE
1 /mnt/x uts
1\ y      \n
? 0

### nsfs-newline-nowrap
user: root
old-2.38.1: differs
setup: pinned $'/mnt/x\ny'
$ lsns -t uts -o NSFS,TYPE -lW -Q "NPROCS == 1"
1 NSFS        TYPE
1 /mnt/x\x0ay uts
? 0

### nsfs-tab-overflow
user: root
old-2.38.1: differs
note: the widest chunk is chosen by bytes: the first line overflows, the next column moves down
setup: pinned $'/mnt/t\t' /mnt/abcd
$ lsns -t uts -o NSFS,TYPE -l -Q "NPROCS == 1"
1 NSFS      TYPE
1 /mnt/t\x09
1           uts
1\ /mnt/abcd \n
? 0

### nsfs-wide-continuation
user: root
old-2.38.1: differs
note: an overflowing continuation line is not broken
setup: pinned /mnt/abcd $'/mnt/t\t'
$ lsns -t uts -o NSFS,TYPE -l -Q "NPROCS == 1"
1 NSFS      TYPE
1 /mnt/abcd uts
1\ /mnt/t\\x09 \n
? 0

### nsfs-backslash
user: root
old-2.38.1: differs
setup: pinned '/mnt/a\b' '/mnt/a\x41'
$ lsns -t uts -o NSFS,TYPE -l -Q "NPROCS == 1"
1 NSFS          TYPE
1 /mnt/a\b      uts
1\ /mnt/a\\x5cx41 \n
? 0

### nsfs-dup-missed
user: root
old-2.38.1: differs
deviates: D-221
note: the duplicate test only looks at the first occurrence of the text
setup: pinned /mnt/ab /mnt/a /mnt/a
$ lsns -t uts -o NSFS -l -Q "NPROCS == 1"
1 NSFS
1 /mnt/ab
1 /mnt/a
? 0
-1 NSFS
-1 /mnt/ab
-1 /mnt/a
-1 /mnt/a
-? 0

### nsfs-empty-chunk
user: root
old-2.38.1: differs
note: an empty chunk prints neither text nor padding nor separator
setup: pinned $'/mnt/xyz\n'
$ lsns -t uts -o NSFS,NPROCS,TYPE -l -Q "NPROCS == 1" | cat -A
1 NSFS     NPROCS TYPE$
1 /mnt/xyz      1 uts$
1        $
? 0

### nsfs-nowrap
user: root
setup: pinned /mnt/a "/mnt/b c"
$ lsns -t uts -W -o NSFS,TYPE,COMMAND
1 NSFS            TYPE COMMAND
1                 uts  init case
1 /mnt/a,/mnt/b c uts  └─sleep 1000
? 0

### nsfs-other-kinds
user: root
old-2.38.1: differs
setup: sleeper -U --map-root-user -i; pin ipc $A /mnt/i
setup: pin user $A /mnt/u
$ lsns -t ipc -t user -l -o TYPE,NSFS -Q NSFS | sort
1 TYPE NSFS
1 ipc  /mnt/i
1 user /mnt/u
? 0

### nsfs-first-column-tree
user: root
old-2.38.1: differs
setup: family unshare -u
setup: pin uts $A $'/mnt/e\t\t'; pin uts $A /mnt/abcdefg
$ lsns -o NS,NSFS,NPROCS,COMMAND -t uts
1         NS NSFS         NPROCS COMMAND
1 4026531838                   2 init case
1 <INO> /mnt/e\x09\x09
1                              2 └─sleep 1000
1\            /mnt/abcdefg          \n
? 0

### nsfs-tree-last-child
user: root
setup: pair; pin uts $A /mnt/a; pin uts $A /mnt/b
$ lsns -t uts -t ipc -o COMMAND,NSFS
1 COMMAND      NSFS
1\ init case    \n
1\ init case    \n
1 ├─sleep 1000 /mnt/a
1 │            /mnt/b
1\ \xe2\x94\x94\xe2\x94\x80sleep 1000 \n
? 0

### nsfs-json-compact-many
user: root
old-2.38.1: differs
deviates: D-204
setup: pinned /mnt/a /mnt/b
$ LIBSMARTCOLS_JSON=compact lsns -J -l -t uts -o NSFS,NPROCS -Q NSFS
1 {"namespaces":[
1 {"nsfs":"/mnt/a\n/mnt/b","nprocs":1}
1 ]}
? 0
-1 {"namespaces":[
-1 {"nsfs":"/mnt/a","nprocs":1
-1 }
-1 ]}
-? 0

### nsfs-twice
user: root
old-2.38.1: differs
setup: pinned /mnt/a /mnt/bc
$ lsns -l -t uts -o NSFS,TYPE,NSFS -Q NSFS
1 NSFS    TYPE NSFS
1 /mnt/a  uts  /mnt/a
1 /mnt/bc      /mnt/bc
? 0
