#!/bin/sh
# Makes the place in which a person types: run as the first process of its own mount and PID
# namespaces. What is there is known, so it is known what can be offered.
#   place.sh BINARY COMPLETIONS SHELL [ARGUMENT...]
set -e
binary=$1 completions=$2
shift 2
# shellcheck source=Tests/Support/Sandbox/shield.sh
. "${0%/*}/../Support/Sandbox/shield.sh"
shield "$binary" "$completions"
mkdir /run/etc
accounts "${0%/*}/../Support/Sandbox/etc" /run/etc/
mkdir /run/home /run/programs /run/netns /run/netns/files /run/utsns
for name in unyoke unshare nsenter nsls lsns; do ln -s "$binary" "/run/programs/$name"; done
for name in blue 'we ird'; do
  : >"/run/netns/$name"
  mount --bind /proc/self/ns/net "/run/netns/$name"
done
: >/run/utsns/red
mount --bind /proc/self/ns/uts /run/utsns/red
: >/run/netns/files/plain

# Somebody else on the machine gave these names: none may become a command line.
# shellcheck disable=SC2016
shown='hostile$(touch evil)' hidden=$(printf 'hostile\033[2J')
# shellcheck disable=SC2016
for name in "$shown" "$hidden" 'quotes`touch evil`"x;it'"'s" 'past!touch'; do
  echo "$name:x:3000:3000:,:/:/bin/sh" >>/etc/passwd
  echo "$name:x:3000:" >>/etc/group
done
mkdir /run/ipcns
for name in "$shown" "$hidden" "$(printf 'hostile\nline')"; do
  : >"/run/ipcns/$name"
  mount --bind /proc/self/ns/ipc "/run/ipcns/$name"
done

# What runs, by its names, and names that are orders.
mkdir -p /run/crun/quietbox "/run/crun/$shown" "/run/crun/$hidden" /run/runc/pod /run/systemd/machines
: >/run/systemd/machines/quietmachine
ln -s quietmachine /run/systemd/machines/unit:quiet.scope

# The folder in which Tab is pressed belongs to somebody else, and PATH leads there first.
export HOME=/run/home PATH=".::/run/programs:/usr/sbin:/usr/bin:/sbin:/bin"
mkdir -p "$HOME/folder/inner" "$HOME/we ird" "$HOME/.config/fish" "$HOME/bash"
: >"$HOME/file"
ln -s "$completions/fish" "$HOME/.config/fish/completions"
ln -s "$completions/bash" "$HOME/bash/completions"
export BASH_COMPLETION_USER_DIR=$HOME/bash COMPLETIONS="$completions"
cd "$HOME"
# named PROCESS NAME: waits until that is its name; the kernel sets the command line after it.
named() {
  until [ "$(cat "/proc/$1/comm")" = "$2" ] && [ "$(head -c 1 "/proc/$1/cmdline")" ]; do sleep 0.02; done
}
# Somebody to be found, with a name that no other process has.
cp "$(command -v sleep)" /run/quietone
/run/quietone 1000 &
named $! quietone
# In groups that say what it belongs to, as many as no process is in; and in some that say nothing.
id=$(printf '%052d' 0)
while read -r group; do printf '0::%s\n' "$group"; done >/run/groups <<GROUPS
/system.slice/docker-0ddba11c0ffe$id.scope
/lxc.payload.loftbox
/system.slice/loft.service
/user.slice/user-1001.slice/user@1001.service/app.slice/loftuser.service
/system.slice/$shown.service
/system.slice/$hidden.service
/system.slice/docker-$hidden$id.scope
/lxc.payload.$hidden
/libpod_parent/libpod-conmon-eeeee0000000$id.scope
/system.slice/var-lib-docker-containers-eeeee0000000$id-shm.mount
GROUPS
mount --bind /run/groups "/proc/$!/cgroup"
cp /run/quietone "/run/$(printf 'loud\033[2J')"
"/run/$(printf 'loud\033[2J')" 1000 &
named $! "$(printf 'loud\033[2J')"
# Somebody with more to say than a line of the terminal holds, some of it in wide characters.
# shellcheck disable=SC2016
/usr/bin/unshare -u bash -c 'exec -a "$0" /run/quietone 1000' \
  "$(printf 'long_story %.0s' 1 2 3 4) 漢字漢字漢字 to be continued" &
named $! quietone
# They would leave something that Tab offers, if anything ran them.
for name in lsns nsls unyoke getent grep sort ls; do
  # shellcheck disable=SC2016
  printf '#!/bin/sh\n: >/run/home/evil\nexec "/run/programs/%s" "$@"\n' "$name" >"$name"
  chmod 755 "$name"
done
exec "$@"
