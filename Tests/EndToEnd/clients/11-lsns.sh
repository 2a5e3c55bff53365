#!/bin/bash
# The pipelines in which programs call lsns, with ours and with util-linux 2.42.4 on the same
# processes: the same output, messages and status.
set -eu
original=$ROOT/.reference/2.42.4/bin/lsns
[ -x "$original" ] || { echo "util-linux 2.42.4 is not there (make reference)"; exit 77; }
for tool in jq ip; do
  command -v $tool >/dev/null || { echo "$tool is not installed"; exit 77; }
done
mkdir ours theirs
cp "$BASE/unyoke" ours/lsns
cp "$original" theirs/lsns

# What they list.
mount -t tmpfs none /mnt
mkdir -p /run/netns
mount -t tmpfs none /run/netns
ip netns add blue
touch /mnt/u
unshare --uts=/mnt/u true
export NAME='sleep 1001' F=$PWD/file PID INODE PAUSE=$PWD/pause
mkfifo pause
# shellcheck source=Tests/EndToEnd/settled.sh
. "$ROOT/Tests/EndToEnd/settled.sh"
export -f settled
unshare -U -r -n sleep 1001 &
unshare -n -p -f sleep 1002 &
unshare -u -i sleep 1003 &
PID=$!
until [ "$(pgrep -xc sleep)" -ge 3 ]; do sleep 0.05; done
INODE=$(readlink "/proc/$PID/ns/net" | tr -dc 0-9)

# run FOLDER COMMAND: each lsns waits until the rest of its pipeline is there, and gets the same
# process id as that of the other folder.
run() {
  echo 20000 >/proc/sys/kernel/ns_last_pid
  # shellcheck disable=SC2016 # the inner shell expands
  PATH=$PWD/$1:$PATH timeout 20 bash -c '
    lsns() { settled; command lsns "$@"; }
    eval "$1"' bash "$2" >"$1.out" 2>"$1.err" </dev/null
  echo "status $?" >>"$1.out"
}
failed=0
while IFS=$'\t' read -r source line; do
  set +e
  run theirs "$line"
  run ours "$line"
  echo "lsns $line" >>"$BASE/calls"
  if ! cmp -s theirs.out ours.out || ! cmp -s theirs.err ours.err; then
    failed=$((failed + 1))
    echo "$source: $line"
    diff theirs.out ours.out
    diff theirs.err ours.err
  fi
  set -e
done <"$ROOT/Tests/EndToEnd/lsns-lines.tsv"
exit $failed
