#!/bin/bash
# What other packages import, used as they use it: make library. Everything happens in packages outside of the
# tree, which depend on this checkout by its path and set no flags. Builds are kept in .build-library.
set -u
here=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
SWIFT=${SWIFT:-swift}
scratch=$ROOT/.build-library
passed=0 failed=0 skipped=0

ok() {
  passed=$((passed + ${2:-1}))
  echo "ok $1"
}
bad() {
  failed=$((failed + 1))
  echo "FAIL $1"
  [ ! -s "$log" ] || tail -n "${2:-40}" "$log" | sed 's/^/    /'
}
skip() {
  skipped=$((skipped + 1))
  echo "skip $1: $2"
}

# Where a plain user may look.
work=$(mktemp -d /tmp/unyoke-library.XXXXXX)
chmod 755 "$work"
trap 'rm -rf --one-file-system "$work"' EXIT
log=$work/log
: >"$log"
export UNYOKE=$ROOT

isroot() { [ "$(id -u)" -eq 0 ]; }
# Somebody without rights, by number: there need be no such account.
plain=(setpriv --reuid=1001 --regid=1001 --clear-groups)
# build SCRATCH FOLDER OPTION...: no warning either, but what the linker says of a sanitizer's own names.
build() {
  local place=$scratch/$1 folder=$2
  shift 2
  (cd "$folder" && "$SWIFT" build --scratch-path "$place" "$@") >"$log" 2>&1 &&
    ! grep -E '(warning|error):' "$log" | grep -vE 'user-level cache features|Cannot export local symbol .__asan'
}

# ---- three lines of Package.swift, and nothing but Swift ----

mkdir -p "$work/smallest/Sources/smallest"
cat >"$work/smallest/Package.swift" <<END
// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "smallest", dependencies: [.package(name: "unyoke", path: "$ROOT")], targets: [.executableTarget(name: "smallest", dependencies: [.product(name: "Namespaces", package: "unyoke")])])
END
cat >"$work/smallest/Sources/smallest/main.swift" <<'END'
import Namespaces
print(try CurrentProcess.namespace(.network).inode)
END
# What is not Swift's is not there: neither libcap's files nor a network to resolve anything with.
cat >"$work/bare.sh" <<'END'
set -e
mount --make-rprivate /
for file in $(find /usr/include /usr/lib /usr/local -name capability.h -path '*sys/capability.h' -o -name 'libcap.pc' \
  -o -name 'libcap.so' -o -name 'libcap.a' 2>/dev/null); do
  mount --bind "$WORK/nothing" "$file"
done
! pkg-config --exists libcap 2>/dev/null
[ "$(ls /sys/class/net 2>/dev/null)" = lo ] || mount -t sysfs none /sys
cd "$WORK/smallest"
exec "$@"
END
printf '#error "this machine has no libcap"\n' >"$work/nothing"
if isroot; then
  # From nothing, so that nothing is left of a build that could see more.
  if WORK=$work unshare --mount --net bash "$work/bare.sh" \
    "$SWIFT" build --scratch-path "$work/bare" >"$log" 2>&1 &&
    ! grep -E '(warning|error):' "$log" &&
    [ "$("$work/bare/debug/smallest")" = "$(readlink /proc/self/ns/net | tr -dc 0-9)" ]; then
    ok "a package of three lines builds without libcap and without a network"
  else
    bad "a package of three lines builds without libcap and without a network"
  fi
  rm -rf "$work/bare"
else
  skip "a package of three lines builds without libcap" "hiding it needs root"
fi

# ---- the examples ----

# same NAME COMMAND...: what it prints is what was written down, with numbers of processes and namespaces masked.
same() {
  local name=$1
  shift
  if timeout 60 "$@" 2>&1 | sed -E 's/\[[0-9]+\]/[N]/g;s/\b[0-9]{2,}\b/N/g;s/^outside: .*/outside: .../;s,/tmp/unyoke-library\.[A-Za-z0-9]*,...,;s/^ +1 /1 /;s/^ +PID/PID/' \
    >"$work/found" && diff "$here/expected/${name%%,*}.txt" "$work/found" >"$log" 2>&1; then
    ok "example $name"
  else
    bad "example $name"
  fi
}
mkdir "$work/bin"
for folder in "$ROOT"/Examples/*/; do
  example=$(basename "$folder")
  if ! build examples "$folder"; then
    bad "example $example builds without a warning"
    continue
  fi
  # The packages share what they depend on, and each link of a program is the next one's.
  cp "$scratch/examples/debug/$example" "$work/bin/"
  case $example in
  network-of)
    if isroot; then
      unshare --net sleep 60 &
    else
      unshare --user --map-root-user --net sleep 60 &
    fi
    target=$!
    # It is there when it has left.
    for ((tries = 0; tries < 1000; tries++)); do
      [ "$(readlink /proc/$target/ns/net)" = "$(readlink /proc/self/ns/net)" ] || break
      sleep 0.05
    done
    if isroot; then
      same network-of "$work/bin/network-of" "$target"
      # A user namespace of one's own is enough, where both are in it.
      # shellcheck disable=SC2016 # the inner shell expands
      same "network-of, as a plain user" "${plain[@]}" unshare --user --map-root-user sh -c '
        unshare --net sleep 60 &
        until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.05; done
        "$1" $!; kill $!' - "$work/bin/network-of"
    else
      skip "example network-of" "entering a namespace of somebody else needs root"
    fi
    kill "$target"
    wait "$target" 2>/dev/null
    ;;
  holders)
    if ! isroot; then
      skip "example holders" "to mount a namespace needs root"
      continue
    fi
    # One process in it, one that has it open, and a mount.
    # shellcheck disable=SC2016 # the inner shell expands
    same holders unshare --mount --propagation private bash -c '
      asleep() { until [ "$(tr "\0" " " </proc/$1/cmdline)" = "sleep 60 " ]; do sleep 0.05; done; }
      unshare --net sleep 60 &
      target=$!
      asleep $target
      sleep 60 9</proc/$target/ns/net &
      asleep $!
      touch "$1/held"
      mount --bind /proc/$target/ns/net "$1/held"
      "$1/bin/holders" "$1/held"
      kill $target $!' - "$work"
    if [ "$("${plain[@]}" "$work/bin/holders" /etc/passwd)" = \
      "holders: this is no namespace, or nobody who can be seen holds it" ]; then
      ok "example holders, of a file that is none"
    else
      bad "example holders, of a file that is none"
    fi
    ;;
  clone)
    # shellcheck disable=SC2016 # the inner shell expands
    same clone "$work/bin/clone" sh -c 'echo "program: I am $$"'
    # shellcheck disable=SC2016
    if isroot; then same "clone, as a plain user" "${plain[@]}" "$work/bin/clone" sh -c 'echo "program: I am $$"'; fi
    ;;
  *)
    same "$example" "$work/bin/$example"
    if isroot; then same "$example, as a plain user" "${plain[@]}" "$work/bin/$example"; fi
    ;;
  esac
done

# ---- the tests of a foreign package ----

cp -r "$here/Foreign" "$work/foreign"

# counted NAME STATUS: takes the counts from what swift-testing printed.
counted() {
  local ran
  grep -E '^skip ' "$log" | sort -u
  skipped=$((skipped + $(grep -E '^skip ' "$log" | sort -u | wc -l)))
  ran=$(sed -n 's/.*Test run with \([0-9]*\) tests\{0,1\} .* passed.*/\1/p' "$log" | tail -n 1)
  if [ "$2" -eq 0 ] && [ "${ran:-0}" -gt 0 ] && ! grep -qE 'WARNING: ThreadSanitizer|ERROR: AddressSanitizer' "$log"; then
    ok "$1: $ran tests" "$ran"
  else
    grep -E -A 12 '✘|WARNING: ThreadSanitizer|ERROR: AddressSanitizer' "$log" | head -n 60 >"$work/found"
    mv "$work/found" "$log"
    bad "$1, status $2" 60
  fi
}
# foreign SCRATCH NAME OPTION...: builds the tests and runs them.
foreign() {
  local place=$1 name=$2 status
  shift 2
  if ! build "$place" "$work/foreign" --build-tests "$@"; then
    bad "$name: they build without a warning"
    return 1
  fi
  (cd "$work/foreign" && timeout 600 "$SWIFT" test --skip-build --disable-xctest \
    --scratch-path "$scratch/$place" --skip AsyncTests "$@") >"$log" 2>&1
  status=$?
  counted "$name" $status
  # The others block the threads of Swift concurrency for as long as they take; these look at a clock.
  (cd "$work/foreign" && timeout 600 "$SWIFT" test --skip-build --disable-xctest \
    --scratch-path "$scratch/$place" --filter AsyncTests "$@") >"$log" 2>&1
  status=$?
  counted "$name, asynchronous" $status
}
if foreign examples "tests from outside" && isroot; then
  # The same tests of somebody who needs a user namespace for each of them.
  mkdir "$work/plain"
  cp "$scratch/examples/debug/foreignPackageTests.xctest" "$scratch/examples/debug/alone" "$work/plain/"
  outside() { (cd / && "${plain[@]}" timeout 600 "$work/plain/foreignPackageTests.xctest" --testing-library swift-testing "$@") >"$log" 2>&1; }
  outside --skip AsyncTests
  counted "tests from outside, as a plain user" $?
  outside --filter AsyncTests
  counted "tests from outside, as a plain user, asynchronous" $?
fi

# ---- sanitizers ----

compiler=$(dirname "$(command -v "$SWIFT")")/swiftc
echo 'print("runs")' >"$work/probe.swift"
for sanitizer in thread address; do
  if ! "$compiler" -sanitize=$sanitizer -o "$work/probe" "$work/probe.swift" >"$log" 2>&1; then
    skip "tests with --sanitize=$sanitizer" "this toolchain cannot build for it: $(tail -n 1 "$log")"
  elif [ "$("$work/probe" 2>"$log")" != runs ]; then
    skip "tests with --sanitize=$sanitizer" "nothing runs under it here: $(head -n 1 "$log")"
  else
    if [ $sanitizer = thread ]; then
      export UNYOKE_SANITIZER=$sanitizer
      for case in oneThreadAgain parentWithThreadsKilled; do
        skip "$case with --sanitize=thread" "the sanitizer has threads of its own"
      done
    else
      unset UNYOKE_SANITIZER
    fi
    UNYOKE_SPARING=1 foreign $sanitizer "tests with --sanitize=$sanitizer" --sanitize=$sanitizer
  fi
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
