#!/bin/bash
# pasta joins the namespaces of `unshare -rUn sleep`; nsenter looks inside, with options in both
# orders. Success: a configured interface, root inside, status 12.
set -eu
command -v pasta >/dev/null || { echo "pasta is not installed"; exit 77; }
[ -c /dev/net/tun ] || { echo "there is no /dev/net/tun"; exit 77; }
ip -4 route show default | grep -q . || { echo "there is no default route to copy"; exit 77; }
# A node of our own for the plain user: the machine's stays as it is.
mknod tun c 10 200
chmod 666 tun
mount --bind tun /dev/net/tun
cat >script <<'X'
unshare -rUn sleep 200 &
child=$!
while [ "$(readlink /proc/$child/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
pasta -q --config-net -P "$PWD/pasta.pid" $child
sleep 0.3
nsenter -t $child -U -n --preserve-credentials ip -br addr
status=0
nsenter -U -n --preserve-credentials -t $child sh -c 'id -u; exit 12' || status=$?
kill $child "$(cat pasta.pid)" || true
exit $status
X
chown 1001:1001 .
status=0
setpriv --reuid 1001 --regid 1001 --clear-groups env HOME="$BASE/home" sh script >out 2>err ||
  status=$?
cat out err
[ "$status" -eq 12 ]
[ "$(tail -n 1 out)" = 0 ]
grep -vE '^lo ' out | grep -qE '[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/'
