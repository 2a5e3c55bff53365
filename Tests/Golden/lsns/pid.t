### pid-too-big
user: root
$ lsns -p 2147483648
2 lsns: invalid PID argument: '2147483648': Numerical result out of range
? 1

### pid-none-such
user: root
$ lsns -p 999999
? 0

### pid-parent-tree
user: root
old-2.38.1: differs
setup: unshare -pf sleep 1000 & await child_called $! sleep
$ lsns -t pid --tree=parent -o NS,TYPE,NPROCS,COMMAND
1 NS           TYPE NPROCS COMMAND
1 <INO>   pid       3 init case
1 └─<INO> pid       1 sleep 1000
? 0

### pid-zero
user: root
old-2.38.1: differs
$ lsns -p 0
2 lsns: invalid PID argument: '0': Numerical result out of range
? 1

### pid-negative
user: root
old-2.38.1: differs
$ lsns -p -5
2 lsns: invalid PID argument: '-5': Numerical result out of range
? 1

### pid-junk-behind
user: root
$ lsns -p 1x
2 lsns: invalid PID argument: '1x'
? 1

### pid-blank-and-sign
user: root
$ lsns -p " +1" -t uts -o PID
1 PID
1   1
? 0

### pid-every-value
user: root
$ lsns -p x -p 1
2 lsns: invalid PID argument: 'x'
? 1

### pid-last-counts
user: root
$ lsns -p 999999 -p 1 -t uts -o PID
1 PID
1   1
? 0
