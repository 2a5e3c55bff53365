### missing-arg-net-socket
user: root
old-2.38.1: differs
$ nsenter --net-socket
2 nsenter: option '--net-socket' requires an argument
2 Try 'nsenter --help' for more information.
? 1
