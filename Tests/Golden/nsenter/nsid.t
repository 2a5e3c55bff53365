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

### nsid-equals
user: root
$ nsenter -n=:0x1 true; nsenter -n==:3 true; nsenter --net= true
2 nsenter: failed to parse nsid: 0x1
2 nsenter: cannot open =:3: No such file or directory
2 nsenter: cannot open : No such file or directory
? 1

### nsid-empty
user: root
$ nsenter --net=: true
2\ nsenter: failed to parse nsid: \n
? 1

### nsid-too-big
user: root
$ nsenter --net=:18446744073709551616 true
2 nsenter: failed to parse nsid: 18446744073709551616
? 1

### nsid-plus
user: root
$ nsenter --net=":+a" true; nsenter --net=":5x" true
2 nsenter: failed to parse nsid: +a
2 nsenter: failed to parse nsid: 5x
? 1
