### help-exit
user: root
$ nsenter -h >/dev/null
? 0

### help-left-column
user: root
old-2.38.1: differs
note: option columns only; the descriptions start in column 32 (34 in the -C line)
$ nsenter -h | grep "^ *-" | cut -c1-31 | sed "s/ *$//"
1  -a, --all
1  -t, --target <PID>
1  -m, --mount[=<file>|=:<nsid>]
1  -u, --uts[=<file>|=:<nsid>]
1  -i, --ipc[=<file>|=:<nsid>]
1  -n, --net[=<file>|=:<nsid>]
1  -N, --net-socket <fd>
1  -p, --pid[=<file>|=:<nsid>]
1  -C, --cgroup[=<file>|=:<nsid>]
1  -U, --user[=<file>|=:<nsid>]
1      --user-parent
1  -T, --time[=<file>|=:<nsid>]
1  -S, --setuid[=<uid>]
1  -G, --setgid[=<gid>]
1      --preserve-credentials
1      --keep-caps
1  -r, --root[=<dir>]
1  -w, --wd[=<dir>]
1  -W, --wdns <dir>
1  -e, --env
1  -F, --no-fork
1  -c, --join-cgroup
1  -Z, --follow-context
1  -h, --help
1  -V, --version
? 0

### help-long
user: root
$ nsenter -h >$D/a; nsenter --help >$D/b; cmp $D/a $D/b && echo same
1 same
? 0

### help-abbrev-then-garbage
user: root
$ nsenter -h >$D/a; nsenter --hel --bogus -x >$D/b; echo $?; cmp $D/a $D/b && echo same
1 0
1 same
? 0

### help-after-bad-pid
user: root
old-2.38.1: differs
$ nsenter -t 0 --help
2 nsenter: invalid PID argument
? 1

### help-devfull
user: root
$ nsenter --help >/dev/full
2 nsenter: write error: No space left on device
? 1
