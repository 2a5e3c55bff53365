### optional-arg-needs-equals
user: root
$ unshare --uts /no/such
2 unshare: failed to execute /no/such: No such file or directory
? 127
