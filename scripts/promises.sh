# What is promised, a line for each, and counted: to be sourced by scripts of bash.
# shellcheck shell=bash
# shellcheck disable=SC2034
passed=0 failed=0 skipped=0

ok() {
  passed=$((passed + 1))
  echo "ok    $1"
}
bad() {
  failed=$((failed + 1))
  echo "FAIL  $1"
  [ $# -lt 2 ] || printf '%s\n' "$2" | sed 's/^/      /' | head -n 30
}
skip() {
  skipped=$((skipped + 1))
  echo "skip  $1: $2"
}
# promise TEXT FINDINGS: kept when there are none.
promise() { if [ -z "$2" ]; then ok "$1"; else bad "$1" "$2"; fi; }
