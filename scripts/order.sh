#!/bin/bash
# Writes the order of functions for the linker: those that a launch runs stand together at the
# beginning, so that the kernel, which maps 16 pages around each fault, brings them in at once.
#   order.sh UNSTRIPPED-BINARY >Tools/order/symbols.txt
# `make order` does it, as root, on the architecture that is built for: names differ little, and one
# that is not there any more is passed over.
set -eu
cd "$(dirname "$0")/.."
binary=$1
work=$(mktemp -d)
trap 'kill "$target"; rm -rf "$work"' EXIT
unshare --net --uts --ipc --mount sleep infinity &
target=$!
while [ "$(cat "/proc/$target/comm")" != sleep ]; do sleep 0.05; done

nm=$(command -v llvm-nm || command -v nm)
cc -O2 -o "$work/order" Tools/order/order.c
"$nm" -n --defined-only "$binary" >"$work/symbols"
for name in unshare nsenter; do cp "$binary" "$work/$name"; done

# What is wanted most often comes first.
ran() {
  local name=$1
  shift
  "$work/order" "$work/symbols" "$work/$name" "$@" true
}
# Outside of any folder that PATH names, and without variables of ours.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
{
  LC_ALL=C.UTF-8 ran unshare -u
  LC_ALL=C.UTF-8 ran nsenter -t "$target" -n -u -i
  ran unshare -r
  ran unshare --mount
  ran nsenter -t "$target" -a
  ran nsenter --target="$target" -m -S 1 -G 1
  ran unshare -fp --mount-proc
  ran unshare --map-users 0:0:10
  # What is written in each run, and then the first allocations: in as few pages as they fill.
  printf '%s\n' main_tls builtin_tls __libc __environ __hwcap __sysinfo __progname \
    __progname_full __thread_list_lock _cap_max_bits __libcap_mutex
  "$nm" --defined-only "$binary" | awk '$2 ~ /[bB]/ && $3 ~ /^\$e(7Unshare|7Nsenter|13LaunchOptions)/ { print $3 }'
  echo first
} | awk '!seen[$0]++'
