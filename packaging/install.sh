#!/bin/sh
# Installs unyoke below PREFIX, or removes it again:
#   [PREFIX=/usr/local] [DESTDIR=] [FORCE=1] sh install.sh [install|uninstall]
# The tarball and `make install` share it. What was installed stands in share/unyoke/manifest with
# its checksums, so that uninstall removes exactly that, and nothing that somebody changed or put
# there instead.
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)

PREFIX=${PREFIX:-/usr/local}
DESTDIR=${DESTDIR:-}
# Where man/ and completions/ are, the binary, and the links to it: `make` and packing say so.
SOURCE=${SOURCE:-$here}
BINARY=${BINARY:-$SOURCE/unyoke}
PROGRAMS=${PROGRAMS:-$("$BINARY" --list)}

root=$DESTDIR$PREFIX
record=share/unyoke/manifest
tab=$(printf '\t')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
die() {
  echo "install.sh: $*" >&2
  exit 1
}
case $PREFIX in
/*) ;;
*) die "PREFIX must begin with /: $PREFIX" ;;
esac

# What a path is, in one word: what the manifest holds of it.
state() {
  if [ -L "$1" ]; then
    echo "link:$(readlink "$1")"
  elif [ -f "$1" ]; then
    sum=$(sha256sum <"$1")
    echo "file:${sum%% *}"
  elif [ -e "$1" ]; then
    echo other
  else
    echo none
  fi
}

# One line for each thing to install: MODE, its source (or what a link says), its place.
plan() {
  echo "755 $BINARY	bin/unyoke"
  for name in $PROGRAMS; do echo "link unyoke	bin/$name"; done
  for page in "$SOURCE"/man/*.[1-8]; do echo "644 $page	share/man/man${page##*.}/${page##*/}"; done
  for pair in bash:bash-completion/completions zsh:zsh/site-functions \
    fish:fish/vendor_completions.d; do
    for file in "$SOURCE/completions/${pair%%:*}"/*; do
      echo "644 $file	share/${pair#*:}/${file##*/}"
    done
  done
}

# The folders that are not there yet, outermost last: only these are removed again.
new_folders() {
  folder=${1%/*}
  while [ "$folder" != "$1" ] && [ ! -d "$root/$folder" ]; do
    echo "$folder"
    case $folder in */*) folder=${folder%/*} ;; *) break ;; esac
  done
}

# recorded PATH: what the last installation put there.
recorded() {
  [ ! -f "$root/$record" ] || awk -F '\t' -v place="$1" '$2 == place { print $1 }' "$root/$record"
}

# put MODE SOURCE PLACE: in one step, so that a running program is never cut off or half written.
put() {
  new=$root/$3.new$$
  rm -f "$new"
  if [ "$1" = link ]; then
    ln -s "$2" "$new"
  elif [ -L "$2" ]; then
    ln -s "$(readlink "$2")" "$new"
  else
    cp "$2" "$new"
    chmod "$1" "$new"
  fi
  mv -f "$new" "$root/$3"
}

do_install() {
  [ -f "$BINARY" ] || die "there is no $BINARY"
  plan >"$work/plan"
    # First everything is looked at, then something is changed.
  foreign=
  while IFS=$tab read -r what place; do
    now=$(state "$root/$place")
    case $now in
    none) continue ;;
    other) die "$root/$place is in the way" ;;
    esac
    [ "${FORCE:-}" != 1 ] || continue
    [ "$now" != "$(recorded "$place")" ] || continue
    # The same without a manifest: installed by `unyoke --install`, or interrupted.
    case $what in
    link*) [ "$now" != "link:${what#* }" ] || continue ;;
    *) [ "$now" != "$(state "${what#* }")" ] || continue ;;
    esac
    foreign="$foreign $root/$place"
  done <"$work/plan"
  [ -z "$foreign" ] || die "not ours, left alone (FORCE=1 overwrites):$foreign"

  : >"$work/manifest"
  : >"$work/folders"
  [ ! -f "$root/$record" ] || sed -n '/^folder:/p' "$root/$record" >"$work/folders"
  echo "644 -	$record" | cat - "$work/plan" | while IFS=$tab read -r what place; do
    new_folders "$place" | sed "s|^|folder:	|" >>"$work/folders"
    mkdir -p "$root/${place%/*}"
  done
  while IFS=$tab read -r what place; do
    put "${what%% *}" "${what#* }" "$place"
    printf '%s\t%s\n' "$(state "$root/$place")" "$place" >>"$work/manifest"
  done <"$work/plan"
  # What an older version had and this one has not.
  if [ -f "$root/$record" ]; then
    sed '/^folder:/d' "$root/$record" | while IFS=$tab read -r was place; do
      cut -f 2 "$work/manifest" | grep -qxF "$place" || remove "$was" "$place"
    done
  fi
  sort -u -r "$work/folders" >>"$work/manifest"
  put 644 "$work/manifest" "$record"
  echo "unyoke is installed in $root: $(wc -l <"$work/plan") files and links"
}

# remove STATE PLACE: only what is as we left it.
remove() {
  now=$(state "$root/$2")
  if [ "$now" = "$1" ]; then
    rm -f "$root/$2"
  elif [ "$now" != none ]; then
    echo "kept, for it was changed: $root/$2" >&2
  fi
}

do_uninstall() {
  [ -f "$root/$record" ] || die "nothing of unyoke's is installed in $root"
    cp "$root/$record" "$work/manifest"
  rm -f "$root/$record"
  while IFS=$tab read -r was place; do
    case $was in
    folder:) rmdir "$root/$place" 2>/dev/null || true ;;
    *) remove "$was" "$place" ;;
    esac
  done <"$work/manifest"
  echo "unyoke is removed from $root"
}

case ${1:-install} in
install) do_install ;;
uninstall) do_uninstall ;;
*) die "usage: [PREFIX=] [DESTDIR=] [FORCE=1] install.sh [install|uninstall]" ;;
esac
