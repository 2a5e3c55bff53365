### dashdash
user: tester
$ unshare -U -- echo -x --y
1 -x --y
? 0

### dashdash-option-as-program
user: tester
$ unshare -- -x
2 unshare: failed to execute -x: No such file or directory
? 127
