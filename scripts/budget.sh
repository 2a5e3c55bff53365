#!/bin/bash
# What a launch costs, in figures that do not depend on the machine: budget.sh BINARY. Minor page faults
# above those of the program alone, and system calls before the program. One line for each command
# line; status 1 where one of them is over its limit.
set -eu
cd "$(dirname "$0")/.."
binary=$1
work=$(mktemp -d)
target=
trap 'rm -rf "$work"; [ -z "$target" ] || kill "$target"' EXIT
cc -O2 -o "$work/measure" bench/measure.c
cc -O2 -static -s -o "$work/empty" bench/empty.c
# A copy, for the way through links is not what is measured.
cp "$binary" "$work/unyoke"
for name in unshare nsenter; do ln "$work/unyoke" "$work/$name"; done
unshare --net --uts --ipc sleep infinity &
target=$!
while [ "$(cat "/proc/$target/comm")" != sleep ]; do sleep 0.05; done

status=0
# budget FAULTS CALLS PROGRAM OPTIONS...
budget() {
  local most_faults=$1 most_calls=$2 program=$3 faults calls
  shift 3
  # The environment too lies on the stack.
  faults=$(env -i LC_ALL=C.UTF-8 PATH="$PATH" "$work/measure" 25 alone "$work/empty" ';' \
    ours "$work/$program" "$@" "$work/empty" ';' | awk '{ at[$1] = $6 } END { print at["ours"] - at["alone"] }')
  calls=$(env -i LC_ALL=C.UTF-8 PATH="$PATH" strace -o /dev/stdout "$work/$program" "$@" "$work/empty" |
    awk '/^execve\(/ { seen++; next } seen == 1 { n++ } END { print n }')
  echo "$program $*: $faults page faults of $most_faults, $calls system calls of $most_calls" |
    sed "s/-t $target/-t PID/"
  [ "$faults" -le "$most_faults" ] && [ "$calls" -le "$most_calls" ] || status=1
}
budget 16 14 unshare -u
budget 22 26 nsenter -t "$target" -n -u -i
exit $status
