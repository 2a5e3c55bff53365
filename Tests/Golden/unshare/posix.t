### posix-stop-at-operand-2
user: tester
$ unshare true --nonsense
? 0
