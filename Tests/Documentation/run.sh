#!/bin/bash
# Builds the documentation of the libraries, and the code in it as packages that know nothing but the
# products: run.sh BINARY
# All of it happens in a copy of the checkout, as what is fetched here would be pinned in Package.resolved,
# and then be fetched by every build.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
binary=$(readlink -f "$1")
SWIFT=${SWIFT:-swift}
base=$root/.build-docs
copy=$base/copy
# shellcheck source=scripts/promises.sh
. "$root/scripts/promises.sh"

# Not below a folder that a plain user may not enter.
programs=$(mktemp -d /var/tmp/unyoke-docs.XXXXXX)
chmod 755 "$programs"
trap 'rm -rf --one-file-system "$programs"' EXIT
log=$programs/log

mkdir -p "$base"
rm -rf --one-file-system "$copy"
mkdir "$copy"
# Times are kept, so that only what is new is built again.
(cd "$root" && git ls-files -z --cached --others --exclude-standard Package.swift README.md Sources Tests Tools |
  tar --null -c --ignore-failed-read -T -) 2>/dev/null | tar -x -C "$copy"
pages=$copy/Tests/Documentation

# Whoever wanted to fetch something would fail at once.
offline() {
  GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_TERMINAL_PROMPT=0 \
    http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 "$@"
}
findings() { grep -E 'warning:|error:|fatal:' "$log" | grep -v 'user-level cache features' | sort -u; }

code=$(python3 "$here/compare.py" "$pages" "$copy/README.md" \
  "$copy"/Sources/Namespace*/Namespace*.docc/*.md 2>&1)
if [[ $code =~ ^[0-9]+$ ]] && [ "$code" -ge 15 ]; then
  ok "the $code pieces of Swift on the pages are compiled here"
else
  bad "the Swift code of the pages is compiled here" "$code"
fi

# The attacker: a dependency that every user of the core would fetch.
fetches() {
  rm -rf "$base/nothing"
  offline "$SWIFT" package resolve --package-path "$1" --scratch-path "$base/nothing" \
    --cache-path "$base/nothing/cache" "${@:2}" >"$log" 2>&1
  local status=$?
  ls "$base/nothing/checkouts" 2>/dev/null
  [ $status -eq 0 ] || echo "status $status"
}
promise "the project fetches nothing" "$(fetches "$copy")"
promise "a package that depends on it fetches nothing" "$(fetches "$pages/Plain")"
if [ -n "$(fetches "$copy" --traits SwiftSystem)" ]; then
  ok "with the trait swift-system would be fetched"
else
  bad "with the trait swift-system would be fetched" "it was not, so that the two promises before say nothing"
fi
rm -rf --one-file-system "$base/nothing"

offline "$SWIFT" build --package-path "$pages/Plain" --scratch-path "$base/plain" >"$log" 2>&1
promise "code that knows the core alone is built without a warning" "$(findings)"

# says NAME COMMAND...: a program of a page prints this, in whatever order, and numbers of ten digits aside.
says() {
  local name=$1 expected
  shift
  expected=$(sort)
  timeout 60 "$@" >"$programs/said" 2>&1 </dev/null
  echo "status $?" >>"$programs/said"
  promise "$name" "$(diff <(sed -E 's/[0-9]{10}/N/g; s/^ *lo:.*/lo/' "$programs/said" | sort) <(echo "$expected"))"
}
run_plain() {
  local who=$1
  shift
  says "README.md, as $who" "$@" "$programs/README" <<END
1 0
its host name is kept in N
exited with 0
status 0
END
  says "Getting started, as $who" "$@" "$programs/GettingStarted" <<END
Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
lo
this thread is in net:[N]
ended with status 0
it calls itself box
exited with 0
status 0
END
  local days
  days=$(awk '{ print int($1 / 86400) + 7 }' /proc/uptime)
  says "From the C calls, as $who" "$@" sh -c "$programs/FromC | sed 's/.* up $days days,.*/a week more/'" <<END
a week more
uts 4 N
owned by user:[N]
exited with 0
status 0
END
  # In a proc(5) of its own: the shell is 1, the program the next.
  # shellcheck disable=SC2016
  says "NamespaceInventory, as $who" "$@" "$binary" unshare -rnpf --mount-proc sh -c '
    "$1" & wait $!' - "$programs/Inventory" <<END
net:[N], processes: 2
pid:[N], processes: 2
status 0
END
  # shellcheck disable=SC2016
  says "Threads, as $who" "$@" "$binary" unshare -rn sh -c '
    ip link add there type veth peer name peer
    "$1" unshare -i sleep 60 & "$1" unshare -n "$2" $!
    status=$?; kill $!; exit $status' - "$binary" "$programs/Threads" <<END
there: ["lo", "peer", "there"]
alone: ["lo"]
still here: true
status 0
END
}
run_system() {
  local who=$1 followed=$2
  shift 2
  says "swift-system, as $who" "$@" "$programs/Values" <<END
it is a namespace of kind uts
and is open: ()
network
cannot open /proc/self/ns/none: No such file or directory true true
through a pipe
exited with 0
status 0
END
  says "swift-subprocess, as $who" "$@" "$programs/WithSubprocess" <<END
its number inside: 1
another host name: true
there: true
$followed
status 0
END
}

plain=(setpriv --reuid 1001 --regid 1001 --clear-groups)
# as_both FUNCTION AS-ROOT AS-PLAIN
as_both() {
  if ! "$binary" unshare -rn true 2>/dev/null; then
    skip "the programs of the pages" "no user namespace can be made here"
  elif [ "$(id -u)" -eq 0 ]; then
    "$1" root ${2:+"$2"}
    "$1" "a plain user" ${3:+"$3"} "${plain[@]}"
  else
    "$1" "a plain user" ${3:+"$3"}
  fi
}
cp "$base"/plain/debug/{README,GettingStarted,Threads,FromC,Inventory} "$programs" && as_both run_plain

if "$SWIFT" package resolve --package-path "$pages/System" --scratch-path "$base/system" >"$log" 2>&1; then
  "$SWIFT" build --package-path "$pages/System" --scratch-path "$base/system" >"$log" 2>&1
  promise "code with swift-system and swift-subprocess is built without a warning" \
    "$(findings | grep -v /checkouts/)"
  cp "$base"/system/debug/{Values,WithSubprocess} "$programs" &&
    as_both run_system "it is where this thread is: false" \
      "unshare of CLONE_NEWUTS failed: Operation not permitted"
else
  skip "code with swift-system and swift-subprocess" "they cannot be fetched"
fi

# From here on the copy has a dependency that nobody else gets.
echo 'package.dependencies.append(
  .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))' >>"$copy/Package.swift"
site=$base/unyoke.doccarchive
if "$SWIFT" package --traits SwiftSystem resolve --package-path "$copy" --scratch-path "$base/docs" >"$log" 2>&1; then
  rm -rf "$site"
  targets=()
  for target in Bytes NamespaceValues Namespaces NamespaceInventory NamespacesSystem; do
    targets+=(--target "$target")
  done
  "$SWIFT" package --traits SwiftSystem --package-path "$copy" --scratch-path "$base/docs" \
    --disable-sandbox --allow-writing-to-directory "$base" generate-documentation \
    --enable-experimental-combined-documentation "${targets[@]}" --warnings-as-errors \
    --output-path "$site" >"$log" 2>&1
  promise "the documentation is built without a warning" "$(findings)"
  promise "it has a page of each kind of thing" "$(
    for page in namespaces/threads namespaces/fromccalls namespaces/namespacehandle \
      namespaceinventory namespacessystem namespacevalues/namespacekind bytes/bytestring; do
      [ -s "$site/data/documentation/$page.json" ] || echo "$page is missing"
    done
  )"
else
  skip "the documentation is built without a warning" "swift-docc-plugin cannot be fetched"
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
