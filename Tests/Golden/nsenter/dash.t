### dash-dash
user: root
before: plain
after: kill $T
$ nsenter -t $T -n -- echo -- -x; nsenter -t $T -n - 2>&1
1 -- -x
1 nsenter: failed to execute -: No such file or directory
? 127
