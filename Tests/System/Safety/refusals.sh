#!/bin/bash
# Run by RefusalTests.swift in a jail (Jail.swift), in a folder of its own:
#   bash refusals.sh REFUSE SKIPPED UID COMMAND...
# A command is run once as it is; then, for each system call that it was seen to make, with that
# call refused. For each run: the call, the error, the status, standard output and standard
# error, each with a NUL behind it.
refuse=$1 skipped=$2 user=$3
shift 3

# A target with namespaces of all kinds, a root and a working directory of its own, and a second
# one in a user namespace.
export HOST_NAMESPACES
HOST_NAMESPACES=$(readlink /proc/self/ns/*)
BOOT_TIME=$(cut -d. -f1 /proc/uptime)
export BOOT_TIME
mkdir root
# One for each that follows another: a writer who is still closing his would speak for the next.
mkfifo ready ready-user
mount --make-rshared /
# shellcheck disable=SC2016
MARK=found /usr/bin/unshare -muinpCT -f --kill-child --propagation private sh -c '
  mount -t tmpfs none root
  for each in usr etc dev "${PWD#/}" proc; do
    mkdir -p "root/$each"
    mount --bind "/$each" "root/$each"
  done
  mount -t proc none root/proc
  mkdir -p "root/${1#/}" && mount --bind "$1" "root/$1"
  for each in bin sbin lib lib64; do ln -s "usr/$each" "root/$each"; done
  touch root/marked-root
  hostname target
  cd root/usr
  exec chroot "$OLDPWD/root" sh -c "cd /usr; : >\$1/ready; exec sleep 1000 >/dev/null 2>&1" sh "$OLDPWD"
' sh "$(dirname "$refuse")" >/dev/null 2>&1 &
launcher=$!
: <ready
export P U
P=$(tr -d ' ' <"/proc/$launcher/task/$launcher/children")
/usr/bin/unshare -r sh -c ': >ready-user; exec sleep 1000 >/dev/null 2>&1' &
U=$!
: <ready-user
"$refuse" hold >/dev/null 2>&1 &
holder=$!
: <ready
export TARGET_NAMESPACES
TARGET_NAMESPACES=$(readlink "/proc/$P/ns/"* "/proc/$U/ns/user")
export NUMBER
NUMBER=$(readlink "/proc/$P/ns/net" | tr -dc 0-9)
touch net
export LC_ALL=C
mount --bind "/proc/$P/ns/net" net
exec 3>&1 2>/dev/null

report() {
  local out err
  out=$(tr '\0' '?' <out)
  err=$(tr '\0' '?' <err)
  printf '%s\0%s\0%s\0%s\0%s\0' "$1" "$2" "$3" "$out" "$err" >&3
}
# run CALL ERRNO: by their numbers.
run() {
  timeout -s KILL 10 "$refuse" "$user" "$1" "$2" "${command[@]}" </dev/null >out 2>err 3>&- 4<&-
}
command=()
for word in "$@"; do
  word=${word//@P/$P} word=${word//@U/$U} word=${word//@NUMBER/$NUMBER}
  command+=("$word")
done

run -1 0
report none none $?
# What it calls: numbers and names. What the probe itself calls, and the start, does not count.
strace -f -n -i -qq -e signal=none -o trace "$refuse" "$user" -1 0 "${command[@]}" </dev/null >/dev/null 2>&1 3>&-
sed -nE 's/^[0-9]+ +\[ *([0-9]+)\] \[([0-9a-f]+)\] ([a-z0-9_]+)\(.*/\1 \2 \3/p' trace |
  awk '$2 !~ /^00000000[23]/ && !seen[$3]++ { print $1, $3 }' >calls
while read -r number name <&4; do
  case " $skipped " in *" $name "*) continue ;; esac
  for error in 1 38; do
    run "$number" "$error"
    report "$name" "$error" $?
  done
done 4<calls
kill -KILL "$P" "$U" "$holder"
wait
