#!/bin/bash
# Runs a command on a machine on which somebody else is busy:
#   unrest.sh COMMAND...
# The machine is a private mount namespace: in there namespaces are mounted and stay, programs with
# our names are in /usr/local, and all the time namespaces, mounts, processes and users come and go.
# The command's status is passed on; 77 says that this needs root, 99 that nothing was stirred.
set -u
if [ "$(id -u)" -ne 0 ]; then
  echo "skip unrest: needs root"
  exit 77
fi
if [ "${UNREST_INSIDE-}" != "$$" ]; then
  exec /usr/bin/unshare --mount env UNREST_INSIDE=$$ bash "$0" "$@"
fi
unset UNREST_INSIDE

# A folder in memory that is seen nowhere else, for what is laid over the machine's.
own=$(mktemp -d /var/tmp/unyoke-unrest.XXXXXX)
mount -t tmpfs -o mode=755 none "$own"
# shellcheck disable=SC2317 # the trap calls it
finish() {
  [ -z "${stranger-}" ] || { kill "$stranger" && wait "$stranger"; } 2>/dev/null
  umount --lazy "$own" && rmdir "$own"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for file in passwd group subuid subgid; do
  touch "$own/$file"
  [ ! -e "/etc/$file" ] || cat "/etc/$file" >"$own/$file"
  cp -p "$own/$file" "$own/$file.first"
  [ ! -e "/etc/$file" ] || mount --bind "$own/$file" "/etc/$file"
done
mkdir -p "$own/local/bin" "$own/work"
mount -t overlay -o "lowerdir=/usr/local,upperdir=$own/local,workdir=$own/work" none /usr/local || exit 99
for name in unshare nsenter lsns nsls unyoke; do
  printf '#!/bin/sh\necho "the %s of a stranger" >&2\nexit 99\n' $name >"/usr/local/bin/$name"
  chmod 755 "/usr/local/bin/$name"
done
PATH=$(echo ":$PATH:" | sed 's|:/usr/local/s\?bin||g; s|^:||; s|:$||'):/usr/local/bin
mount -t tmpfs -o mode=755 none /run
mkdir -p /run/netns /run/stranger /run/lock
# As a machine with systemd is: mounts show everywhere unless somebody sees to it.
mount --make-rshared /

# pin KIND FILE: a new namespace that only its mount holds.
pin() { : >"$2" && /usr/bin/unshare --"$1"="$2" true; }
mount --make-private /run && mount --make-private "$own"
pin net /run/netns/blue && pin uts /run/stranger/uts && pin ipc /run/stranger/ipc || exit 99

stir() {
  local round=0
  while :; do
    round=$((round + 1))
    pin net /run/netns/green
    pin uts /run/stranger/two
    mount -t tmpfs none /run/stranger && pin uts /run/stranger/covered
    /usr/bin/unshare --user --map-root-user --pid --fork --ipc --uts sleep 0.02 &
    for file in passwd group; do
      { echo "tester:x:2001:2001::/:/bin/false" && cat "$own/$file.first" &&
        printf 'stranger%s:x:1001:1001::/:/bin/false\n' $round; } >"$own/$file"
    done
    for file in subuid subgid; do echo "tester:$((round % 900 + 1))00000:65536" >"$own/$file"; done
    umount --lazy /run/stranger
    umount --lazy /run/netns/green /run/stranger/two
    for file in passwd group subuid subgid; do cat "$own/$file.first" >"$own/$file"; done
    # Whoever reads it finds a number at any time.
    echo $round >"$own/rounds.new" && mv "$own/rounds.new" "$own/rounds"
    wait
  done
}
stir >/dev/null 2>&1 &
stranger=$!
until [ -s "$own/rounds" ]; do
  kill -0 "$stranger" 2>/dev/null || exit 99
  sleep 0.05
done
before=$(cat "$own/rounds")
"$@"
status=$?
rounds=$(($(cat "$own/rounds") - before))
echo "unrest: $rounds times while it ran"
[ "$rounds" -gt 0 ] || status=99
exit $status
