#!/bin/bash
# arch-chroot -N as a plain user: nested calls with --map-auto, ids changed, 10 kB in one word.
# Success: uid 0 inside, two lines of map, and the command's status comes back.
set -eu
command -v arch-chroot >/dev/null || { echo "arch-install-scripts is not installed"; exit 77; }
command -v newuidmap >/dev/null || { echo "uidmap is not installed"; exit 77; }
busybox=$(command -v busybox) || { echo "busybox is not installed"; exit 77; }
root=$BASE/home/root
mkdir -p "$root"/{bin,proc,sys,dev,run,tmp,etc}
cp "$busybox" "$root/bin/busybox"
for name in sh ls ps id cat; do ln -s busybox "$root/bin/$name"; done
touch "$root/etc/resolv.conf"
echo 'root:x:0:0::/:/bin/sh' >"$root/etc/passwd"
chown -R tester: "$root"
status=0
output=$(setpriv --reuid 1001 --regid 1001 --clear-groups env HOME="$BASE/home" USER=tester \
  bash -c "arch-chroot -N $root /bin/sh -c \
  'id -u; cat /proc/self/uid_map; exit 5'") || status=$?
echo "status $status: $output"
[ "$status" -eq 5 ]
[ "$(echo "$output" | tr -s ' ' | sed 's/^ //')" = "0
0 1001 1
1 100000 65535" ] || [ "$(echo "$output" | tr -s ' ' | sed 's/^ //')" = "0
0 1001 1
1 100000 65536" ]
