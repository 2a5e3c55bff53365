#!/bin/sh
# Makes the place in which a person types: run as the first process of its own mount and PID
# namespaces. What is there is known, so it is known what can be offered.
#   place.sh BINARY COMPLETIONS SHELL [ARGUMENT...]
set -e
binary=$1 completions=$2
shift 2
mount -t tmpfs none /run
mkdir /run/home /run/programs /run/netns /run/netns/files /run/utsns
for name in unyoke unshare nsenter nsls lsns; do ln -s "$binary" "/run/programs/$name"; done
for name in blue 'we ird'; do
  : >"/run/netns/$name"
  mount --bind /proc/self/ns/net "/run/netns/$name"
done
: >/run/utsns/red
mount --bind /proc/self/ns/uts /run/utsns/red
: >/run/netns/files/plain

export HOME=/run/home PATH="/run/programs:/usr/sbin:/usr/bin:/sbin:/bin"
mkdir -p "$HOME/folder/inner" "$HOME/we ird" "$HOME/.config/fish" "$HOME/bash"
: >"$HOME/file"
ln -s "$completions/fish" "$HOME/.config/fish/completions"
ln -s "$completions/bash" "$HOME/bash/completions"
export BASH_COMPLETION_USER_DIR=$HOME/bash COMPLETIONS="$completions"
cd "$HOME"
# Somebody to be found, with a name that no other process has.
cp "$(command -v sleep)" /run/quietone
/run/quietone 1000 &
exec "$@"
