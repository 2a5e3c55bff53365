#!/bin/bash
# What would notice others on the machine, run while somebody else makes and removes namespaces,
# mounts, processes, programs and users all the time (Tests/Support/Sandbox/unrest.sh): make unrest.
set -u
cd "$(dirname "$0")/.." || exit 1
if [ "$(id -u)" -ne 0 ]; then
  echo "skip unrest: needs root"
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0 skipped=0

# among_others NAME COMMAND...
among_others() {
  local name=$1 status=0
  shift
  bash Tests/Support/Sandbox/unrest.sh timeout 600 "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok $name: $(tail -n 1 "$log")"
  else
    failed=$((failed + 1))
    echo "FAIL $name: status $status"
    grep -E '✘|↳|FAIL|^ |passed|unrest' "$log" | tail -n 40
  fi
}
among_others "listings" .build-test/debug/golden run --program lsns --binary "$BINARY"
among_others "accounts and maps" \
  .build-test/debug/golden run --program unshare --binary "$BINARY" 'map-*' 'setuid-*' 'persist-*'
among_others "system tests" "${SWIFT:-swift}" test --skip-build --disable-xctest \
  --scratch-path .build-test --filter 'NslsDiscoveryTests|NslsHostileTests|NslsChurnTests|AccountTests'
among_others "pipelines around lsns" bash Tests/EndToEnd/run.sh "$BINARY" 11-lsns
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
