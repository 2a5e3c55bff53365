#!/bin/bash
# second-look.sh LOG: runs the tests that failed in LOG once more, alone. A few of some thousand tests wait for what
# people and the kernel do on a machine where others work too: one failure in a run of half an hour says little, and
# two in a row say that something is wrong. It is said aloud, and nobody is asked again where
#  - a race is tried many times in one test: one miss among them is what the test looks for;
#  - more than two failed, the run broke off, or a test cannot be named.
set -u
cd "$(dirname "$0")/.." || exit 1
SWIFT=${SWIFT:-swift}
races='Tests/System/Supervision/RaceTests.swift Tests/System/Targets/NumberReuseTests.swift'

if ! grep -qa '✘ Test run with' "$1"; then
  echo "no second look: the run broke off"
  exit 1
fi
names=$(sed -n 's/^.*✘ Test \(.*\) failed after .*/\1/p' "$1" | grep -v '^run with ' | sed 's/(.*//' | sort -u)
count=$(grep -c . <<<"$names")
if [ "$count" -eq 0 ] || [ "$count" -gt 2 ]; then
  echo "no second look: $count tests failed"
  exit 1
fi
for name in $names; do
  # shellcheck disable=SC2086
  if [[ ! $name =~ ^[A-Za-z0-9_]+$ ]] || grep -qE "func $name\(" $races; then
    echo "no second look: at $name"
    exit 1
  fi
done
echo "FAILED IN COMPANY, and run again alone: ${names//$'\n'/, }"
# Where several suites have a test of that name all of them run.
pattern="/($(paste -sd '|' <<<"$names"))\("
ran=$(mktemp)
trap 'rm -f "$ran"' EXIT
timeout 900 "$SWIFT" test --skip-build --disable-xctest --scratch-path .build-test --filter "$pattern" 2>&1 | tee "$ran"
[ "${PIPESTATUS[0]}" -eq 0 ] || exit 1
for name in $names; do
  grep -qaE "✔ Test $name\(.* passed after" "$ran" || exit 1
done
