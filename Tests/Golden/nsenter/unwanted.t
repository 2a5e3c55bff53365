### unwanted-arg-all
user: root
$ nsenter --all=5
2 nsenter: option '--all' doesn't allow an argument
2 Try 'nsenter --help' for more information.
? 1

### unwanted-arg-env
user: root
old-2.38.1: differs
$ nsenter --env=5
2 nsenter: option '--env' doesn't allow an argument
2 Try 'nsenter --help' for more information.
? 1

### unwanted-arg-no-fork
user: root
$ nsenter --no-fork=1
2 nsenter: option '--no-fork' doesn't allow an argument
2 Try 'nsenter --help' for more information.
? 1

### unwanted-arg-abbrev
user: root
$ nsenter --pres=1
2 nsenter: option '--preserve-credentials' doesn't allow an argument
2 Try 'nsenter --help' for more information.
? 1
