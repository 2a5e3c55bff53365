### wdns-bare-resets
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -u -W/usr -W pwd
1 /
? 0

### wdns-long
user: root
before: plain
after: kill $T
$ nsenter -t $T -n --wdns=/usr pwd
1 /usr
? 0

### wdns-empty
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -W= pwd
2 nsenter: cannot open current working directory: No such file or directory
? 1

### wdns-arg-is-program
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -n -W /usr
2 nsenter: failed to execute /usr: Permission denied
? 126

### wdns-relative
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -Wusr pwd
1 /usr
? 0

### wdns-relative-root
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -r/usr -Wbin /usr/bin/true; nsenter -t $T -n -r -Wusr pwd
1 /usr
2 nsenter: failed to execute /usr/bin/true: No such file or directory
? 0

### wdns-missing-after-root
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -r/usr -W/usr/share true
2 nsenter: cannot open current working directory: No such file or directory
? 1
