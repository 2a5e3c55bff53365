#!/bin/bash
# Runs the tests of what threads share under ThreadSanitizer: make threads. They are built once more for
# it. Where the toolchain or the kernel lets nothing run under it, it is skipped with the reason.
set -u
cd "$(dirname "$0")/.." || exit 1
SWIFT=${SWIFT:-swift}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
  echo "skip threads: $1"
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
}
# With one thread, which nobody can race with.
echo 'print("runs")' >"$work/probe.swift"
compiler=$(dirname "$(command -v "$SWIFT")")/swiftc
"$compiler" -sanitize=thread -o "$work/probe" "$work/probe.swift" >"$work/log" 2>&1 ||
  skip "this toolchain cannot build for ThreadSanitizer: $(tail -n 1 "$work/log")"
[ "$("$work/probe" 2>"$work/log")" = runs ] ||
  skip "nothing runs under ThreadSanitizer here: $(head -n 1 "$work/log")"

status=0
timeout 1500 "$SWIFT" test --sanitize=thread --disable-xctest --scratch-path .build-thread \
  --filter ScanTeamTests >"$work/log" 2>&1 || status=$?
races=$(grep -c 'WARNING: ThreadSanitizer' "$work/log")
ran=$(sed -n 's/.*Test run with \([0-9]*\) tests.* passed.*/\1/p' "$work/log" | tail -n 1)
if [ "$status" -eq 0 ] && [ "$races" -eq 0 ] && [ "${ran:-0}" -gt 0 ]; then
  echo "ok threads: $ran tests, and no race"
  echo "1 passed, 0 failed, 0 skipped"
  exit 0
fi
echo "FAIL threads: status $status, $races races"
grep -A 12 'WARNING: ThreadSanitizer' "$work/log" | head -n 60
grep -E '✘|error:' "$work/log" | head -n 20
echo "0 passed, 1 failed, 0 skipped"
exit 1
