### net-does-not-fork
user: root
before: target --net
after: kill $T
$ sh -c 'P=$$; export P; exec nsenter -t $0 -n sh -c "[ \$\$ = \$P ] && echo same process || echo new process"' $T
1 same process
? 0
