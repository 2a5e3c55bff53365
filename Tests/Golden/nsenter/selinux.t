### selinux-flag-ignored
user: root
needs: selinux-disabled
before: plain
after: kill $T
$ nsenter -Z -t $T -n true
? 0

### selinux-flag-no-target
user: root
needs: selinux-disabled
note: no target needed when SELinux is off
$ nsenter --follow-context --net=/proc/self/ns/net true
? 0
