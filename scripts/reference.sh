#!/bin/bash
# Unpacks the real util-linux 2.42.4 into .reference/, for comparison. Nothing is installed.
# Where it cannot be had it says why and ends with 0: parity then uses the installed original.
set -eu -o pipefail
cd "$(dirname "$0")/.."
wanted=2.42.4
target=$PWD/.reference/$wanted

if [ -x "$target/bin/unshare" ] && [ "$("$target/bin/unshare" --version 2>/dev/null)" = \
  "unshare from util-linux $wanted" ]; then
  echo "reference $wanted is there: $target/bin"
  exit 0
fi

none() {
  echo "no reference: $1"
  exit 0
}

sh scripts/need.sh reference || none "patchelf is missing"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The mirror this machine uses itself.
# shellcheck disable=SC2016 # $(SITE) is for apt to expand
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
  awk '$2 !~ /security/ && !seen[$1]++ { print $1; exit }')
[ -n "$mirror" ] || none "apt knows no mirror"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -e "$keyring" ] || none "the archive's keyring is not installed"

mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/parts"
echo "deb [signed-by=$keyring] $mirror unstable main" >"$work/sources.list"
# Its own state, cache and sources: the machine's apt does not notice.
apt=(apt-get -qq
  -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts="$work/parts"
  -o Dir::State="$work/state" -o Dir::State::status=/dev/null -o Dir::Cache="$work/cache"
  -o APT::Sandbox::User=root -o Acquire::Retries=2)
"${apt[@]}" update >"$work/log" 2>&1 || none "unstable cannot be read: $(tail -n 1 "$work/log")"

cd "$work"
if ! "${apt[@]}" download util-linux libc6 libselinux1 libsmartcols1 libmount1 libblkid1 \
  libpcre2-8-0 >"$work/log" 2>&1; then
  none "the packages cannot be fetched: $(tail -n 1 "$work/log")"
fi
for package in ./*.deb; do dpkg-deb -x "$package" "$work/root"; done

mkdir -p "$work/reference/bin" "$work/reference/lib"
# Files of one name in several folders (optimised builds) are not wanted: the plain ones are.
find "$work/root" -path '*/x86_64-linux-gnu/*.so*' -o -path '*/aarch64-linux-gnu/*.so*' |
  grep -E '/(libc|libselinux|libsmartcols|libmount|libblkid|libpcre2-8)\.so[.0-9]*$' |
  while read -r library; do cp "$(readlink -f "$library")" "$work/reference/lib/${library##*/}"; done
loader=$(find "$work/root" -name 'ld-linux-*.so.*' -type f | head -n 1)
[ -n "$loader" ] || none "the packages hold no dynamic loader"
cp "$loader" "$work/reference/lib/"
for program in unshare nsenter lsns; do
  cp "$work/root/usr/bin/$program" "$work/reference/bin/"
  patchelf --set-interpreter "$target/lib/${loader##*/}" --force-rpath --set-rpath "$target/lib" \
    "$work/reference/bin/$program"
done
rm -rf "$target"
mkdir -p "${target%/*}"
mv "$work/reference" "$target"

version=$("$target/bin/unshare" --version) || version="nothing at all"
if [ "$version" != "unshare from util-linux $wanted" ]; then
  rm -rf "$target"
  none "unstable carries another version: $version"
fi
echo "reference $wanted: $target/bin"
