### nested-root-range
user: tester
old-2.38.1: differs
note: euid 0 inside a user namespace: written directly, no newuidmap; newgidmap is not used either, and setgroups stays as inherited
$ unshare -r unshare --map-users 0:0:1 --map-groups 0:0:1 cat /proc/self/uid_map /proc/self/gid_map /proc/self/setgroups
1          0          0          1
1          0          0          1
1 deny
? 0

### nested-root-range-too-wide
user: tester
old-2.38.1: differs
$ unshare -r unshare --map-users 0:0:2 true
2 unshare: failed to write /proc/<PID>/uid_map: Operation not permitted
? 1
