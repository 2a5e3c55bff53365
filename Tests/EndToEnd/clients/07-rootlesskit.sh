#!/bin/bash
# rootlesskit makes a network device in its child's namespaces with `nsenter -t PID -n -m -U
# --preserve-credentials ip ...`. Success: root inside, an address, two lines of map, status 4.
set -eu
command -v rootlesskit >/dev/null || { echo "rootlesskit is not installed"; exit 77; }
command -v slirp4netns >/dev/null || { echo "slirp4netns is not installed"; exit 77; }
[ -c /dev/net/tun ] || { echo "there is no /dev/net/tun"; exit 77; }
# A node of our own for the plain user: the machine's stays as it is.
mknod tun c 10 200
chmod 666 tun
mount --bind tun /dev/net/tun
mkdir runtime
chown 1001:1001 runtime
status=0
setpriv --reuid 1001 --regid 1001 --clear-groups env HOME="$BASE/home" USER=tester \
  XDG_RUNTIME_DIR="$PWD/runtime" rootlesskit --net=slirp4netns --disable-host-loopback \
  --copy-up=/etc --copy-up=/run --port-driver=builtin \
  sh -c 'id -u; ip -br addr; cat /proc/self/uid_map; exit 4' >out 2>err || status=$?
cat out err
[ "$status" -eq 4 ]
[ "$(head -n 1 out)" = 0 ]
grep -q '^tap0 .*10.0.2.100/24' out
[ "$(grep -cE '^ +[0-9]+ +[0-9]+ +[0-9]+$' out)" -eq 2 ]
grep -q '^nsenter ' "$BASE/calls"
