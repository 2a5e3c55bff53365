# shellcheck shell=sh disable=SC2034
# Read by tarball.sh, deb.sh and image.sh, which are called with BINARY OUTPUT-FOLDER and PROGRAMS
# in the environment. They depend on nothing else: the same sources and binary give the same bytes.
set -eu
umask 022
export LC_ALL=C TZ=UTC
[ $# -eq 2 ] || {
  echo "usage: PROGRAMS='...' $0 BINARY FOLDER" >&2
  exit 2
}
root=$(cd "$(dirname "$0")/.." && pwd)
binary=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
: "${PROGRAMS:?}"

# Our own version, and the time of the last commit: of what is packed, not of the packing.
VERSION=${VERSION:-$(sed -n '/var unyoke:/s/.*"\(.*\)".*/\1/p' \
  "$root/Sources/Personalities/Version.swift")}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null ||
  date -r "$root/CHANGELOG.md" +%s)}
export SOURCE_DATE_EPOCH
# The architecture by Debian's name, which is OCI's too for those that we can be built for.
ARCH=${ARCH:-$(dpkg --print-architecture 2>/dev/null || case $(uname -m) in
x86_64) echo amd64 ;; aarch64) echo arm64 ;; *) uname -m ;; esac)}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# pack FOLDER NAME...: a tar archive on standard output that shows neither who packed it nor when.
pack() {
  folder=$1
  shift
  tar --create --format=gnu --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 \
    --numeric-owner --directory="$folder" "$@"
}
# replaced: the programs that util-linux has under the same name.
replaced() {
  for name in $PROGRAMS; do
    case $name in nsls) ;; *) echo "$name" ;; esac
  done
}
# shellcheck source=packaging/sbom.sh
. "$root/packaging/sbom.sh"
# bill PACKAGE ARTEFACT [SUM]: puts the bill of materials beside the artefact in $out.
bill() {
  sbom "$1" "$2" "${3:-$(sha256sum <"$out/$2" | cut -d ' ' -f 1)}" >"$out/$2.spdx.json"
}
