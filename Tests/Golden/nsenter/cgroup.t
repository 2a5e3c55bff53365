### cgroup-v1
user: root
needs: cgroup-v1-or-hybrid
old-2.38.1: differs
before: plain
after: kill $T
$ nsenter -t $T -n -c true
2 nsenter: --join-cgroup is only supported in cgroup v2
? 1

### cgroup-join-no-target
user: root
needs: cgroup-hybrid
old-2.38.1: differs
before: mkdir /sys/fs/cgroup/unified/ulns-$$ /sys/fs/cgroup/systemd/ulns-$$; plain; echo $T >/sys/fs/cgroup/unified/ulns-$$/cgroup.procs; echo $T >/sys/fs/cgroup/systemd/ulns-$$/cgroup.procs
after: kill $T; wait $T 2>/dev/null; for g in unified systemd; do until rmdir /sys/fs/cgroup/$g/ulns-$$; do sleep 0.02; done; done
$ unshare -m sh -c 'mount --bind /sys/fs/cgroup/unified /sys/fs/cgroup; nsenter -c --uts=/proc/self/ns/uts true' x $T
2 nsenter: neither filename nor target pid supplied for cgroup
? 1

### cgroup-join-missing-process
user: root
needs: cgroup-hybrid
old-2.38.1: differs
before: mkdir /sys/fs/cgroup/unified/ulns-$$ /sys/fs/cgroup/systemd/ulns-$$; plain; echo $T >/sys/fs/cgroup/unified/ulns-$$/cgroup.procs; echo $T >/sys/fs/cgroup/systemd/ulns-$$/cgroup.procs
after: kill $T; wait $T 2>/dev/null; for g in unified systemd; do until rmdir /sys/fs/cgroup/$g/ulns-$$; do sleep 0.02; done; done
$ unshare -m sh -c 'mount --bind /sys/fs/cgroup/unified /sys/fs/cgroup; nsenter -t 4194305 -c --uts=/proc/self/ns/uts true' x $T
2 nsenter: cannot open /proc/4194305/cgroup: No such file or directory
? 1

### cgroup-join-colon
user: root
needs: cgroup-hybrid
old-2.38.1: differs
deviates: D-127
note: defect: the path is cut at its last colon
before: mkdir /sys/fs/cgroup/unified/ul:ns-$$ /sys/fs/cgroup/systemd/ul:ns-$$; plain; echo $T >/sys/fs/cgroup/unified/ul:ns-$$/cgroup.procs; echo $T >/sys/fs/cgroup/systemd/ul:ns-$$/cgroup.procs
after: kill $T; wait $T 2>/dev/null; for g in unified systemd; do until rmdir /sys/fs/cgroup/$g/ul:ns-$$; do sleep 0.02; done; done
$ unshare -m sh -c 'mount --bind /sys/fs/cgroup/unified /sys/fs/cgroup; nsenter -t $1 -u -c true' x $T
? 0
-2 nsenter: failed to open cgroup.procs: No such file or directory
-? 1
