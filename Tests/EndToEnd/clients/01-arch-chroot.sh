#!/bin/bash
# arch-chroot as root: `unshare --fork --pid chroot -- ROOT COMMAND`.
# Success: the command is PID 1 in the root, and its status comes back.
set -eu
command -v arch-chroot >/dev/null || { echo "arch-install-scripts is not installed"; exit 77; }
busybox=$(command -v busybox) || { echo "busybox is not installed"; exit 77; }
root=$WORK/root
mkdir -p "$root"/{bin,proc,sys,dev,run,tmp,etc}
cp "$busybox" "$root/bin/busybox"
for name in sh ls ps id cat; do ln -s busybox "$root/bin/$name"; done
touch "$root/etc/resolv.conf"
echo 'root:x:0:0::/:/bin/sh' >"$root/etc/passwd"
status=0
output=$(arch-chroot "$root" /bin/sh -c 'echo pid=$$; exit 7') || status=$?
echo "status $status: $output"
[ "$status" -eq 7 ]
[ "$output" = pid=1 ]
