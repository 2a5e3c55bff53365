#!/bin/bash
# Measures listings of many processes beside the installed original, interleaved in one run:
# nsls.sh BINARY MEASURE. It prints ratios and whether the goals are reached; a missed goal is no
# failure, since other work on the machine moves every figure.
set -eu
binary=$1 measure=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln "$binary" "$work/lsns" 2>/dev/null || cp "$binary" "$work/lsns"

# scene COUNT ROUNDS PERL: that many sleeping processes with a /proc of their own, each after
# the Perl was run in it; five descriptors each.
scene() {
  # shellcheck disable=SC2016 # it is Perl, and a script for another shell
  COUNT=$1 ROUNDS=$2 PERL=$3 unshare --pid --fork --mount --mount-proc --kill-child bash -c '
    exec 3</dev/null 4</dev/null
    perl -e "for (1 .. \$ENV{COUNT}) {
        my \$pid = fork;
        die unless defined \$pid;
        if (!\$pid) { eval \$ENV{PERL}; sleep 100000; exit }
      }
      syswrite STDOUT, qq(ready\n); open STDOUT, q(>/dev/null); sleep 100000" >"$1/ready" &
    until [ -s "$1/ready" ]; do sleep 0.1; done
    # What they have to do at their start is over by then.
    sleep $((1 + COUNT / 4000))
    PROCESSORS=all exec "$2" "$ROUNDS" ours "$1/lsns" ";" original /usr/bin/lsns ";" \
      single /usr/bin/taskset -c "$(taskset -cp $$ | grep -oE "[0-9]+" | tail -n 1)" "$1/lsns" >"$1/times"
  ' nsls "$work" "$measure" >/dev/null
  cat "$work/times"
  rm -f "$work/ready" "$work/times"
}

printf '\nlsns to a file, idle processes with five descriptors each\n'
printf '%-34s %10s %10s %12s %7s %7s %9s %9s\n' '' 'ours us' 'on one us' 'original us' ratio 'on one' 'ours KiB' 'orig. KiB'
declare -A ours
# case TEXT COUNT ROUNDS PERL
case_() {
  local text=$1
  shift
  while read -r name median _ _ peak _; do
    printf -v "${name}_median" '%s' "$median"
    printf -v "${name}_peak" '%s' "$peak"
  done < <(scene "$@")
  # shellcheck disable=SC2154 # set by name
  ours[$text]=$ours_median
  # shellcheck disable=SC2154
  printf '%-34s %10.0f %10.0f %12.0f %7.3f %7.3f %9d %9d\n' "$text" "$ours_median" "$single_median" \
    "$original_median" "$(echo "$ours_median $original_median" | awk '{ print $1 / $2 }')" \
    "$(echo "$single_median $original_median" | awk '{ print $1 / $2 }')" "$ours_peak" "$original_peak"
  [ "$ours_peak" -le "$original_peak" ] || echo "  memory: not reached"
  ratio=$(echo "$ours_median $single_median $original_median" | awk '{ printf "%.3f %.3f", $1 / $3, $2 / $3 }')
}
case_ "500 processes" 500 21 1
case_ "2000 processes" 2000 11 1
case_ "4000 processes" 4000 9 1
at4000=$ratio
case_ "16000 processes" 16000 3 1
# unshare(2) with CLONE_NEWUTS, by its number on x86-64 and arm64.
case_ "2000 with namespaces of their own" 2000 11 \
  'require POSIX; syscall((POSIX::uname())[4] eq "x86_64" ? 272 : 97, 0x04000000)'

echo "$at4000" | awk '{
  printf "ours / original at 4000: %.3f (at most 0.13: %s)\n", $1, $1 <= 0.13 ? "reached" : "not reached"
  printf "the same on one processor: %.3f (at most 0.20: %s)\n", $2, $2 <= 0.2 ? "reached" : "not reached" }'
echo "${ours["4000 processes"]} ${ours["16000 processes"]}" | awk '{
  printf "ours, 16000 / 4000: %.2f (at most 4.20: %s)\n", $2 / $1, $2 / $1 <= 4.2 ? "reached" : "not reached" }'
