#!/bin/bash
# Installs, packs and unpacks the release binary, and uses it in the places where a package puts it:
#   run.sh BINARY [SUITE...]
# Everything happens in temporary folders and private mount namespaces; the checksums of what the
# packages could touch on this machine are compared at the end.
set -u
here=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
BINARY=$(readlink -f "$1")
shift
PROGRAMS=$(sed -n 's/^PROGRAMS *= *//p' "$ROOT/Makefile")
base=$(mktemp -d /var/tmp/unyoke-packaging.XXXXXX)
chmod 755 "$base"
trap 'rm -rf --one-file-system "$base"' EXIT
export ROOT BINARY PROGRAMS

machine() {
  find /usr/bin /usr/lib/unyoke /usr/share/man/man1 /usr/share/man/man8 /usr/share/doc/unyoke* \
    /usr/share/bash-completion /usr/local /var/lib/dpkg \( -name '*unshare*' -o -name '*nsenter*' \
    -o -name '*lsns*' -o -name '*nsls*' -o -name '*unyoke*' -o -name diversions \) \
    -exec stat -c '%n %F %a %u:%g %s %Y' {} \; -type f -exec sha256sum {} \; 2>/dev/null
}

suites=("$@")
if [ ${#suites[@]} -eq 0 ]; then suites=(install tarball deb image); fi
: >"$base/output"
for suite in "${suites[@]}"; do
  export WORK=$base/$suite
  mkdir "$WORK"
  before=$(machine)
  timeout 600 bash "$here/suites/$suite.sh" 2>&1 | tee -a "$base/output"
  if [ "${PIPESTATUS[0]}" -ne 0 ]; then
    echo "FAIL $suite: the suite did not come to its end" | tee -a "$base/output"
  fi
  if [ "$(machine)" = "$before" ]; then
    echo "ok $suite: the machine is as it was"
  else
    echo "FAIL $suite: the machine is as it was"
    diff <(echo "$before") <(machine) | head -n 20
  fi | tee -a "$base/output"
done

count() { grep -c "^$1 " "$base/output"; }
echo "$(count ok) passed, $(count FAIL) failed, $(count skip) skipped"
[ "$(count FAIL)" -eq 0 ]
