### shell-env
user: tester
$ echo 'echo $0' | SHELL=/bin/sh unshare
1 -sh
? 0

### shell-env-bash
user: tester
$ echo 'echo $0; shopt -q login_shell && echo login' | HOME=/nonexistent SHELL=/bin/bash unshare
1 -bash
1 login
? 0

### shell-unset-uses-passwd
user: tester
old-2.38.1: differs
$ echo 'echo $0' | env -u SHELL unshare
1 -bash
? 0

### shell-empty-uses-passwd
user: tester
old-2.38.1: differs
$ echo 'echo $0' | SHELL= unshare
1 -bash
? 0

### shell-unset-no-passwd-entry
user: root
tools: setpriv
$ echo 'echo $0' | env -u SHELL setpriv --reuid 4242 --regid 4242 --clear-groups unshare
1 -sh
? 0

### shell-unset-in-unmapped-userns
user: tester
old-2.38.1: differs
note: the passwd entry looked up is the one of the uid seen after the switch, here the overflow uid
$ env -u SHELL unshare -U
1 This account is currently not available.
? 1

### shell-unset-map-root
user: tester
old-2.38.1: differs
$ echo 'echo $0' | env -u SHELL unshare -r
1 -bash
? 0

### shell-missing
user: tester
$ SHELL=/no/such unshare
2 unshare: failed to execute /no/such: No such file or directory
? 127

### shell-relative-not-searched
user: tester
$ SHELL=sh unshare
2 unshare: failed to execute sh: No such file or directory
? 127

### shell-trailing-slash
user: tester
$ SHELL=/bin/sh/ unshare
2 unshare: failed to execute /bin/sh/: Not a directory
? 126

### shell-not-executable
user: tester
$ SHELL=/etc/passwd unshare
2 unshare: failed to execute /etc/passwd: Permission denied
? 126
