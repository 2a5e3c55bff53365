### locale-missing
user: root
note: a locale that is not installed means the C locale: ASCII drawing
setup: sleeper -u
$ LC_ALL=xx_XX.UTF-8 lsns -t uts -o COMMAND
1 COMMAND
1 init case
1 `-sleep 1000
? 0

### locale-c-utf8-lower
user: root
setup: sleeper -u
$ LC_ALL=C.utf8 lsns -t uts -o COMMAND
1 COMMAND
1 init case
1 └─sleep 1000
? 0

### locale-order
user: root
setup: sleeper -u
$ env -u LC_ALL LANG=C LC_CTYPE=C.UTF-8 lsns -t uts -o COMMAND; LC_ALL= LANG=C.UTF-8 lsns -t uts -o COMMAND
1 COMMAND
1 init case
1 └─sleep 1000
1 COMMAND
1 init case
1 └─sleep 1000
? 0

### locale-none
user: root
setup: sleeper -u
$ env -u LC_ALL lsns -t uts -o COMMAND; LC_ALL=POSIX LANG=C.UTF-8 lsns -t uts -o COMMAND
1 COMMAND
1 init case
1 `-sleep 1000
1 COMMAND
1 init case
1 `-sleep 1000
? 0
