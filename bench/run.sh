#!/bin/bash
# Measures ours beside the installed originals, busybox's and three yardsticks, interleaved in one
# run: run.sh BINARY [ROUNDS [PROGRAM...]]. The yardsticks do one unshare and one exec: a minimal C
# program with glibc, the same with musl, and one without any libc. It prints ratios and whether the goals are reached; a
# missed goal is no failure, since other work on the machine moves every figure.
set -eu
# A mount namespace of its own for the namespace that is bound to a file.
[ -n "${BENCH_INSIDE-}" ] || exec env BENCH_INSIDE=1 unshare --mount bash "$0" "$@"
cd "$(dirname "$0")/.."
binary=$1
rounds=${2:-1500}
programs=${*:3}
: "${programs:=unshare nsenter nsls}"
work=$(mktemp -d)
target=
finish() {
  umount "$work/net" 2>/dev/null || true
  rm -rf "$work"
  [ -z "$target" ] || kill "$target"
}
trap finish EXIT

gcc -O2 -o "$work/measure" bench/measure.c
gcc -O2 -static -s -o "$work/minimal-glibc" bench/minimal-unshare.c
musl-gcc -O2 -static -s -o "$work/minimal-musl" bench/minimal-unshare.c
gcc -O2 -static -nostdlib -fno-stack-protector -fno-pie -no-pie -s -o "$work/no-libc" bench/minimal-nolibc.c
gcc -O2 -o "$work/cpuid" bench/cpuid.c
# A copy beside the others, as an installation would have it: the way through a long path of
# links is not what is measured.
cp "$binary" "$work/unyoke"
for name in $programs; do ln "$work/unyoke" "$work/$name"; done
busybox=$(command -v busybox || true)

utf8=$(locale -a 2>/dev/null | grep -ixE 'en_US\.utf-?8' | head -n 1)
utf8=${utf8:-C.UTF-8}

echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)," \
  "$(nproc) CPUs, Linux $(uname -r)"
echo "originals: $(/usr/bin/unshare --version | sed 's/^[^ ]* from //'); ours: $("$work/unyoke" --version)"
[ -z "$busybox" ] || echo "busybox: $($busybox | head -n 1)"
"$work/cpuid"

# scenario LOCALE PROGRAM OPTIONS: one table.
scenario() {
  local locale=$1 program=$2 options=$3
  printf '\n%s %s /bin/true, LC_ALL=%s, %s rounds\n' "$program" "$options" "$locale" "$rounds" |
    sed "s,$work,/run/netns,; s/-t [0-9]*/-t PID/"
  # shellcheck disable=SC2086
  set -- alone /bin/true ';' ours "$work/$program" $options /bin/true ';' \
    original "/usr/bin/$program" $options /bin/true ';'
  # shellcheck disable=SC2086
  case "$program $options" in
  "unshare -u" | "unshare -n" | "unshare -m")
    for yardstick in minimal-glibc minimal-musl no-libc; do
      set -- "$@" "$yardstick" "$work/$yardstick" $options /bin/true ';'
    done
    ;;
  esac
  # At most so much of the original's time; making the namespace itself takes most of it with -n.
  local limit=none
  case "$program $options $locale" in
  "unshare -u C") limit=0.30 ;;
  "unshare -u "*) limit=0.22 ;;
  "unshare -r "* | "unshare -m "*) limit=0.30 ;;
  "nsenter -t "*" C") ;;
  "nsenter -t "*) limit=0.24 ;;
  esac
  # shellcheck disable=SC2086
  [ -z "$busybox" ] || set -- "$@" busybox "$busybox" "$program" $options /bin/true ';'
  LC_ALL=$locale "$work/measure" "$rounds" "$@" | awk -v limit="$limit" '
    BEGIN {
      printf "%-13s %10s %10s %12s %10s %12s\n", "", "median us", "min us", "above alone", "peak KiB",
        "page faults"
    }
    NR == 1 { alone = $6 }
    { printf "%-13s %10.0f %10.0f %12.0f %10d %12d\n", $1, $2, $3, $4, $5, $6 - alone
      above[$1] = $4; peak[$1] = $5 }
    function goal(text, value, limit) {
      if (limit == "none") printf "%s: %.2f\n", text, value
      else printf "%s: %.2f (at most %.2f: %s)\n", text, value, limit,
        value <= limit ? "reached" : "not reached"
    }
    END {
      goal("ours / original", above["ours"] / above["original"], limit)
      if ("minimal-musl" in above) {
        goal("ours / minimal C with musl", above["ours"] / above["minimal-musl"],
          limit == "none" ? limit : 2.5)
        printf "ours / minimal C with glibc: %.2f\n", above["ours"] / above["minimal-glibc"]
        printf "without libc / original: %.2f (no program can do better)\n",
          above["no-libc"] / above["original"]
      }
      if ("busybox" in above) printf "ours / busybox: %.2f\n", above["ours"] / above["busybox"]
      printf "peak memory: ours %d KiB, original %d KiB (%s)\n", peak["ours"], peak["original"],
        peak["ours"] <= peak["original"] ? "reached" : "not reached"
    }'
}

for program in $programs; do
  case $program in
  nsls)
    bash bench/nsls.sh "$work/unyoke" "$work/measure"
    continue
    ;;
  unshare) sets=(-u -n -m -r "-fp --mount-proc") ;;
  nsenter)
    unshare --net --uts --ipc --mount sleep infinity &
    target=$!
    while [ "$(cat /proc/$target/comm)" != sleep ]; do sleep 0.05; done
    : >"$work/net"
    mount --bind "/proc/$target/ns/net" "$work/net"
    sets=("-t $target -n -u -i" "-t $target -n -u -i -m" "-n$work/net")
    ;;
  esac
  for locale in "$utf8" C; do
    for options in "${sets[@]}"; do scenario "$locale" "$program" "$options"; done
  done
done
