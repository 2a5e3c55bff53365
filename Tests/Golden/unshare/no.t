### no-namespace
user: tester
tools: readlink
$ unshare sh -c "id -u; readlink /proc/self/ns/user | tr -d 0-9"
1 1001
1 user:[]
? 0
