### argv0-path
user: root
$ bash -c "exec -a /x/y/zz nsenter -x"; bash -c "exec -a /x/y/zz nsenter -t x"
2 /x/y/zz: invalid option -- 'x'
2 Try 'zz --help' for more information.
2 zz: invalid PID argument
? 1
