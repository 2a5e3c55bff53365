### exec-args
user: tester
$ unshare echo a "b c" ""
1\ a b c \n
? 0

### exec-enoent-path
user: tester
$ unshare ./no-such-program
2 unshare: failed to execute ./no-such-program: No such file or directory
? 127

### exec-directory
user: tester
$ unshare /
2 unshare: failed to execute /: Permission denied
? 126

### exec-not-executable
user: tester
$ unshare /etc/passwd
2 unshare: failed to execute /etc/passwd: Permission denied
? 126

### exec-no-shebang
user: tester
$ echo "echo hi \$0 \$@" >s; chmod 755 s; unshare ./s a b
1 hi ./s a b
? 0

### exec-no-shebang-via-path
user: tester
$ echo "echo hi \$0 \$@" >s; chmod 755 s; PATH=$PATH:. unshare s a b
1 hi ./s a b
? 0

### exec-tab-name
user: tester
$ unshare "$(printf 'a\tb')"
2 unshare: failed to execute a	b: No such file or directory
? 127

### exec-empty-path-env
user: tester
note: an empty PATH element means the current directory
$ U=$(command -v unshare); cp /bin/echo here; PATH= "$U" here ok
1 ok
? 0

### exec-unset-path-env
user: tester
note: libc default search path
$ U=$(command -v unshare); env -u PATH "$U" echo ok
1 ok
? 0

### exec-bytes-that-are-no-text
user: tester
$ unshare "$(printf '\377\376')"
2\ unshare: failed to execute \xff\xfe: No such file or directory\n
? 127

### exec-fails-stderr-full
user: tester
$ unshare ./nosuch 2>/dev/full
? 1

### exec-fails-stderr-closed
user: tester
$ unshare ./nosuch 2>&-
? 1
