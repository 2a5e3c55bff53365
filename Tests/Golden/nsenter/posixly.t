### posixly-correct
user: root
before: plain
after: kill $T
$ POSIXLY_CORRECT=1 nsenter -t $T -n sh -c "echo \$0 \$1" -n x
1\ x
? 0
