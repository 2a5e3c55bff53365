### tty-cut-20
user: root
tty: 20
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init ca
1 uts       1 root └─a-rat
? 0

### tty-40
user: root
tty: 40
$ lsns -t uts -t ipc -o NS,TYPE,NPROCS,PID,USER,COMMAND -p 1
1         NS TYPE NPROCS PID USER COMMAND
1 4026531838 uts       2   1 root init cas
1 4026531839 ipc       2   1 root init cas
? 0

### tty-cut-40
user: root
tty: 40
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name wi
? 0

### tty-cut-80
user: root
tty: 80
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name with blanks and more text to be cut off so
? 0

### tty-cut-120
user: root
old-2.38.1: differs
tty: 120
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE  NPROCS USER COMMAND
1 uts        2 root init case
1 uts        1 root └─a-rather-long-name with blanks and more text to be cut off somewhere 1000
? 0

### tty-twice-60
user: root
old-2.38.1: differs
tty: 60
setup: long_named
$ lsns -t uts -l -o COMMAND,TYPE,COMMAND
1 COMMAND                                         TYPE COMMAND
1 init case                                       uts  init ca
1 a-rather-long-name with blanks and more text to uts  a-rathe
? 0

### tty-owner-50
user: root
old-2.38.1: differs
tty: 50
setup: long_named
$ lsns -t uts -t user --tree -o NS,TYPE,NPROCS,COMMAND
1 NS           TYPE NPROCS COMMAND
1 4026531837   user      3 init case
1 ├─4026531838 uts       2 init case
1 └─<INO> uts       1 a-rather-long-name with b
? 0

### tty-wide-chars-30
user: root
tty: 30
setup: named $'\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad\xe6\x96\x87'
$ lsns -t uts -l -o COMMAND,TYPE,NPROCS
1 COMMAND            TYPE NPROCS
1 init case          uts       2
1 中文中文中文中文 1 uts       1
? 0

### tty-zero-columns-bad-env
user: root
tty: 0
setup: long_named
$ COLUMNS=40x lsns -t uts -o TYPE,COMMAND
1 TYPE COMMAND
1 uts  init case
1 uts  └─a-rather-long-name with blanks and more text to be cut off somewhere 1000
? 0

### tty-json-not-cut
user: root
old-2.38.1: differs
tty: 20
setup: long_named
$ lsns -t uts -J -l -o COMMAND -Q "NPROCS == 1"
1 {
1    "namespaces": [
1       {
1          "command": "a-rather-long-name with blanks and more text to be cut off somewhere 1000"
1       }
1    ]
1 }
? 0

### tty-grow-41
user: root
tty: 41
note: fits exactly
$ lsns -t uts -t ipc -p 1
1         NS TYPE NPROCS PID USER COMMAND
1 4026531838 uts       2   1 root init case
1 4026531839 ipc       2   1 root init case
? 0

### tty-grow-42
user: root
old-2.38.1: differs
tty: 42
note: one spare cell: PID
$ lsns -t uts -t ipc -p 1
1         NS TYPE NPROCS  PID USER COMMAND
1 4026531838 uts       2    1 root init case
1 4026531839 ipc       2    1 root init case
? 0

### tty-grow-43
user: root
old-2.38.1: differs
tty: 43
note: PID, then TYPE
$ lsns -t uts -t ipc -p 1
1         NS TYPE  NPROCS  PID USER COMMAND
1 4026531838 uts        2    1 root init case
1 4026531839 ipc        2    1 root init case
? 0

### tty-grow-44
user: root
old-2.38.1: differs
tty: 44
note: PID again in the second round
$ lsns -t uts -t ipc -p 1
1         NS TYPE  NPROCS   PID USER COMMAND
1 4026531838 uts        2     1 root init case
1 4026531839 ipc        2     1 root init case
? 0

### tty-cut-10
user: root
tty: 10
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init ca
1 uts       1 root └─a-rat
? 0

### tty-cut-60
user: root
tty: 60
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name with blanks and more t
? 0

### tty-cut-200
user: root
old-2.38.1: differs
tty: 200
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE  NPROCS USER COMMAND
1 uts        2 root init case
1 uts        1 root └─a-rather-long-name with blanks and more text to be cut off somewhere 1000
? 0

### tty-no-truncate
user: root
tty: 40
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND -u
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name with blanks and more text to be cut off somewhere 1000
? 0

### tty-zero-columns-80
user: root
tty: 0
note: nothing says how wide it is
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name with blanks and more text to be cut off so
? 0

### tty-zero-columns-env
user: root
tty: 0
setup: long_named
$ COLUMNS=40 lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name wi
? 0

### tty-zero-columns-sign
user: root
tty: 0
setup: long_named
$ COLUMNS=" +40" lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name wi
? 0

### tty-zero-columns-negative
user: root
tty: 0
setup: long_named
$ COLUMNS=-40 lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name with blanks and more text to be cut off so
? 0

### tty-width-beats-env
user: root
tty: 60
setup: long_named
$ COLUMNS=40 lsns -t uts -o TYPE,NPROCS,USER,COMMAND
1 TYPE NPROCS USER COMMAND
1 uts       2 root init case
1 uts       1 root └─a-rather-long-name with blanks and more t
? 0

### tty-noheadings
user: root
old-2.38.1: differs
tty: 40
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND -n
1 uts   2 root init case
1 uts   1 root └─a-rather-long-name with b
? 0

### tty-raw-not-cut
user: root
tty: 20
setup: long_named
$ lsns -t uts -o TYPE,NPROCS,USER,COMMAND -r
1 TYPE NPROCS USER COMMAND
1 uts 2 root init\x20case
1 uts 1 root \xe2\x94\x94\xe2\x94\x80a-rather-long-name\x20with\x20blanks\x20and\x20more\x20text\x20to\x20be\x20cut\x20off\x20somewhere\x201000
? 0

### tty-command-first
user: root
tty: 40
setup: long_named
$ lsns -t uts -o COMMAND,TYPE,USER
1 COMMAND                        TYPE USER
1 init case                      uts  root
1 └─a-rather-long-name with blan uts  root
? 0

### tty-three-times
user: root
old-2.38.1: differs
tty: 60
setup: long_named
$ lsns -t uts -o COMMAND,COMMAND,COMMAND
1 COMMAND                    COMMAND                   COMMAND
1 init case                  init case                 init ca
1 └─a-rather-long-name with  └─a-rather-long-name with └─a-rat
? 0

### tty-twice-tree
user: root
old-2.38.1: differs
tty: 50
setup: long_named
$ lsns -t uts -o COMMAND,COMMAND
1 COMMAND                                    COMMAND
1 init case                                  init ca
1 └─a-rather-long-name with blanks and more  └─a-rat
? 0

### tty-escape-cut
user: root
tty: 18
setup: named $'\t\t\t\t\t\t\t\t'
$ lsns -t uts -l -o COMMAND,TYPE
1 COMMAND       TYPE
1 init case     uts
1 \x09\x09\x09\ uts
? 0

### tty-nsfs
user: root
tty: 28
setup: pinned /mnt/a /mnt/long-name
$ lsns -t uts -o NSFS,COMMAND,TYPE
1 NSFS           COMMAND  TYPE
1                init cas uts
1 /mnt/a         └─sleep  uts
1\ /mnt/long-name          \n
? 0

### tty-output-all
user: root
tty: 80
setup: long_named
$ lsns --output-all -t uts -p 1
1         NS TYPE PATH           NPROCS PID PPID COMMAND UID USER NETNSID NSFS PNS        ONS
1 4026531838 uts  /proc/1/ns/uts      2   1    0 init ca   0 root                0 4026531837
? 0

### tty-hidden-columns
user: root
old-2.38.1: differs
tty: 60
note: hidden columns count where rounds are counted
setup: long_named
$ lsns -t uts -l -o COMMAND,COMMAND -Q "uid == 0 and PPID < 2"
1 COMMAND                                              COMMAND
1 init case                                            init ca
1 a-rather-long-name with blanks and more text to be c a-rathe
? 0

### tty-deep-tree
user: root
tty: 9
note: the drawing is wider than the terminal
setup: innermost() { called "$(pgrep -x sleep)" sleep; }; unshare -f unshare -f unshare -f unshare -f sleep 1000 & await innermost
$ lsns 4026531838 -o USER,COMMAND
1 USER COMMAND
1 root init ca
1 root ├─unsha
1 root │ └─uns
1 root │   └─u
1 root │     └
1\ root \xe2\x94\x82      \n
1\ root \xe2\x94\x94\xe2\x94\x80lsns \n
? 0

### tty-columns-huge
user: root
old-2.38.1: differs
tty: 0
deviates: D-231
setup: sleeper -u
$ COLUMNS=2147483647 lsns -t uts -o TYPE,COMMAND
1 TYPE  COMMAND
1 uts   init case
1 uts   └─sleep 1000
? 0
-1 T     C
-1 u     i
-1\ u     \n
-? 0
