### thread-target
user: root
before: perl -MPOSIX -e 'sleep 600' & T=$!
after: kill $T
$ nsenter -t $(ls /proc/$T/task | tail -n 1) -n -w readlink /proc/self/cwd
1 /
? 0
