#!/bin/sh
# Makes sure that what a target needs is installed: need.sh GROUP...
# Root gets it with apt; anybody else is told exactly what to install.
set -eu

# Each line: what must be there (a program, or a file), and the Debian package it comes in.
list() {
  case $1 in
  build)
    echo "swift -"
    echo "make make"
    echo "pkg-config pkg-config"
    echo "/usr/include/sys/capability.h libcap-dev"
    echo "/usr/include/unistd.h libc6-dev"
    echo "/usr/lib/$(uname -m)-linux-musl/libc.a musl-dev"
    ;;
  test)
    echo "unshare util-linux"
    echo "setpriv util-linux"
    echo "findmnt util-linux"
    echo "taskset util-linux"
    echo "newuidmap uidmap"
    echo "bash bash"
    echo "perl perl-base"
    echo "hostname hostname"
    echo "ps procps"
    echo "pgrep procps"
    echo "strace strace"
    echo "gcc gcc"
    echo "capsh libcap2-bin"
    echo "ip iproute2"
    echo "prlimit util-linux"
    echo "/usr/share/doc/libnss-extrausers libnss-extrausers"
    echo "jq jq"
    echo "python3 python3"
    echo "cc gcc"
    echo "/usr/share/bash-completion/bash_completion bash-completion"
    echo "zsh zsh"
    echo "fish fish"
    ;;
  check)
    echo "shellcheck shellcheck"
    echo "mandoc mandoc"
    echo "gcc gcc"
    echo "readelf binutils"
    echo "musl-gcc musl-tools"
    echo "strace strace"
    ;;
  packaging-man)
    echo "man man-db"
    echo "col bsdextrautils"
    ;;
  packaging-shells)
    echo "bash bash"
    echo "/usr/share/bash-completion/bash_completion bash-completion"
    echo "zsh zsh"
    echo "fish fish"
    ;;
  packaging-tarball)
    echo "busybox busybox-static"
    ;;
  packaging-deb)
    echo "dpkg-deb dpkg"
    echo "lintian lintian"
    echo "shellcheck shellcheck"
    echo "man man-db"
    ;;
  packaging-image)
    echo "skopeo skopeo"
    echo "umoci umoci"
    echo "crun crun"
    ;;
  reference)
    echo "patchelf patchelf"
    ;;
  bench)
    echo "gcc gcc"
    echo "musl-gcc musl-tools"
    echo "busybox busybox-static"
    ;;
  e2e-arch)
    echo "arch-chroot arch-install-scripts"
    echo "busybox busybox-static"
    echo "newuidmap uidmap"
    ;;
  e2e-mmdebstrap)
    echo "mmdebstrap mmdebstrap"
    ;;
  e2e-reprotest)
    echo "reprotest reprotest"
    ;;
  e2e-rootlesskit)
    echo "rootlesskit rootlesskit"
    echo "slirp4netns slirp4netns"
    echo "ip iproute2"
    echo "newuidmap uidmap"
    ;;
  e2e-pasta)
    echo "pasta passt"
    echo "ip iproute2"
    ;;
  e2e-lsns)
    echo "jq jq"
    echo "ip iproute2"
    echo "pgrep procps"
    ;;
  e2e-slirp)
    echo "slirp4netns slirp4netns"
    echo "ip iproute2"
    echo "ping iputils-ping"
    ;;
  *)
    echo "need.sh: unknown group $1" >&2
    exit 2
    ;;
  esac
}

is_there() {
  case $1 in
  /*) [ -e "$1" ] ;;
  *) command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] ;;
  esac
}

missing=
for group in "$@"; do
  # In a file, so that the loop's variables survive it.
  lines=$(list "$group")
  while read -r what package; do
    is_there "$what" && continue
    if [ "$package" = - ]; then
      echo "$what is missing, and no Debian package has it: install it first" >&2
      exit 1
    fi
    case " $missing " in
    *" $package "*) ;;
    *) missing="$missing $package" ;;
    esac
  done <<END
$lines
END
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "not installed:$missing" >&2
  echo "install with: sudo apt-get install --no-install-recommends$missing" >&2
  exit 1
fi
echo "installing:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# The lists may be old or absent: they are fetched only when the first attempt fails.
# shellcheck disable=SC2086
if ! apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1; then
  if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } \
    >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
fi
rm -f "$log"
