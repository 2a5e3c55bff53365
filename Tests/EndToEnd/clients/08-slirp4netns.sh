#!/bin/bash
# slirp4netns gives a network to `unshare -r -n sleep`; the background process must be the sleep
# itself, without a fork. Success: the interface has its address, the gateway answers, and the
# status of the killed child is 143.
set -eu
command -v slirp4netns >/dev/null || { echo "slirp4netns is not installed"; exit 77; }
command -v ip >/dev/null || { echo "iproute2 is not installed"; exit 77; }
[ -c /dev/net/tun ] || { echo "there is no /dev/net/tun"; exit 77; }
unshare -r -n sleep 300 &
child=$!
for _ in $(seq 1000); do [ "$(cat /proc/$child/comm)" = sleep ] && break; sleep 0.02; done
[ "$(cat /proc/$child/comm)" = sleep ]
slirp4netns --configure --mtu=65520 --disable-host-loopback $child tap11 >slirp.log 2>&1 &
slirp=$!
for _ in $(seq 300); do
  nsenter --target=$child --preserve-credentials -U -n ip -br addr show tap11 2>/dev/null |
    grep -q 10.0.2.100 && break
  sleep 0.1
done
cat slirp.log
nsenter --target=$child --preserve-credentials -U -n ip -br addr show tap11 | grep 10.0.2.100/24
if command -v ping >/dev/null; then
  nsenter --target=$child --preserve-credentials -U -n ping -c1 -W20 10.0.2.2 | grep '1 received'
fi
kill $child
status=0
wait $child || status=$?
kill $slirp 2>/dev/null || true
echo "status of the child: $status"
[ "$status" -eq 143 ]
