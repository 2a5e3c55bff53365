### limit-nproc-fork
user: tester
tools: prlimit
$ prlimit --nproc=1 unshare -f true
2 unshare: fork failed: Resource temporarily unavailable
? 1

### limit-nproc-helper
user: tester
tools: prlimit
$ prlimit --nproc=1 unshare --map-users auto true
2 unshare: fork failed: Resource temporarily unavailable
? 1
