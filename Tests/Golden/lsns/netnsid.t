### netnsid-json
user: root
needs: net-before-uts
$ lsns -t net -t uts -l -o TYPE,NETNSID -J
1 {
1    "namespaces": [
1       {
1          "type": "net",
1          "netnsid": "unassigned"
1       },{
1          "type": "uts",
1          "netnsid": null
1       }
1    ]
1 }
? 0

### netnsid-set
user: root
tools: ip
old-2.38.1: differs
setup: netns; netnsid
$ lsns -t net -l -r -P -o NETNSID,NSFS,TYPE | sed "s/^$K/<NETNSID>/"
1 NETNSID NSFS TYPE
1 <NETNSID> /run/netns/t1 net
? 0

### netnsid-filter-hidden-column
user: root
tools: ip
old-2.38.1: differs
setup: netns; netnsid
$ lsns -t net -l -o TYPE,NSFS -Q "NETNSID == '$K'"
1 TYPE NSFS
1 net  /run/netns/t1
? 0

### netnsid-filter-number
user: root
tools: ip
old-2.38.1: differs
note: the text of another row is not a number
setup: netns; netnsid
$ lsns -t net -l -o TYPE,NSFS -Q "NETNSID == $K"
2 lsns: failed to apply filter: Invalid argument
? 1

### netnsid-filter-lowercase
user: root
tools: ip
old-2.38.1: differs
deviates: D-211
setup: netns; netnsid
$ lsns -t net -l -o TYPE,NSFS -Q "netnsid == '$K'"
1 TYPE NSFS
1 net  /run/netns/t1
? 0
-? 0

### netnsid-column-and-lowercase
user: root
tools: ip
old-2.38.1: differs
setup: netns; netnsid
$ lsns -t net -l -o TYPE,NSFS,NETNSID -Q "netnsid == '$K'" | sed "s/ *$K/ <NETNSID>/; s/ *NETNSID$/ NETNSID/"
1 TYPE NSFS NETNSID
1 net  /run/netns/t1 <NETNSID>
? 0

### netnsid-unassigned
user: root
tools: ip
old-2.38.1: differs
setup: netns
$ lsns -t net -P -o NETNSID,NSFS -J
1 {
1    "namespaces": [
1       {
1          "netnsid": "unassigned",
1          "nsfs": "/run/netns/t1"
1       }
1    ]
1 }
? 0
