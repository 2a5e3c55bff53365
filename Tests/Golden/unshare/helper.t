### helper-argv-auto
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-auto true
1 newuidmap 0 100000 65536
1 newgidmap 0 100000 65536
? 0

### helper-argv-auto-root
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-auto -r true
1 newuidmap 0 1001 1 1 100000 65536
1 newgidmap 0 1001 1 1 100000 65536
? 0

### helper-argv-auto-current
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-auto -c true
1 newuidmap 1001 1001 1 0 100000 1001 1002 101001 64535
1 newgidmap 1001 1001 1 0 100000 1001 1002 101001 64535
? 0

### helper-argv-subids
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-subids true
1 newuidmap 100000 100000 65536
1 newgidmap 100000 100000 65536
? 0

### helper-argv-subids-root
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-subids -r true
1 newuidmap 0 1001 1 100000 100000 65536
1 newgidmap 0 1001 1 100000 100000 65536
? 0

### helper-argv-subids-last
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-subids --map-user 165535 true
1 newuidmap 165535 1001 1 100000 100000 65535
1 newgidmap 100000 100000 65536
? 0

### helper-argv-subids-one-past
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-subids --map-user 165536 true
1 newuidmap 165536 1001 1 100000 100000 65535
1 newgidmap 100000 100000 65536
? 0

### helper-argv-users-only
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-users 0:100000:10 true
1 newuidmap 0 100000 10
? 0

### helper-argv-groups-only
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-groups 0:100000:10 true
1 newgidmap 0 100000 10
? 0

### helper-argv-users-and-map-group
user: tester
old-2.38.1: differs
note: only newuidmap; the gid map is the direct single entry
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-users 0:100000:10 -r true
1 newuidmap 0 1001 1 1 100000 9
? 0

### helper-argv-outer-inside
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-user 0 --map-users 10:1000:10 true
1 newuidmap 0 1001 1 10 1000 1 11 1002 8
? 0

### helper-argv-outer-first
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-user 0 --map-users 10:1001:10 true
1 newuidmap 0 1001 1 10 1002 9
? 0

### helper-argv-outer-last
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-user 0 --map-users 10:992:10 true
1 newuidmap 0 1001 1 10 992 9
? 0

### helper-argv-outer-two-past
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-user 0 --map-users 10:990:10 true
1 newuidmap 0 1001 1 10 990 10
? 0

### helper-argv-all-users
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-users all true
1 newuidmap 0 0 4294967295
? 0

### helper-argv-multi
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap
$ PATH=$T:$PATH; unshare --map-users 0:100000:5 --map-users 5:200000:5 --map-groups auto --map-groups 70000:300000:2 true
1 newuidmap 0 100000 5 5 200000 5
1 newgidmap 0 100000 65536 70000 300000 2
? 0

### helper-argv-auto-overlap-own-uid
user: tester
deviates: D-08
old-2.38.1: differs
note: own uid inside its subid range: the result reaches one past the range
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf "tester:1000:10\n" >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-auto -r true
1 newuidmap 0 1001 1 1 1000 1 2 1002 8
1 newgidmap 0 1001 1 1 1000 1 2 1002 8
? 0
-1 newuidmap 0 1001 1 1 1000 1 2 1002 9
-1 newgidmap 0 1001 1 1 1000 1 2 1002 9
-? 0

### helper-signal-swallowed
user: tester
deviates: D-03
note: defect: death of the helper by a signal counts as success
setup: printf "#!/bin/sh\nkill -9 \$\$\n" >newuidmap; chmod 755 newuidmap
$ PATH=$T:$PATH; unshare --map-users auto sh -c "echo ran; cat /proc/self/uid_map"
2 unshare: helper was killed by signal KILL
? 1
-1 ran
-? 0

### helper-missing-gid
user: tester
setup: mkdir e; printf "#!/bin/sh\nexit 0\n" >e/newuidmap; chmod 755 e/newuidmap
$ U=$(command -v unshare); PATH=$T/e "$U" --map-auto /bin/true
2 unshare: failed to execute newgidmap: No such file or directory
? 127

### helper-not-executable
user: tester
setup: mkdir e; echo >e/newuidmap
$ U=$(command -v unshare); PATH=$T/e "$U" --map-users auto true
2 unshare: failed to execute newuidmap: Permission denied
? 126

### helper-real-auto
user: tester
needs: newuidmap
$ unshare --map-auto cat /proc/self/uid_map /proc/self/gid_map
1          0     100000      65536
1          0     100000      65536
? 0

### helper-real-auto-current
user: tester
needs: newuidmap
old-2.38.1: differs
$ unshare --map-auto -c cat /proc/self/uid_map /proc/self/gid_map
1       1001       1001          1
1          0     100000       1001
1       1002     101001      64535
1       1001       1001          1
1          0     100000       1001
1       1002     101001      64535
? 0

### helper-real-subids
user: tester
needs: newuidmap
old-2.38.1: differs
$ unshare --map-subids -r cat /proc/self/uid_map /proc/self/gid_map
1          0       1001          1
1     100000     100000      65536
1          0       1001          1
1     100000     100000      65536
? 0

### helper-real-refused
user: tester
needs: newuidmap
old-2.38.1: differs
$ unshare --map-users 0:5:1 true
2 newuidmap: uid range [0-1) -> [5-6) not allowed
? 1

### helper-real-all-refused
user: tester
needs: newuidmap
old-2.38.1: differs
$ unshare --map-users all true
2 newuidmap: uid range [0-4294967295) -> [0-4294967295) not allowed
? 1

### helper-orphan-keeps-pipe-open
user: tester
deviates: D-01
tools: timeout
note: the blocked helper keeps the write end, so the reader never sees the end; 124 is the timeout
$ touch f; timeout 8 sh -c "unshare --mount=$T/f true 2>/dev/null | cat"; echo $?
1 0
? 0
-1 124
-? 0
