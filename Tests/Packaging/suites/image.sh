#!/bin/bash
# The OCI image: read by skopeo, unpacked by umoci, and its nsenter run as docs/container-image.md
# says, in a container by crun.
set -u
# shellcheck source=Tests/Packaging/lib.sh
. "$(dirname "$0")/../lib.sh"

packing() { sh "$ROOT/packaging/image.sh" "$BINARY" "$1"; }
try "it is packed" packing "$WORK/one"
(umask 077 && TZ=Asia/Tokyo packing "$WORK/two" >/dev/null)
same "two packings have the same bytes" "$(checksums "$WORK/one")" "$(checksums "$WORK/two")"
image=$(echo "$WORK"/one/*/)
image=${image%/}
# shellcheck source=Tests/Packaging/documents.sh
. "$ROOT/Tests/Packaging/documents.sh"
bill "$image.spdx.json" unyoke \
  "$(sed -n 's/.*"digest":"sha256:\([0-9a-f]*\)".*/\1/p' "$image/index.json")"
version=$("$BINARY" --version | sed -n 's/^unyoke \([^,]*\),.*/\1/p')
same "each blob has the name of its checksum" "" \
  "$(cd "$image/blobs/sha256" && for blob in *; do echo "$blob  $blob"; done | sha256sum -c --quiet 2>&1)"

needs packaging-image "skopeo and umoci read it, crun runs it" || exit 0
try "skopeo reads its manifest" skopeo inspect "oci:$image:$version"
same "for this machine" "$(dpkg --print-architecture)" \
  "$(skopeo inspect "oci:$image:$version" | sed -n 's/.*"Architecture": "\(.*\)".*/\1/p')"
# Checks the sizes, checksums and types of all parts on its way.
try "skopeo copies it" skopeo copy --insecure-policy "oci:$image:$version" "oci:$WORK/copied:$version"
root "umoci unpacks it, crun runs it" || exit 0
try "umoci unpacks it" umoci unpack --image "$image:$version" "$WORK/bundle"
rootfs=$WORK/bundle/rootfs
same "there is the binary with its links, the licences, and nothing else" "$({
  echo "d 0755 bin"
  echo "f 0755 bin/unyoke"
  for name in $PROGRAMS; do echo "l 0777 bin/$name unyoke"; done
  for folder in usr usr/share usr/share/doc usr/share/doc/unyoke usr/share/doc/unyoke/licenses; do
    echo "d 0755 $folder"
  done
  for file in LICENSE unyoke.spdx.json; do echo "f 0644 usr/share/doc/unyoke/$file"; done
  for file in "$ROOT"/packaging/licenses/*; do
    echo "f 0644 usr/share/doc/unyoke/licenses/${file##*/}"
  done
} | sort -k 3)" "$(listing "$rootfs")"
same "the binary is the release" "$(sha256sum <"$BINARY")" "$(sha256sum <"$rootfs/bin/unyoke")"
same "its entry point runs" "$(chroot "$rootfs" /bin/unyoke --list)" "$(tr ' ' '\n' <<<"$PROGRAMS")"

# A stand-in for a node: its first process has mounts and a host name of its own.
# node COMMAND: what a shell does there.
# shellcheck disable=SC2016 # the shell in the node expands
node() {
  echo "this is the node" >"$WORK/sign"
  ROOTFS=$rootfs WORK=$WORK timeout 60 /usr/bin/unshare --mount --uts --pid --fork --kill-child \
    --mount-proc bash -c '
      hostname node-7
      mount -t tmpfs none /mnt && cp "$WORK/sign" /mnt/sign
      '"$1"'
      # Not the last command: bash would become it, and process 1 with it.
      exit $?'
}
# shellcheck disable=SC2016
same "its nsenter enters the node from a chroot" "node-7
this is the node" "$(node '
  /usr/bin/unshare --mount --uts sh -c "hostname pod; mkdir -p $ROOTFS/proc
    mount -t proc none $ROOTFS/proc
    chroot $ROOTFS /bin/nsenter -t 1 -m -u -n -i -- sh -c \"hostname; cat /mnt/sign\""' 2>&1)"
rm -rf "$WORK/bundle"
umoci unpack --image "$image:$version" "$WORK/bundle" >"$log" 2>&1

command=$(sed -n 's/^ *command: \[\("nsenter", "-t", "1".*\)\]$/\1/p' "$ROOT/docs/container-image.md")
mkdir "$WORK/state"
# What a kubelet asks for: privileged, the node's process ids, the environment of the image.
cat >"$WORK/bundle/config.json" <<END
{"ociVersion": "1.0.0",
 "process": {
  "args": [$command, "sh", "-c", "hostname; cat /mnt/sign; echo \$PATH"],
  "env": ["$(sed -n 's/.*"Env":\["\([^"]*\)".*/\1/p' "$image"/blobs/sha256/* | tr -d '\0')"],
  "user": {"uid": 0, "gid": 0}, "cwd": "/",
  "capabilities": {
   "bounding": ["CAP_SYS_ADMIN", "CAP_SYS_PTRACE", "CAP_SYS_CHROOT"],
   "effective": ["CAP_SYS_ADMIN", "CAP_SYS_PTRACE", "CAP_SYS_CHROOT"],
   "permitted": ["CAP_SYS_ADMIN", "CAP_SYS_PTRACE", "CAP_SYS_CHROOT"]}},
 "root": {"path": "rootfs"}, "hostname": "pod",
 "mounts": [{"destination": "/proc", "type": "proc", "source": "proc"},
  {"destination": "/dev", "type": "tmpfs", "source": "tmpfs"}],
 "linux": {"namespaces": [
  {"type": "mount"}, {"type": "uts"}, {"type": "ipc"}, {"type": "network"}]}}
END
# crun wants the control groups in one form only; the node has that, whatever the machine has.
# shellcheck disable=SC2016
output=$(node '
  umount -R /sys/fs/cgroup 2>/dev/null
  mount -t cgroup2 none /sys/fs/cgroup || exit 77
  crun --root "$WORK/state" --cgroup-manager=disabled run --bundle "$WORK/bundle" pod' 2>&1)
if [ $? -eq 77 ]; then
  skip "the command of the manifest enters the node from a container" "no cgroup2 can be mounted here"
else
  same "the command of the manifest enters the node from a container" "node-7
this is the node
/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" "$output"
fi
