# shellcheck shell=bash
# What the suites share. Each runs with $ROOT (the project), $BINARY, $WORK (an empty folder of its
# own) and $PROGRAMS, and calls itself $suite.
set -u
export LC_ALL=C.UTF-8
suite=${0##*/}
suite=${suite%.sh}
log=$WORK/log

ok() { echo "ok $suite: $1"; }
fail() {
  echo "FAIL $suite: $1"
  sed 's/^/    /' "$log" | tail -n 25
}
skip() { echo "skip $suite: $1: $2"; }

# try NAME COMMAND...: it has to succeed.
try() {
  local name=$1
  shift
  if "$@" >"$log" 2>&1; then ok "$name"; else fail "$name"; fi
}
# refused NAME COMMAND...: it has to fail, and not because it is missing.
refused() {
  local name=$1 status=0
  shift
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ] && [ "$status" -lt 126 ]; then ok "$name"; else fail "$name"; fi
}
# same NAME EXPECTED ACTUAL: two texts.
same() {
  if diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") >"$log" 2>&1; then ok "$1"; else fail "$1"; fi
}
# needs GROUP NAME...: true when its tools are there (root gets them); otherwise the names are
# skipped.
needs() {
  local group=$1 name
  shift
  sh "$ROOT/scripts/need.sh" "$group" >"$log" 2>&1 && return 0
  for name; do skip "$name" "$(head -n 1 "$log")"; done
  return 1
}
# root NAME...: true for root; otherwise the names are skipped.
root() {
  local name
  [ "$(id -u)" -ne 0 ] || return 0
  for name; do skip "$name" "needs root"; done
  return 1
}

# listing FOLDER: every path below it with its kind, mode and, for a link, what it says.
listing() { (cd "$1" && find . -mindepth 1 -printf '%y %#m %P %l\n' | sed 's/ $//' | sort -k 3); }
# checksums FOLDER: of all files below it.
checksums() { (cd "$1" && find . -type f -exec sha256sum {} + | sort -k 2); }
