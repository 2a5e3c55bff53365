### abbrev-unique
user: root
old-2.38.1: differs
note: the three abbreviations are accepted; fd 0 of the target is no socket
before: plain
after: kill $T
$ nsenter --targ=$T --net-s=0 --no true
2 nsenter: ioctl(4, SIOCGSKNS): Inappropriate ioctl for device
? 1
