### forward-implies-fork
user: tester
old-2.38.1: differs
$ unshare -rp --forward-signals sh -c "echo \$\$"
1 1
? 0
