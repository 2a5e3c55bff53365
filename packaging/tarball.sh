#!/bin/sh
# The release as a tar archive, with its installer and a file of its checksum beside it.
# shellcheck source=packaging/common.sh
. "$(dirname "$0")/common.sh"

name=unyoke-$VERSION-linux-$ARCH
tree=$work/$name
mkdir "$tree"
cp "$binary" "$tree/unyoke"
chmod 755 "$tree/unyoke"
cp -R -P "$root/man" "$root/completions" "$tree"
sh "$root/packaging/documents.sh" "$binary" "$tree/doc"
ln -s doc/README.md "$tree/README.md"
ln -s doc/LICENSE "$tree/LICENSE"
# The programs are fixed, so that a tarball can be installed below DESTDIR on another machine.
sed "s/^PROGRAMS=.*/PROGRAMS='$PROGRAMS'/" "$root/packaging/install.sh" >"$tree/install.sh"
find "$tree" -type f ! -name unyoke ! -name install.sh -exec chmod 644 {} +
find "$tree" -type d -exec chmod 755 {} +
chmod 755 "$tree/install.sh"

pack "$work" "$name" | gzip -n -9 >"$out/$name.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
bill unyoke "$name.tar.gz"
echo "$out/$name.tar.gz"
