### dash-alone-is-program
user: tester
$ unshare - a
2 unshare: failed to execute -: No such file or directory
? 127
