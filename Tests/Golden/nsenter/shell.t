### shell-from-env
user: root
before: plain
after: kill $T
$ printf '#!/bin/sh\ntr "\\0" " " </proc/$$/cmdline; echo; echo args $#\n' >$D/sh9; chmod 755 $D/sh9; SHELL=$D/sh9 nsenter -t $T -u
1\ /bin/sh <DIR>/sh9 \n
1 args 0
? 0

### shell-argv0
user: root
before: plain
after: kill $T
$ SHELL=/bin/sh nsenter -t $T -u <<X
> echo \$0
> X
1 -sh
? 0

### shell-from-passwd
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ unset SHELL; nsenter -t $T -u -S 65534 -G 65534; echo "status $?"
1 This account is currently not available.
1 status 1
? 0

### shell-empty-env-passwd
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ SHELL= nsenter -t $T -u -S 65534; echo "status $?"
1 This account is currently not available.
1 status 1
? 0

### shell-no-passwd-entry
user: root
before: plain
after: kill $T
$ unset SHELL; nsenter -t $T -u -S 54321 <<X
> echo \$0
> X
1 -sh
? 0

### shell-missing
user: root
before: plain
after: kill $T
$ SHELL=/nonexistent nsenter -t $T -u
2 nsenter: failed to execute /nonexistent: No such file or directory
? 127

### shell-directory
user: root
before: plain
after: kill $T
$ SHELL=/etc nsenter -t $T -u
2 nsenter: failed to execute /etc: Permission denied
? 126

### shell-script-without-shebang
user: root
note: no /bin/sh fallback for the shell
before: plain
after: kill $T
$ printf "echo x\n" >$D/s; chmod 755 $D/s; SHELL=$D/s nsenter -t $T -u
2 nsenter: failed to execute <DIR>/s: Exec format error
? 126
