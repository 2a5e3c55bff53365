#!/bin/bash
# mmdebstrap --mode=unshare: probes `unshare`, and refuses to work when the probe fails.
# Success: it says so, and the tar file holds busybox.
set -eu
command -v mmdebstrap >/dev/null || { echo "mmdebstrap is not installed"; exit 77; }
# shellcheck disable=SC2016 # $(SITE) is for apt to expand
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
  awk '$2 !~ /security/ && !seen[$1]++ { print $1; exit }')
[ -n "$mirror" ] || { echo "apt knows no mirror"; exit 77; }
mmdebstrap --mode=unshare: probes `unshare`, and refuses to work when the probe fails.
# Success: it says so, and the tar file holds busybox.
set -eu
command -v mmdebstrap >/dev/null || { echo "mmdebstrap is not installed"; exit 77; }
# shellcheck disable=SC2016 # $(SITE) is for apt to expand
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
  awk '$2 !~ /security/ && !seen[$1]++ { print $1; exit }')
[ -n "$mirror" ] || { echo "apt knows no mirror"; exit 77; }
apt-get update -qq -o Dir::State::lists="$WORK/lists" >/dev/null 2>&1 ||
  { echo "the mirror cannot be reached"; exit 77; }
mmdebstrap --mode=unshare --variant=extract --include=busybox-static bookworm out.tar \
  "$mirror" 2>&1 | tee log
grep -q 'I: success' log
tar tf out.tar | grep -q bin/busybox
