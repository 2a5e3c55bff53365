### debug-of-lsns
user: root
deviates: D-250
$ LSNS_DEBUG=all lsns -n -t uts -o TYPE 2>&1 | wc -l
1 1
? 0
-1 14
-? 0

### debug-of-table
user: root
deviates: D-250
$ LIBSMARTCOLS_DEBUG=all lsns -n -t uts -o TYPE 2>&1 | wc -l
1 1
? 0
-1 48
-? 0

### debug-help
user: root
deviates: D-250
$ LIBSMARTCOLS_DEBUG=help lsns -n -t uts -o TYPE 2>&1 | grep -c .
1 1
? 0
-1 12
-? 0
