### excl-w-W
user: root
old-2.38.1: differs
$ nsenter -w -W
2 nsenter: options --wd and --wdns cannot be combined
? 1

### excl-W-w-before-open
user: root
old-2.38.1: differs
$ nsenter -W/usr -w/nonexistent true
2 nsenter: options --wdns and --wd cannot be combined
? 1

### excl-open-before-W
user: root
$ nsenter -w/nonexistent -W/usr true
2 nsenter: cannot open /nonexistent: No such file or directory
? 1

### excl-same-twice
user: root
$ nsenter -w/ -w/usr --net=/proc/self/ns/net pwd
1 /usr
? 0

### excl-long-and-short
user: root
$ nsenter --wdns=/ -w/nonexistent true
2 nsenter: options --wdns and --wd cannot be combined
? 1

### excl-bare
user: root
$ nsenter -W -w true
2 nsenter: options --wdns and --wd cannot be combined
? 1
