### abbr-ambiguous-output
user: root
$ lsns --out NS
2 lsns: option '--out' is ambiguous; possibilities: '--output' '--output-all'
2 Try 'lsns --help' for more information.
? 1

### abbr-ambiguous-list
user: root
old-2.38.1: differs
$ lsns --li
2 lsns: option '--li' is ambiguous; possibilities: '--list' '--list-columns'
2 Try 'lsns --help' for more information.
? 1

### abbr-error-full-name
user: root
old-2.38.1: differs
note: the message names the full option
$ lsns --fil
2 lsns: option '--filter' requires an argument
2 Try 'lsns --help' for more information.
? 1

### abbr-ambiguous-no
user: root
$ lsns --no
2 lsns: option '--no' is ambiguous; possibilities: '--notruncate' '--noheadings' '--nowrap'
2 Try 'lsns --help' for more information.
? 1

### abbr-ambiguous-t
user: root
$ lsns --t
2 lsns: option '--t' is ambiguous; possibilities: '--task' '--type' '--tree'
2 Try 'lsns --help' for more information.
? 1

### abbr-unique
user: root
$ lsns --noh --ty uts --outp TYPE; lsns --noh --ty uts --output TYPE
1 uts
2 lsns: option '--outp' is ambiguous; possibilities: '--output' '--output-all'
2 Try 'lsns --help' for more information.
? 0

### abbr-value
user: root
old-2.38.1: differs
$ lsns --no-such=1; lsns --fil=1 --typ=uts --json=1
2 lsns: unrecognized option '--no-such=1'
2 Try 'lsns --help' for more information.
2 lsns: option '--json' doesn't allow an argument
2 Try 'lsns --help' for more information.
? 1

### abbr-nothing
user: root
$ lsns --=
2 lsns: option '--=' is ambiguous; possibilities: '--json' '--task' '--help' '--output' '--output-all' '--persistent' '--filter' '--notruncate' '--version' '--noheadings' '--nowrap' '--list' '--raw' '--type' '--tree' '--list-columns'
2 Try 'lsns --help' for more information.
? 1
