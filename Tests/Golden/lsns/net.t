### net-default-columns
user: root
tools: ip
old-2.38.1: differs
setup: netns
$ lsns -t net
1         NS TYPE NPROCS PID USER    NETNSID NSFS          COMMAND
1 <INO> net       2   1 root unassigned               init case
1\ <INO> net       0     root unassigned /run/netns/t1 \n
? 0
