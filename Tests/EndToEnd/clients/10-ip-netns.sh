#!/bin/bash
# ip netns and our two programs share the files below /run/netns in both directions.
set -eu
command -v ip >/dev/null || { echo "iproute2 is not installed"; exit 77; }
# Names of our own, in a /run/netns of our own.
mkdir -p /run/netns
mount -t tmpfs none /run/netns
ip netns add a
[ "$(nsenter --net=/run/netns/a ip -br link | cut -d ' ' -f 1)" = lo ]
[ "$(nsenter -n/run/netns/a readlink /proc/self/ns/net)" = "net:[$(stat -Lc %i /run/netns/a)]" ]
touch /run/netns/b
[ "$(unshare --net=/run/netns/b ip -br link | cut -d ' ' -f 1)" = lo ]
ip netns list | grep -qx b
[ "$(ip netns exec b readlink /proc/self/ns/net)" = "net:[$(stat -Lc %i /run/netns/b)]" ]
ip netns del a
ip netns del b
[ -z "$(ls /run/netns)" ]
