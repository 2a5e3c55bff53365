#!/bin/bash
# The tarball: the same bytes twice, and what is in it installs without the project.
set -u
# shellcheck source=Tests/Packaging/lib.sh
. "$(dirname "$0")/../lib.sh"

packing() { sh "$ROOT/packaging/tarball.sh" "$BINARY" "$1"; }
try "it is packed" packing "$WORK/one"
# Another folder, umask, time zone and language.
(umask 077 && TZ=Asia/Tokyo LC_ALL=C packing "$WORK/two" >/dev/null)
same "two packings have the same bytes" "$(checksums "$WORK/one")" "$(checksums "$WORK/two")"
try "its checksum file holds" sh -c "cd '$WORK/one' && sha256sum -c ./*.sha256"
mkdir "$WORK/tree"
try "it unpacks" tar -x -f "$WORK"/one/*.tar.gz -C "$WORK/tree" --strip-components=1
same "everything in it is root's, and from one time" "0/0" \
  "$(tar -tvf "$WORK"/one/*.tar.gz --numeric-owner | awk '{ print $2 }' | sort -u)"
same "it has no absolute name, and one folder at its top" "1" \
  "$(tar -tf "$WORK"/one/*.tar.gz | cut -d / -f 1 | sort -u | wc -l)"
same "the binary in it is the release" "$(sha256sum <"$BINARY")" "$(sha256sum <"$WORK/tree/unyoke")"

# shellcheck source=Tests/Packaging/documents.sh
. "$ROOT/Tests/Packaging/documents.sh"
documents "$WORK/tree/doc"
archive=$(echo "$WORK"/one/*.tar.gz)
bill "$archive.spdx.json" unyoke "$(sha256sum <"$archive" | cut -d ' ' -f 1)"

# What its installer does is what `make install` does.
env -u PROGRAMS -u BINARY -u ROOT DESTDIR="$WORK/from tarball" PREFIX=/usr sh "$WORK/tree/install.sh" >"$log" 2>&1
make -C "$ROOT" --no-print-directory -o release install DESTDIR="$WORK/from make" PREFIX=/usr \
  RELEASE="$BINARY" >>"$log" 2>&1
same "its installer puts what make install puts" "$(listing "$WORK/from make")" \
  "$(listing "$WORK/from tarball")"
same "and the same bytes" "$(checksums "$WORK/from make")" "$(checksums "$WORK/from tarball")"
same "unshare runs from there" "0" "$("$WORK/from tarball/usr/bin/unshare" -r id -u 2>&1)"
DESTDIR="$WORK/from tarball" PREFIX=/usr env -u PROGRAMS -u BINARY sh "$WORK/tree/install.sh" uninstall >"$log" 2>&1
same "its uninstall leaves nothing" "" "$(find "$WORK/from tarball" ! -type d)"
if needs packaging-tarball "its installer needs no more than busybox has"; then
  mkdir "$WORK/tools"
  for tool in $(busybox --list); do ln -s "$(command -v busybox)" "$WORK/tools/$tool"; done
  PATH=$WORK/tools DESTDIR="$WORK/by busybox" PREFIX=/usr env -u PROGRAMS -u BINARY \
    sh "$WORK/tree/install.sh" >"$log" 2>&1
  same "its installer needs no more than busybox has" "$(listing "$WORK/from make")" \
    "$(listing "$WORK/by busybox")"
fi
