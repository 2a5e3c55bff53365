### nothing
user: root
old-2.38.1: differs
$ nsenter true
2 nsenter: no namespace specified
? 1
