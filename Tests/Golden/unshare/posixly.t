### posixly-correct-no-effect
user: tester
$ POSIXLY_CORRECT=1 unshare --map-user 5 --map-group=6 id -u
1 5
? 0
