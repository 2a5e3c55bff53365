#!/bin/sh
# Shows what a program sees in new user, PID, mount, UTS and network namespaces. Started as
#   unshare --user --map-root-user --pid --fork --mount-proc --uts --net sh demo.sh
set -eu

heading() { printf '\n== %s\n' "$1"; }

heading "Who am I? Root, but only in here:"
id
printf 'the map: inside, outside, count:'
tr -s ' ' </proc/self/uid_map

heading "My process id is $$, and these are all processes:"
if command -v ps >/dev/null 2>&1; then
  ps -eo pid,ppid,user,args
else
  for process in /proc/[0-9]*; do printf '%s %s\n' "${process#/proc/}" "$(cat "$process/comm")"; done
fi

heading "The host name is mine to change:"
before=$(cat /proc/sys/kernel/hostname)
if command -v hostname >/dev/null 2>&1; then
  hostname unyoked
else
  echo unyoked >/proc/sys/kernel/hostname
fi
echo "outside: $before, inside: $(cat /proc/sys/kernel/hostname)"

heading "The network is empty but for a loopback interface that is down:"
if command -v ip >/dev/null 2>&1; then
  ip -brief link
else
  sed -n '3,$s/:.*//p' /proc/net/dev
fi
