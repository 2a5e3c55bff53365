### nofork-signal-term
user: root
before: plain
after: kill $T
$ how nsenter -t $T -u sh -c 'kill -TERM $$'
1 signal 15
? 0
