### cmd-escapes
user: root
old-2.38.1: differs
setup: named $'t\tn\nb\\s\\x41\x7f\x1b'
$ lsns -t uts -l -o COMMAND -Q "NPROCS == 1"
1 COMMAND
1 t\x09n\x0ab\s\x5cx41\x7f\x1b 1000
? 0

### cmd-escapes-raw
user: root
old-2.38.1: differs
setup: named $'t\tn\nb\\s\\x41\x7f\x1b "q"'
$ lsns -t uts -lr -o COMMAND -Q "NPROCS == 1"
1 COMMAND
1 t\x09n\x0ab\x5cs\x5cx41\x7f\x1b\x20"q"\x201000
? 0

### cmd-escapes-json
user: root
old-2.38.1: differs
setup: named $'t\tn\nb\\s\\x41\x1b "q" /\b\f\r'
$ lsns -t uts -lJ -o COMMAND -Q "NPROCS == 1"
1 {
1    "namespaces": [
1       {
1          "command": "t\tn\nb\\s\\x41\u001b \"q\" /\b\f\r 1000"
1       }
1    ]
1 }
? 0

### cmd-utf8
user: root
old-2.38.1: differs
setup: named $'\xc3\xa9\xe4\xb8\xad\xff\xc2\x85e\xcc\x81'
$ lsns -t uts -l -o COMMAND,TYPE -Q "NPROCS == 1"
1 COMMAND               TYPE
1 é中\xff\xc2\x85é 1000 uts
? 0

### cmd-utf8-C-locale
user: root
old-2.38.1: differs
setup: named $'\xc3\xa9\xe4\xb8\xad\xff'
$ LC_ALL=C lsns -t uts -l -o COMMAND,TYPE -Q "NPROCS == 1"
1 COMMAND                       TYPE
1 \xc3\xa9\xe4\xb8\xad\xff 1000 uts
? 0

### cmd-utf8-raw
user: root
old-2.38.1: differs
setup: named $'\xc3\xa9'
$ lsns -t uts -lr -o COMMAND,TYPE -Q "NPROCS == 1"
1 COMMAND TYPE
1 \xc3\xa9\x201000 uts
? 0

### cmd-empty-argv0
user: root
old-2.38.1: differs
note: one NUL byte: empty text, comm is not used
setup: mkfifo fifo; unshare -u bash -c 'exec -a "" cat <>fifo' & await called $! cat
$ lsns -t uts -l -o COMMAND,TYPE -Q "NPROCS == 1"; lsns -t uts -lJ -o COMMAND -Q "NPROCS == 1"
1 COMMAND TYPE
1         uts
1 {
1    "namespaces": [
1       {
1          "command": null
1       }
1    ]
1 }
? 0

### cmd-empty-args
user: root
old-2.38.1: differs
note: trailing empty arguments leave trailing blanks
setup: # wc waits for a writer, by the name and with the arguments of another program
setup: mkfifo 'import time; time.sleep(1000)'
setup: unshare -u bash -c 'exec -a python3 wc -c "$@"' - 'import time; time.sleep(1000)' '' x '' &
setup: await called $! wc
$ lsns -t uts -lr -o COMMAND -Q "NPROCS == 1"
1 COMMAND
1 python3\x20-c\x20import\x20time;\x20time.sleep(1000)\x20\x20x\x20
? 0

### cmd-8k
user: root
old-2.38.1: differs
note: 8191 bytes and the newline
setup: named "$(printf '%09000d' 0)"
$ lsns -t uts -l -n -o COMMAND -Q "NPROCS == 1" | wc -c
1 8192
? 0

### cmd-del-and-invalid-json
user: root
old-2.38.1: differs
setup: named $'\x7f\xff/'
deviates: D-260
$ lsns -t uts -lJ -o COMMAND -Q "NPROCS == 1"
1 {
1    "namespaces": [
1       {
1\          "command": "\\u007f\xff/ 1000"\n
1       }
1    ]
1 }
? 0
-1 {
-1    "namespaces": [
-1       {
-1\          "command": "\x7f\xff/ 1000"\n
-1       }
-1    ]
-1 }
-? 0

### cmd-zero-width
user: root
old-2.38.1: differs
setup: named $'\u200b\u2028\u3000'
$ lsns -t uts -l -o COMMAND,TYPE -Q "NPROCS == 1" | cat -A
1 COMMAND             TYPE$
1 M-bM-^@M-^K\xe2\x80\xa8M-cM-^@M-^@ 1000 uts$
? 0
