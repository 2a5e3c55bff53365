### posix-order
user: root
before: target --net
after: kill $T
$ nsenter -t $T -n sh -c 'echo "$*"' x -n --help -p
1 -n --help -p
? 0
