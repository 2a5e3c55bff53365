#!/bin/bash
# Runs real programs that call unshare, nsenter and lsns, with ours in the place of the originals:
#   run.sh BINARY [CLIENT...]
# Everything happens in a private mount namespace with account files of its own. A client that
# never called ours has failed, whatever it printed. It has $ROOT (the project), $BASE (the binary and
# its homes) and $WORK (the folder it runs in).
set -u
here=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
export ROOT
binary=$(readlink -f "$1")
shift
passed=0 failed=0 skipped=0

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
  exit
}
skip() {
  skipped=$((skipped + 1))
  echo "skip $1: $2"
}

clients=("$@")
if [ ${#clients[@]} -eq 0 ]; then
  for script in "$here"/clients/*.sh; do
    name=${script##*/}
    clients+=("${name%.sh}")
  done
fi
if [ "$(id -u)" -ne 0 ]; then
  for client in "${clients[@]}"; do skip "$client" "needs root"; done
  finish
fi
# One group at a time: a package that cannot be had costs its own clients only.
for group in e2e-arch e2e-mmdebstrap e2e-reprotest e2e-slirp e2e-rootlesskit e2e-pasta e2e-lsns; do
  sh "$ROOT/scripts/need.sh" "$group" >/dev/null 2>&1 || true
done

# Not below a folder that a plain user may not enter.
base=$(mktemp -d /var/tmp/unyoke-e2e.XXXXXX)
chmod 755 "$base"
trap 'rm -rf --one-file-system "$base"' EXIT
cp "$binary" "$base/unyoke"
: >"$base/calls"
chmod 666 "$base/calls"
mkdir "$base/bin" "$base/etc"
mkdir "$base/real"
chmod 755 "$base/unyoke"
for name in unshare nsenter; do
  # The wrapper proves that ours was called; it goes by the name the caller used.
  cat >"$base/bin/$name" <<END
#!/bin/bash
echo "$name \${*//\$'\\n'/ }" >>"$base/calls"
exec -a "\$0" "$base/real/$name" "\$@"
END
  ln "$base/unyoke" "$base/real/$name"
  chmod 755 "$base/bin/$name"
done

cp "$ROOT"/Tests/Support/Sandbox/etc/* "$base/etc"
sed -i "s|^\(tester:.*\):/nonexistent:|\1:$base/home:|" "$base/etc/passwd"
chmod 644 "$base"/etc/*
mkdir "$base/home"
chown 1001:1001 "$base/home"

for client in "${clients[@]}"; do
  script=$here/clients/$client.sh
  : >"$base/calls"
  work=$base/work-$client
  mkdir "$work"
  # A PID namespace as well: whatever a client leaves running ends with it.
  # shellcheck disable=SC2016 # the inner shell expands
  BASE=$base WORK=$work PATH=$base/bin:$PATH timeout 300 \
    /usr/bin/unshare --mount --pid --fork --kill-child --mount-proc bash -c '
      . "$2" && shield "$BASE" "$1" && accounts "$BASE/etc" "$WORK." || exit
      # Callers with an absolute path get ours too. The original is kept for what needs it.
      cp /usr/bin/unshare "$BASE/original-unshare" 2>/dev/null || true
      mount --bind "$BASE/bin/unshare" /usr/bin/unshare
      mount --bind "$BASE/bin/nsenter" /usr/bin/nsenter
      cd "$WORK" && exec bash "$1"' e2e "$script" "$ROOT/Tests/Support/Sandbox/shield.sh" \
    >"$base/output" 2>&1
  status=$?
  calls=$(wc -l <"$base/calls")
  if [ "$status" -eq 77 ]; then
    skip "$client" "$(tail -n 1 "$base/output")"
  elif [ "$status" -ne 0 ] || [ "$calls" -eq 0 ]; then
    failed=$((failed + 1))
    echo "FAIL $client: status $status, $calls calls of ours"
    tail -n 40 "$base/output" | sed 's/^/    /'
    tail -n 10 "$base/calls" | sed 's/^/    /'
  else
    passed=$((passed + 1))
    echo "ok $client: $(cut -d ' ' -f 1 "$base/calls" | sort | uniq -c | tr -s ' \n' ' ')calls of ours"
  fi
  rm -rf --one-file-system "$work" "$work".*
done
finish
