### caps-r
user: tester
$ unshare -r grep -E 'Cap(Inh|Amb)' /proc/self/status
1 CapInh:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### caps-c-none
user: tester
$ unshare -c grep -E 'Cap(Prm|Eff|Inh|Amb)' /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### caps-keep-c
user: tester
$ unshare -c --keep-caps grep -E 'Cap(Prm|Eff|Inh|Amb)' /proc/self/status
1 CapInh:	000001ffffffffff
1 CapPrm:	000001ffffffffff
1 CapEff:	000001ffffffffff
1 CapAmb:	000001ffffffffff
? 0

### caps-keep-unmapped
user: tester
$ unshare -U --keep-caps grep -E 'CapAmb' /proc/self/status
1 CapAmb:	000001ffffffffff
? 0

### caps-keep-no-userns
user: root
$ unshare --keep-caps grep -E 'Cap(Inh|Amb)' /proc/self/status
1 CapInh:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### caps-keep-after-setuid
user: tester
needs: newuidmap
note: changing away from uid 0 drops everything first, so nothing is left to keep
$ unshare --map-auto -r -S 5 -G 5 --keep-caps grep -E 'Cap(Prm|Eff|Inh|Amb)' /proc/self/status
1 CapInh:	0000000000000000
1 CapPrm:	0000000000000000
1 CapEff:	0000000000000000
1 CapAmb:	0000000000000000
? 0

### caps-keep-fork
user: tester
$ unshare -cf --keep-caps grep CapAmb /proc/self/status
1 CapAmb:	000001ffffffffff
? 0
