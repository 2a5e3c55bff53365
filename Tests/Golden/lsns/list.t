### list-columns
user: root
old-2.38.1: differs
note: third field masked
$ lsns -H | sed "s/> .*/>/"
1      NS <integer>
1    TYPE <string>
1    PATH <string>
1  NPROCS <integer>
1     PID <integer>
1    PPID <integer>
1 COMMAND <string>
1     UID <integer>
1    USER <string>
1 NETNSID <string>
1    NSFS <string>
1     PNS <integer>
1     ONS <integer>
? 0

### list-columns-raw
user: root
old-2.38.1: differs
$ lsns -H -r | cut -d" " -f1,2
1 NS <integer>
1 TYPE <string>
1 PATH <string>
1 NPROCS <integer>
1 PID <integer>
1 PPID <integer>
1 COMMAND <string>
1 UID <integer>
1 USER <string>
1 NETNSID <string>
1 NSFS <string>
1 PNS <integer>
1 ONS <integer>
? 0

### list-columns-json
user: root
old-2.38.1: differs
$ lsns -H -J | head -5
1 {
1    "lsns-columns": [
1       {
1          "holder": "NS",
1          "type": "<integer>",
? 0

### list-columns-json-compact
user: root
old-2.38.1: differs
$ LIBSMARTCOLS_JSON=compact lsns -HJ | cut -c1-35 | head -3
1 {"lsns-columns":[
1 {"holder":"NS","type":"<integer>","
1 {"holder":"TYPE","type":"<string>",
? 0

### list-columns-json-lines
user: root
old-2.38.1: differs
$ LIBSMARTCOLS_JSON=lines lsns -HJ | cut -c1-32 | tail -2
1 {"holder":"PNS","type":"<integer
1 {"holder":"ONS","type":"<integer
? 0

### list-and-tree-accepted
user: root
setup: sleeper -u
$ lsns -l --tree=process -t uts -o TYPE,COMMAND
1 TYPE COMMAND
1 uts  init case
1 uts  └─sleep 1000
? 0

### list-both-forms
user: root
old-2.38.1: differs
note: an exact name wins over a longer one
setup: sleeper -u
$ lsns --list -t uts -o COMMAND; lsns --list-columns -r | wc -l
1 COMMAND
1 init case
1 sleep 1000
1 13
? 0

### list-columns-unread
user: root
old-2.38.1: differs
note: neither the operand nor the list of -o is looked at
$ lsns -H -o nothing -n -u -W -T junk | wc -l
1 13
? 0

### list-columns-after-errors
user: root
old-2.38.1: differs
$ lsns -H -t nothing
2 lsns: unknown namespace type: nothing
? 1

### list-columns-json-keys
user: root
old-2.38.1: differs
note: the text of a description is free
$ lsns -HJ | sed 's/\("description": "\).*/\1/' | tail -n 8
1          "description": "
1       },{
1          "holder": "ONS",
1          "type": "<integer>",
1          "description": "
1       }
1    ]
1 }
? 0

### list-columns-raw-blanks
user: root
old-2.38.1: differs
$ lsns -Hr | grep -c "^[A-Z]* <[a-z]*> [^ ]*$"
1 13
? 0

### list-columns-words
user: root
deviates: D-251
$ lsns -H -r | head -n 1 | cut -d" " -f3 | cksum
1 4141008112 58
? 0
-1 2276928296 45
-? 0
