#!/bin/bash
# mmdebstrap in its mode "unshare": it probes the command, and refuses to work when the probe
# fails. Success: it says so, and the tar file holds busybox.
set -eu
command -v mmdebstrap >/dev/null || { echo "mmdebstrap is not installed"; exit 77; }
# shellcheck disable=SC2016 # $(SITE) is for apt to expand
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
  awk '$2 !~ /security/ && !seen[$1]++ { print $1; exit }')
[ -n "$mirror" ] || { echo "apt knows no mirror"; exit 77; }
if ! mmdebstrap --mode=unshare --variant=extract --include=busybox-static bookworm out.tar \
  "$mirror" >log 2>&1; then
  cat log
  # Without the network there is nothing to show; any other failure is one.
  if grep -qE 'Temporary failure resolving|Could not (connect|resolve)' log; then
    echo "the mirror cannot be reached"
    exit 77
  fi
  exit 1
fi
grep 'I: success' log
tar tf out.tar | grep bin/busybox
