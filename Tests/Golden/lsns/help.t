### help-wins
user: root
$ lsns -h -Z | head -2
1
1 Usage:
? 0

### help-options
user: root
old-2.38.1: differs
note: the descriptions are free
$ lsns --help | grep "^ *-" | cut -c1-24 | sed "s/ *$//"
1  -J, --json
1  -l, --list
1  -n, --noheadings
1  -o, --output <list>
1      --output-all
1  -P, --persistent
1  -p, --task <pid>
1  -Q, --filter <expr>
1  -r, --raw
1  -u, --notruncate
1  -W, --nowrap
1  -t, --type <name>
1  -T, --tree[=<rel>]
1  -H, --list-columns
1  -h, --help
1  -V, --version
? 0

### help-frame
user: root
old-2.38.1: differs
$ lsns --help | head -n 3; lsns -h | tail -n 1
1
1 Usage:
1  lsns [options] [<namespace ID>]
1 For more details see lsns(8).
? 0
