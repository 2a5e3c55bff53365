#!/bin/bash
# The Debian packages: built twice, looked at by lintian, and used in a throw-away copy of this
# machine's root (deb/root.sh).
set -u
# shellcheck source=Tests/Packaging/lib.sh
. "$(dirname "$0")/../lib.sh"

needs packaging-deb "the packages" || exit 0
packing() { sh "$ROOT/packaging/deb.sh" "$BINARY" "$1"; }
try "they are packed" packing "$WORK/one"
(umask 077 && TZ=Asia/Tokyo packing "$WORK/two" >/dev/null)
same "two packings have the same bytes" "$(checksums "$WORK/one")" "$(checksums "$WORK/two")"
try "lintian finds nothing" lintian --allow-root --fail-on error,warning "$WORK"/one/*.deb
same "lintian is told to overlook one thing only" "unyoke: statically-linked-binary [usr/bin/unyoke]" \
  "$(dpkg-deb --fsys-tarfile "$WORK"/one/unyoke_*.deb |
    tar -xO ./usr/share/lintian/overrides/unyoke | grep -v '^#')"
# shellcheck source=Tests/Packaging/documents.sh
. "$ROOT/Tests/Packaging/documents.sh"
mkdir "$WORK/files"
dpkg-deb -x "$WORK"/one/unyoke_*.deb "$WORK/files"
documents "$WORK/files/usr/share/doc/unyoke"
for package in unyoke unyoke-replace; do
  archive=$(echo "$WORK/one/${package}_"*.deb)
  bill "$archive.spdx.json" "$package" "$(sha256sum <"$archive" | cut -d ' ' -f 1)"
  same "whoever maintains $package is no invention of ours" \
    "$(git -C "$ROOT" log -1 --format='%an <%ae>' 2>/dev/null || dpkg-deb -f "$archive" Maintainer)" \
    "$(dpkg-deb -f "$archive" Maintainer)"
  dpkg-deb -e "$WORK/one/${package}_"*.deb "$WORK/$package"
  for script in "$WORK/$package"/p*; do
    try "the ${script##*/} of $package is clean" shellcheck -s sh "$script"
  done
done
same "unyoke has no file that util-linux has" "" \
  "$(dpkg-deb --fsys-tarfile "$WORK"/one/unyoke_*.deb | tar -t | sed -n 's|^\./\(.*[^/]\)$|/\1|p' |
    grep -xF -f <(dpkg -L util-linux) -)"

root "install, use, upgrade, remove and purge in a copy of the root" || exit 0
if [ -n "$(dpkg-query -W -f '${Package}' unyoke 2>/dev/null)" ]; then
  skip "install, use, upgrade, remove and purge in a copy of the root" "unyoke is installed here"
  exit 0
fi
VERSION=9.0 packing "$WORK/newer" >/dev/null
mkdir "$WORK/overlay"
export suite
# Processes that are left end with the PID namespace, mounts with the mount namespace.
/usr/bin/unshare --mount --pid --fork --kill-child --mount-proc \
  bash "$ROOT/Tests/Packaging/suites/deb/root.sh"
