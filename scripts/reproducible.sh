#!/bin/bash
# Builds the release twice from the last commit, in two folders, and compares all that is packed.
# Whoever wants to know whether a release comes from its sources does the same.
set -eu
cd "$(dirname "$0")/.."
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
# The folders are no repositories, which would say these.
MAINTAINER=$(git log -1 --format='%an <%ae>')
export SOURCE_DATE_EPOCH MAINTAINER
base=$(mktemp -d /var/tmp/unyoke-reproducible.XXXXXX)
trap 'rm -rf --one-file-system "$base"' EXIT

# Folders of different lengths, and other things that must not matter.
build() {
  mkdir -p "$1"
  git archive HEAD | tar -x -C "$1"
  (cd "$1" && make --no-print-directory tarball deb image) >"$base/log" 2>&1 || {
    tail -n 20 "$base/log" >&2
    exit 1
  }
  (cd "$1/dist" && find . -type f -exec sha256sum {} + | sort -k 2)
}
build "$base/a" >"$base/first"
(umask 077 && TZ=Asia/Tokyo LC_ALL=C build "$base/another/folder/of/some/depth") >"$base/second"
cat "$base/first"
if diff "$base/first" "$base/second"; then
  echo "ok: two builds of $(git rev-parse --short HEAD) have the same bytes"
else
  echo "FAIL: two builds of $(git rev-parse --short HEAD) differ"
  exit 1
fi
