#!/bin/sh
# An OCI image layout: one layer with the static binary and its links, nothing else. No container
# engine is needed: an image is two small JSON files and a tar archive, each named by its checksum.
# https://github.com/opencontainers/image-spec has the format.
# shellcheck source=packaging/common.sh
. "$(dirname "$0")/common.sh"

name=unyoke-$VERSION-image-$ARCH
image=$out/$name
rm -rf "$image"
mkdir -p "$image/blobs/sha256"

sum() { sha256sum "$1" | cut -d ' ' -f 1; }
# blob FILE: takes it into the layout, and is its descriptor but for the braces.
blob() {
  digest=$(sum "$1")
  cp "$1" "$image/blobs/sha256/$digest"
  printf '"digest":"sha256:%s","size":%s' "$digest" "$(wc -c <"$1" | tr -d ' ')"
}

layer=$work/layer
mkdir -p "$layer/bin"
cp "$binary" "$layer/bin/unyoke"
chmod 755 "$layer" "$layer/bin" "$layer/bin/unyoke"
# The licences of what is in it, and its bill of materials.
sh "$root/packaging/documents.sh" "$binary" "$work/documents"
share=usr/share/doc/unyoke
mkdir -p "$layer/$share"
cp -R "$work/documents/LICENSE" "$work/documents/licenses" "$work/documents/unyoke.spdx.json" \
  "$layer/$share"
for program in $PROGRAMS; do ln -s unyoke "$layer/bin/$program"; done
pack "$layer" bin usr >"$work/layer.tar"
gzip -9 -n <"$work/layer.tar" >"$work/layer.tar.gz"

created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
# A PATH as hosts have it: what is entered is searched for its programs with it. In the image
# itself only /bin is there.
cat >"$work/config.json" <<END
{"created":"$created","architecture":"$ARCH","os":"linux","config":{"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],"Entrypoint":["/bin/unyoke"],"Cmd":["--help"],"WorkingDir":"/","Labels":{"org.opencontainers.image.title":"unyoke","org.opencontainers.image.version":"$VERSION","org.opencontainers.image.licenses":"Apache-2.0"}},"rootfs":{"type":"layers","diff_ids":["sha256:$(sum "$work/layer.tar")"]},"history":[{"created":"$created","created_by":"unyoke $VERSION"}]}
END
cat >"$work/manifest.json" <<END
{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json",$(blob "$work/config.json")},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip",$(blob "$work/layer.tar.gz")}]}
END
cat >"$image/index.json" <<END
{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json",$(blob "$work/manifest.json"),"annotations":{"org.opencontainers.image.ref.name":"$VERSION"},"platform":{"architecture":"$ARCH","os":"linux"}}]}
END
echo '{"imageLayoutVersion":"1.0.0"}' >"$image/oci-layout"
# An image is known by the checksum of its manifest.
bill unyoke "$name" "$(sum "$work/manifest.json")"
echo "$image"
