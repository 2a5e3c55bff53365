### exec-enoent-path
user: root
before: plain
after: kill $T
$ nsenter -t $T -u /nonexistent
2 nsenter: failed to execute /nonexistent: No such file or directory
? 127

### exec-directory
user: root
before: plain
after: kill $T
$ nsenter -t $T -u /etc
2 nsenter: failed to execute /etc: Permission denied
? 126

### exec-not-executable
user: root
before: plain
after: kill $T
$ nsenter -t $T -u /etc/passwd
2 nsenter: failed to execute /etc/passwd: Permission denied
? 126

### exec-enoent-stderr-full
user: root
note: the failed message turns 127 into 1
before: plain
after: kill $T
$ nsenter -t $T -u nonexistent-program 2>/dev/full
? 1

### exec-enoent-stderr-closed
user: root
before: plain
after: kill $T
$ nsenter -t $T -u nonexistent-program 2>&-
? 1

### exec-script-without-shebang
user: root
note: the C library runs it with /bin/sh
before: plain
after: kill $T
$ printf 'echo script "$1"\n' >$D/s; chmod 755 $D/s; nsenter -t $T -u $D/s arg
1 script arg
? 0
