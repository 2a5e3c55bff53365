#!/bin/bash
# Listings of random worlds of namespaces, nested, held and half dead, with ours and with util-linux
# 2.42.4: the same output, messages and status. SEEDS names the worlds.
set -u
if [ "${1-}" != world ]; then
  original=$ROOT/.reference/2.42.4/bin/lsns
  [ -x "$original" ] || { echo "util-linux 2.42.4 is not there (make reference)"; exit 77; }
  mkdir ours theirs
  cp "$BASE/unyoke" ours/lsns
  cp "$original" theirs/lsns
  failed=0
  for seed in ${SEEDS-1 2 3}; do
    unshare --pid --fork --mount-proc --kill-child bash "$0" world "$seed" || failed=1
  done
  exit $failed
fi

RANDOM=$2 failed=0
# one WORD...: one of the words.
one() {
  shift $((RANDOM % $#))
  chosen=$1
}

# What is in the world: chains of processes, of which the outer ones are gone or wait.
cd "$(mktemp -d "$PWD/world.XXXXXX")" || exit 1
mount -t tmpfs none /mnt
export LC_ALL=C.UTF-8 PAUSE=$PWD/pause
mkfifo pause
# shellcheck source=Tests/EndToEnd/settled.sh
. "$ROOT/Tests/EndToEnd/settled.sh"
for _ in {1..10}; do
  command=()
  for ((links = RANDOM % 3; links >= 0; links--)); do
    one -u -i -n "-p -f" -m -C "-U -r" -U -T "-U -r -p -f" "-U -r -u" "-U -r -n" "-u -i -m"
    # shellcheck disable=SC2206 # several words
    command+=(unshare $chosen)
  done
  "${command[@]}" sleep $((1000 + RANDOM % 50)) >/dev/null 2>&1 &
done
settled
for place in {20..27}; do
  one /proc/[0-9]*
  process=$chosen
  one mnt net pid uts ipc user cgroup time
  if ((RANDOM % 2)); then
    eval "exec $place<$process/ns/$chosen" 2>/dev/null
  else
    : >"/mnt/$place"
    mount --bind "$process/ns/$chosen" "/mnt/$place" 2>/dev/null
  fi
done
for _ in {1..5}; do
  one /proc/[0-9]*
  [ "$chosen" = /proc/1 ] || { kill -KILL "${chosen#/proc/}"; disown -a; } 2>/dev/null
done

# list FOLDER OPTION...: under the same process id as with the other folder.
list() {
  echo 30000 >/proc/sys/kernel/ns_last_pid
  # shellcheck disable=SC2016 # the inner shell expands
  (exec "${as[@]}" bash -c 'exec -a lsns "$0" "$@"' "$OLDPWD/$1/lsns" "${@:2}") \
    >"$1.out" 2>"$1.err" </dev/null
  echo "status $?" >>"$1.out"
}
# compare OPTION...
compare() {
  list theirs "$@"
  list ours "$@"
  echo "lsns $*" >>"$BASE/calls"
  cmp -s theirs.out ours.out && cmp -s theirs.err ours.err && return
  failed=1
  echo "world $seed: ${as[*]} lsns $*"
  diff theirs.out ours.out
  diff theirs.err ours.err
}
seed=$2
as=(env)
# What was killed may take a while to go.
settled
before=
for _ in {1..50}; do
  list theirs -l -r --output-all
  [ "$before" = "$(cat theirs.out)" ] && break
  before=$(cat theirs.out)
  sleep 0.2
done
mapfile -t numbers < <(awk '/^[0-9]/ { print $1 }' theirs.out)

all=NS,TYPE,PATH,NPROCS,PID,PPID,COMMAND,UID,USER,NETNSID,NSFS,PNS,ONS
for options in "" -T "-l -o $all" --output-all "--tree=parent -o $all" "-T -o $all" "-J -W -o $all" \
  "-J -T -W -o $all" "-r -o $all" "--tree=process -o $all" "-P -o $all" "-P --tree=parent" \
  "-P -T -o $all"; do
  # shellcheck disable=SC2086 # several words
  compare $options
done
for kind in mnt net pid uts ipc user cgroup time; do
  compare -t $kind
  compare -t $kind --tree=parent -o $all
  compare -t $kind -t user -T -o $all
done
for _ in {1..4}; do
  one "${numbers[@]}"
  compare "$chosen"
  compare "$chosen" -o $all
  compare "$chosen" -J -W --tree=parent -o $all
done
for _ in {1..4}; do
  one /proc/[0-9]*
  compare -p "${chosen#/proc/}"
  compare -p "${chosen#/proc/}" -T -o $all
  compare -p "${chosen#/proc/}" --tree=parent -o $all
done
for filter in 'NPROCS == 0' 'UID > 0' 'PNS != 0 and TYPE == "user"' 'COMMAND =~ "sleep"' 'not PID' \
  'NETNSID != "" or NSFS =~ "2"'; do
  compare -Q "$filter" -l -r -o NS
  compare -Q "$filter" -T -o $all
  compare -Q "$filter" --tree=parent -J -W
done
as=(setpriv --reuid 1001 --regid 1001 --clear-groups)
chmod 755 . ..
for options in "" "-T -o $all" "-J -l -W -o $all" "${numbers[0]}"; do
  # shellcheck disable=SC2086 # several words
  compare $options
done
exit $failed
