### ext-discover-unknown
user: root
ours-only: yes
$ lsns --discover=fd,x
2 lsns: unknown way to discover namespaces: 'x'
? 1

### ext-discover-empty-word
user: root
ours-only: yes
$ lsns --discover=fd,
2 lsns: unknown way to discover namespaces: ''
? 1

### ext-discover-abbreviated
user: root
ours-only: yes
note: extensions are found by their exact name only
$ lsns --discove=fd
2 lsns: unrecognized option '--discove=fd'
2 Try 'lsns --help' for more information.
? 1

### ext-discover-no-value
user: root
ours-only: yes
$ lsns --discover
2 lsns: option '--discover' requires an argument
2 Try 'lsns --help' for more information.
? 1

### ext-discover-changes-no-abbreviation
user: root
ours-only: yes
note: no option of the original begins with a d
$ lsns --d
2 lsns: unrecognized option '--d'
2 Try 'lsns --help' for more information.
? 1

### ext-heldby
user: root
ours-only: yes
$ lsns -l -t uts -o TYPE,NPROCS,HELDBY
1 TYPE NPROCS HELDBY
1 uts       2 proc:1
? 0

### ext-heldby-lower-case
user: root
ours-only: yes
$ lsns -lr -t uts -o type,heldby; lsns -lnr -t uts -o +HeldBy -Q 'heldby == "proc:1"' | wc -l
1 TYPE HELDBY
1 uts proc:1
1 1
? 0

### ext-heldby-json
user: root
ours-only: yes
$ LIBSMARTCOLS_JSON=lines lsns -l -J -t uts -o HELDBY
1 {"heldby":["proc:1"]}
? 0

### ext-heldby-in-filter
user: root
ours-only: yes
$ lsns -lnr -t uts -o TYPE -Q 'HELDBY =~ "^proc:1$"'
1 uts
? 0

### ext-heldby-several
user: root
ours-only: yes
note: whatever a mount point is called, it is one holder
setup: mount -t tmpfs none /mnt; touch '/mnt/a,proc:7 b\c'; unshare --uts='/mnt/a,proc:7 b\c' true
$ exec 8<'/mnt/a,proc:7 b\c'; lsns -ln -t uts -o NPROCS,HELDBY,TYPE -Q 'NPROCS == 0'; lsns -lnW -t uts -o HELDBY -Q 'NPROCS == 0'; lsns -lnr -t uts -o HELDBY -Q 'NPROCS == 0'; LIBSMARTCOLS_JSON=lines lsns -lJ -t uts -o HELDBY -Q 'HELDBY =~ "^fd:1/8,mount:/mnt/a,"'; lsns -lJ -t uts -o HELDBY -Q 'NPROCS == 0' | grep held
1 0 fd:1/8                  uts
1\   mount:/mnt/a,proc:7 b\\c \n
1 fd:1/8,mount:/mnt/a\x2cproc:7 b\c
1 fd:1/8,mount:/mnt/a\x2cproc:7\x20b\x5cc
1 {"heldby":["fd:1/8","mount:/mnt/a,proc:7 b\\c"]}
1          "heldby": ["fd:1/8", "mount:/mnt/a,proc:7 b\\c"]
? 0

### ext-output-all-unchanged
user: root
ours-only: yes
$ lsns --output-all -r -t uts --discover=all | head -n 1
1 NS TYPE PATH NPROCS PID PPID COMMAND UID USER NETNSID NSFS PNS ONS
? 0

### ext-list-columns
user: root
ours-only: yes
note: the column is described where somebody asks for what it shows
$ lsns -Hr | cut -d ' ' -f 1,2 | tail -n 1; lsns --discover=all -Hr | cut -d ' ' -f 1,2 | tail -n 1
1 ONS <integer>
1 NSID <integer>
? 0

### ext-discover-only-mounts
user: root
ours-only: yes
setup: mount -t tmpfs none /mnt; touch /mnt/u; unshare --uts=/mnt/u true
$ lsns -ln -t uts -o NPROCS,HELDBY --discover=mount; lsns -ln -t uts -o NPROCS,HELDBY --discover=proc
1 0 mount:/mnt/u
1 2 proc:1
? 0

### ext-holders
user: root
ours-only: yes
$ lsns --holders "uts:[$(lsns -lnr -t uts -o NS)]" -n -r | sed 1q | cut -d ' ' -f 1,2
1 proc 1
? 0

### ext-holders-none
user: root
ours-only: yes
$ lsns --holders 'net:[1]'
2 lsns: not found namespace: net:[1]
? 1

### ext-holders-no-number
user: root
ours-only: yes
$ lsns --holders net:1
2 lsns: invalid namespace argument: 'net:1'
? 1

### ext-holders-and-output
user: root
ours-only: yes
$ lsns --holders 1 -o NS
2 lsns: options --holders and --output cannot be combined
? 1

### ext-holders-and-operand
user: root
ours-only: yes
$ lsns --holders 1 2
2 lsns: --holders is mutually exclusive with <namespace>
? 1

### ext-holders-abbreviated
user: root
ours-only: yes
note: extensions are found by their exact name only
$ lsns --holder 1
2 lsns: unrecognized option '--holder'
2 Try 'lsns --help' for more information.
? 1
