### subid-by-name
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'other:1:2\ntester:300000:10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
1 newuidmap 0 300000 10
? 0

### subid-first-wins
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf '1001:300000:10\ntester:400000:20\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
1 newuidmap 0 300000 10
? 0

### subid-uid-prefix
user: tester
note: the numeric test reads a leading number and ignores what follows
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf '1001abc:300000:10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
1 newuidmap 0 300000 10
? 0

### subid-uid-leading-space
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf ' 1001:300000:10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
1 newuidmap 0 300000 10
? 0

### subid-no-match
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'other:1:2\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: no line matching user "tester" in /etc/subuid
? 1

### subid-no-match-gid
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'other:1:2\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-groups auto true
2 unshare: no line matching user "tester" in /etc/subgid
? 1

### subid-empty
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf '' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: no line matching user "tester" in /etc/subuid
? 1

### subid-crlf
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:300000:10\r\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2\ unshare: failed to parse subid map: '10\x0d'\n
? 1

### subid-blank-lines
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf '\n\ntester:400000:20\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
1 newuidmap 0 400000 20
? 0

### subid-bad-start
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:abc:10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: failed to parse subid map: 'abc'
? 1

### subid-empty-start
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester::10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: failed to parse subid map: ''
? 1

### subid-bad-count
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:300000:abc\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: failed to parse subid map: 'abc'
? 1

### subid-empty-count
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:300000:\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: failed to parse subid map: ''
? 1

### subid-extra-field
user: tester
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:300000:10:5\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: failed to parse subid map: '10:5'
? 1

### subid-negative-start
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:-5:10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
2 unshare: failed to parse subid map: '-5': Numerical result out of range
? 1

### subid-nul-count
user: tester
old-2.38.1: differs
note: zero count: nothing to map, no helper is run
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:300000:0\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-users auto true
? 0

### subid-subids
user: tester
old-2.38.1: differs
setup: printf "#!/bin/sh\nshift; echo \"newuidmap \$*\"\n" >newuidmap; printf "#!/bin/sh\nshift; echo \"newgidmap \$*\"\n" >newgidmap; chmod 755 new?idmap; printf 'tester:300000:10\n' >sub; mount --bind sub /etc/subuid; mount --bind sub /etc/subgid
$ PATH=$T:$PATH; unshare --map-subids true
1 newuidmap 300000 300000 10
1 newgidmap 300000 300000 10
? 0

### subid-missing-file
user: tester
setup: mkdir e; mount -t tmpfs none e; cp -a /etc/passwd /etc/group /etc/nsswitch.conf e/; mount --bind e /etc
$ unshare --map-auto true
2 unshare: could not open '/etc/subuid': No such file or directory
? 1

### subid-missing-gid-file
user: tester
setup: mkdir e; mount -t tmpfs none e; cp -a /etc/passwd /etc/group /etc/nsswitch.conf e/; mount --bind e /etc
$ unshare --map-groups auto true
2 unshare: could not open '/etc/subgid': No such file or directory
? 1

### subid-unknown-user
user: root
tools: setpriv
$ setpriv --reuid 4242 --regid 4242 --clear-groups unshare --map-auto true
2 unshare: you (user 4242) don't exist.
? 1

### subid-read-at-parse-time
user: tester
old-2.38.1: differs
setup: printf "other:1:2\n" >sub; mount --bind sub /etc/subuid
$ unshare --map-auto --help
2 unshare: no line matching user "tester" in /etc/subuid
? 1

### subid-wrap-start
user: root
old-2.38.1: differs
deviates: D-14
setup: printf "root:4294967301:10\n" >sub; mount --bind sub /etc/subuid
$ unshare --map-users auto cat /proc/self/uid_map
2 unshare: failed to parse subid map: '4294967301': Numerical result out of range
? 1
-1          0          5         10
-? 0

### subid-past-top
user: root
old-2.38.1: differs
deviates: D-07
setup: printf "root:4294967290:10\n" >sub; mount --bind sub /etc/subuid
$ unshare --map-users auto cat /proc/self/uid_map
2 unshare: failed to parse subid map: '10': Numerical result out of range
? 1
-1          0 4294967290          5
-1          5          0          5
-? 0

### subid-login-before-loose
user: root
old-2.38.1: differs
deviates: D-04
setup: printf "other:300000:10\nroot:400000:10\n" >sub; mount --bind sub /etc/subuid
$ unshare --map-users auto cat /proc/self/uid_map
1          0     400000         10
? 0
-1          0     300000         10
-? 0

### subid-root-any-line
user: root
old-2.38.1: differs
setup: printf "other:300000:10\n" >sub; mount --bind sub /etc/subuid
$ unshare --map-users auto cat /proc/self/uid_map
1          0     300000         10
? 0
