#!/bin/bash
# Everything that is tested, one stage after the other, all of them even when one fails. The last
# line sums up what ran.
set -u
cd "$(dirname "$0")/.." || exit 1
SWIFT=${SWIFT:-swift}
log=$(mktemp) first=$(mktemp)
trap 'rm -f "$log" "$first"' EXIT
alone=0 passed=0 failed=0 skipped=0
broken=

# stage NAME COMMAND...: runs it, shows its output, remembers whether it failed.
stage() {
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee "$log"
  if [ "${PIPESTATUS[0]}" -ne 0 ]; then
    broken="$broken $name"
    return 1
  fi
}
# Adds the counts of the last stage: `N passed, N failed, N skipped` alone on a line.
count_plain() {
  local line
  while read -r line; do
    # shellcheck disable=SC2086
    set -- $line
    passed=$((passed + $1)) failed=$((failed + $3)) skipped=$((skipped + ${5:-0}))
  done < <(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log")
}

if [ "$(id -u)" -ne 0 ]; then
  echo "not root: what needs a sandbox is skipped, and says so"
fi

# The builds of `check` are used by all that follows.
stage check make --no-print-directory check
ok=$(grep -c '^ok ' "$log")
bad=$(grep -c '^FAIL ' "$log")
passed=$((passed + ok)) failed=$((failed + bad))

# A hang of one test must not hang the run. The limits are far above what a busy machine takes.
if stage "build of the tests" "$SWIFT" build --build-tests --scratch-path .build-test; then
  stage "unit and system tests" timeout 1800 \
    "$SWIFT" test --skip-build --disable-xctest --scratch-path .build-test
  grep -E '(➜|skipped)' "$log" | grep -i skipped | sort -u | head -n 40
  ran=$(sed -n 's/.*Test run with \([0-9]*\) tests.*/\1/p' "$log" | tail -n 1)
  bad=$(grep -E '✘ Test .*failed after' "$log" | grep -vc '✘ Test run with')
  gone=$(grep -cE '➜ Test .*skipped' "$log")
  passed=$((passed + ${ran:-0} - bad - gone)) failed=$((failed + bad))
  skipped=$((skipped + gone))
  if [[ $broken == *" unit and system tests" ]]; then
    cp "$log" "$first"
    if stage "a second look" bash scripts/second-look.sh "$first"; then
      broken=${broken% unit and system tests}
      passed=$((passed + bad)) failed=$((failed - bad)) alone=$bad
    fi
  fi
fi

stage threads timeout 1800 make --no-print-directory threads
count_plain
stage library timeout 1800 make --no-print-directory library
count_plain
stage golden timeout 900 make --no-print-directory golden
count_plain
stage "golden, with hints" timeout 900 make --no-print-directory golden HINTS=always
count_plain
for folder in Tests/Golden/*/; do
  program=$(basename "$folder")
  stage "golden, dynamic binary, $program" timeout 900 .build-test/debug/golden run \
    --program "$program" --binary .build-dynamic/unyoke
  count_plain
done
stage unrest timeout 1800 make --no-print-directory unrest
count_plain
stage parity timeout 900 make --no-print-directory parity
count_plain
stage fuzz timeout 600 make --no-print-directory fuzz FUZZ_RUNS=100000
count_plain
stage e2e timeout 1800 make --no-print-directory e2e
count_plain
stage documentation timeout 1200 make --no-print-directory documentation
count_plain
stage packaging timeout 1800 make --no-print-directory packaging
count_plain

printf '\n'
[ -z "$broken" ] || echo "failed stages:$broken"
[ "$alone" -eq 0 ] || echo "$alone of them failed in company, and passed alone: see 'a second look'"
echo "$passed passed, $failed failed, $skipped skipped"
[ -z "$broken" ] && [ "$failed" -eq 0 ]
