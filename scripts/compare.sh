#!/bin/bash
# Runs the same random command lines with two binaries and prints each that ends differently:
#   compare.sh PROGRAM ONE OTHER [COUNT] [SEED] [original]
# ONE and OTHER are what is called PROGRAM, or unyoke: an earlier build, or the original, for which
# `original` leaves our extensions out. As root, in namespaces of its own: what a line mounts, makes or
# kills is gone with them.
set -eu
cd "$(dirname "$0")/.."
program=$1 one=$(realpath "$2") other=$(realpath "$3") count=${4:-5000} seed=${5:-1}
fuzz=.build-test/release/fuzz
[ -x $fuzz ] || fuzz=.build-test/debug/fuzz
[ "$(id -u)" = 0 ] || { echo "compare: needs root" >&2; exit 2; }

place=$(mktemp -d /var/tmp/unyoke-compare.XXXXXX)
trap 'rm -rf "$place"' EXIT
mkdir "$place/one" "$place/other"
cp "$one" "$place/one/$program"
cp "$other" "$place/other/$program"
chmod -R go+rX "$place"
$fuzz lines "$program" "$count" "$seed" "${6:-}" >"$place/lines"

# Runs one line with one of the two, as the user, in a PID namespace of its own: numbers of processes
# are then the same. What the kernel numbers by itself is made equal.
cat >"$place/run.sh" <<'RUN'
place=$1 program=$2 user=$3
one() {
  local which=$1
  shift
  (
    cd "$place/empty"
    # shellcheck disable=SC2086
    exec unshare -m -p -f --kill-child --mount-proc setpriv $ids \
      env -i PATH="$place/$which:/usr/bin:/bin" LC_ALL=C.UTF-8 TERM=dumb SHELL=/bin/sh \
      timeout -k 1 5 "$program" "$@" <&3
  ) >"$place/out.$user" 2>"$place/err.$user" 3</dev/null && status=0 || status=$?
  { cat "$place/out.$user"; echo "-- $status"; cat "$place/err.$user"; } |
    sed -E 's/[0-9]{10}/N/g; s/[0-9]+ (seconds|ms)/T/g' >"$place/$which.$user"
}
total=0 different=0
line() {
  total=$((total + 1))
  one one "$@"
  one other "$@"
  cmp -s "$place/one.$user" "$place/other.$user" && return
  different=$((different + 1))
  printf '%s as %s:' "$program" "$user"
  printf ' %q' "$@"
  echo
  diff "$place/one.$user" "$place/other.$user" | head -n 8
}
. "$place/lines.$user"
echo "$user: $total lines, $different end differently"
RUN
mkdir "$place/empty"
chmod 777 "$place/empty"
split -n l/2 "$place/lines" "$place/half."
mv "$place/half.aa" "$place/lines.root"
mv "$place/half.ab" "$place/lines.plain"
chmod -R go+rX "$place"
run() {
  unshare -m -p -f --kill-child --mount-proc bash -c "ids='$2'; . '$place/run.sh'" - "$place" \
    "$program" "$1" 3</dev/null
}
run root "--reuid 0 --regid 0 --clear-groups" >"$place/report.root" &
run plain "--reuid 1001 --regid 1001 --clear-groups" >"$place/report.plain"
wait
cat "$place/report.root" "$place/report.plain"
! grep -q '^[a-z]* as ' "$place/report.root" "$place/report.plain"
