### only-target
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T true
2 nsenter: no namespace specified
? 1

### only-root
user: root
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -r true
2 nsenter: no namespace specified
? 1
