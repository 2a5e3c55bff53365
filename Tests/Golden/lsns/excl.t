### excl-persistent-task
user: root
old-2.38.1: differs
$ lsns -P -p 1
2 lsns: options --persistent and --task cannot be combined
? 1

### excl-json-raw
user: root
old-2.38.1: differs
$ lsns -J --raw
2 lsns: options --json and --raw cannot be combined
? 1

### excl-raw-json
user: root
old-2.38.1: differs
$ lsns --raw -J
2 lsns: options --raw and --json cannot be combined
? 1

### excl-task-persistent
user: root
old-2.38.1: differs
$ lsns -p 1 -P
2 lsns: options --task and --persistent cannot be combined
? 1

### excl-before-value
user: root
old-2.38.1: differs
note: the check of the pair comes before that of the value
$ lsns -P -p x
2 lsns: options --persistent and --task cannot be combined
? 1

### excl-same-twice
user: root
old-2.38.1: differs
$ lsns -r -r -P -P
? 0
