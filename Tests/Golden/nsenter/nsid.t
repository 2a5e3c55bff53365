### nsid-colon-nosupport
user: root
needs: no-nsid-build
$ nsenter --net=:12 true
2 nsenter: cannot open :12: No such file or directory
? 1

### nsid-parse-alpha
user: root
old-2.38.1: differs
$ nsenter --net=:abc true
2 nsenter: failed to parse nsid: abc
? 1

### nsid-parse-negative
user: root
old-2.38.1: differs
$ nsenter -n:-1 true
2 nsenter: failed to parse nsid: -1
? 1

### nsid-parse-hex
user: root
old-2.38.1: differs
$ nsenter -n:0x5 true
2 nsenter: failed to parse nsid: 0x5
? 1
