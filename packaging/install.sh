#!/bin/sh
# Installs unyoke below PREFIX, or removes it again:
#   [PREFIX=/usr/local] [DESTDIR=] [LINKS=1] [FORCE=1] sh install.sh [install|uninstall]
# The tarball and `make install` share it. What was installed stands in share/unyoke/manifest with
# its checksums, so that uninstall removes exactly that, and nothing that somebody changed or put
# there instead. Others may write below PREFIX, and root may be the caller: nothing here follows
# their links out of it or believes their manifest.
set -eu
umask 022
export LC_ALL=C
unset CDPATH
here=$(cd "$(dirname "$0")" && pwd)

PREFIX=${PREFIX:-/usr/local}
DESTDIR=${DESTDIR:-}
# Where man/, completions/ and doc/ are, the binary, and its names: `make` and packing say so.
SOURCE=${SOURCE:-$here}
BINARY=${BINARY:-$SOURCE/unyoke}
PROGRAMS=${PROGRAMS:-$("$BINARY" --list)}

record=share/unyoke/manifest
tab=$(printf '\t')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
die() {
  echo "install.sh: $*" >&2
  exit 1
}
while [ "$PREFIX" != "${PREFIX%/}" ]; do PREFIX=${PREFIX%/}; done
case $PREFIX/ in
*/./* | */../* | *//*) die "PREFIX must be a plain path: $PREFIX" ;;
/*) ;;
*) die "PREFIX must begin with /: $PREFIX" ;;
esac
# Folders are changed below.
absolute() { case $1 in /* | '') echo "$1" ;; *) echo "$PWD/$1" ;; esac; }
SOURCE=$(absolute "$SOURCE")
BINARY=$(absolute "$BINARY")
root=$(absolute "$DESTDIR")$PREFIX
# Never into the folder that somebody may put in a file's place; older busybox does not know it.
into_place='-f -T'
: >"$work/one"
mv -f -T "$work/one" "$work/two" 2>/dev/null || into_place=-f

# go FOLDER [make]: goes into a folder below the root, and stays in it whatever happens to its name.
# What is done there is done to names without a slash, so that no link is followed. Called in a
# subshell, which it ends where it cannot: set -e does not hold in what || follows.
go() {
  cd -P "$root/" || exit 1
  base=$(pwd -P)
  left=$1
  while [ -n "$left" ]; do
    part=${left%%/*}
    left=${left#"$part"}
    left=${left#/}
    if [ "${2:-}" = make ] && [ ! -d "./$part" ]; then mkdir "./$part" || exit 1; fi
    cd -P "./$part" || exit 1
    case $(pwd -P)/ in
    "${base%/}"/*) ;;
    *) die "$root/$1 leads out of $root" ;;
    esac
  done
}

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
  for name in $PROGRAMS; do
    # Where the original has this name its user expects one program: a capability, mode, mount or
    # profile that is put on it is not for the others.
    case ${LINKS:-}$name in
    1* | nsls) echo "link unyoke	bin/$name" ;;
    *) echo "755 $BINARY	bin/$name" ;;
    esac
  done
  for page in "$SOURCE"/man/*.[1-8]; do echo "644 $page	share/man/man${page##*.}/${page##*/}"; done
  for pair in bash:bash-completion/completions zsh:zsh/site-functions \
    fish:fish/vendor_completions.d; do
    for file in "$SOURCE/completions/${pair%%:*}"/*; do
      echo "644 $file	share/${pair#*:}/${file##*/}"
    done
  done
  (cd "$documents" && find . -type f | sort) | while read -r file; do
    echo "644 $documents/${file#./}	share/doc/unyoke/${file#./}"
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
# new_above: how many folders are missing from PREFIX itself upwards.
new_above() {
  path=$PREFIX count=0
  while [ -n "$path" ] && [ ! -d "${root%"$PREFIX"}$path" ]; do
    path=${path%/*} count=$((count + 1))
  done
  echo "$count"
}

# read_record: what the last installation put there becomes $work/record. Each line has to be one
# that this script writes: with ../ in it, root would remove what lies elsewhere.
read_record() {
  : >"$work/record"
  [ -e "$root/$record" ] || [ -L "$root/$record" ] || return 0
  (
    go "${record%/*}"
    [ -f "./${record##*/}" ] && [ ! -L "./${record##*/}" ] && [ -O "./${record##*/}" ] ||
      die "$root/$record belongs to somebody else; nothing is done"
    cat "./${record##*/}" >"$work/record"
  ) || exit 1
  line=$(awk -F '\t' '
    NF == 2 && $1 ~ /^above:[0-9]+$/ && $2 == "." { next }
    NF != 2 || $1 !~ /^(file:[0-9a-f]+|link:.+|folder:)$/ || $2 !~ /^(bin|share)(\/|$)/ ||
      $2 ~ /[[:cntrl:]]/ || "/" $2 "/" ~ /\/\.?\.?\// { print NR; exit }' "$work/record")
  [ -z "$line" ] || die "$root/$record, line $line, is nothing that was installed; nothing is done"
}
# recorded PLACE: what the last installation put there.
recorded() { awk -F '\t' -v place="$1" '$2 == place { print $1 }' "$work/record"; }

# may_write: standard input names places; the caller has to be allowed to make and remove there.
may_write() {
  sed -n 's|/[^/]*$||p' | sort -u | while read -r folder; do
    path=$root/$folder
    while [ -n "$path" ] && [ ! -d "$path" ]; do path=${path%/*}; done
    [ -w "${path:-/}" ] || die "you may not write to ${path:-/}: become root, or choose a place of" \
      "your own, for instance PREFIX=\$HOME/.local"
  done || exit 1
}

# put MODE SOURCE PLACE: in one step, so that a running program is never cut off or half written.
# Until then it is in a folder where nobody else can write, and that nobody can have prepared.
put() {
  (
    go "${3%/*}" make
    name=${3##*/}
    stage=$(mktemp -d ./.unyoke.XXXXXX) && cd -P "$stage" || exit 1
    case $([ ! -O . ] || ls -ld .) in
    drwx--[-S]---*) ;;
    *) die "somebody takes $root/${3%/*}/$stage away" ;;
    esac
    trap 'rm -f "./$name"; cd -P .. && rmdir "$stage" 2>/dev/null' EXIT
    if [ "$1" = link ]; then
      ln -s "$2" "./$name"
    elif [ -L "$2" ]; then
      ln -s "$(readlink "$2")" "./$name"
    else
      cp "$2" "./$name" && chmod "$1" "./$name"
    fi || exit 1
    # shellcheck disable=SC2086
    mv $into_place "./$name" "../$name"
  ) || die "$root/$3 could not be written"
}

do_install() {
  [ -f "$BINARY" ] || die "there is no $BINARY"
  documents=$SOURCE/doc
  if [ ! -d "$documents" ]; then
    documents=$work/doc
    PROGRAMS=$PROGRAMS sh "$SOURCE/packaging/documents.sh" "$BINARY" "$documents" >/dev/null
  fi
  plan >"$work/plan"
  # First everything is looked at, then something is changed.
  if [ "${FORCE:-}" = 1 ]; then (read_record) 2>/dev/null || : >"$work/record"; else read_record; fi
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
    case $place:$now in bin/*:link:unyoke) continue ;; esac
    foreign="$foreign $root/$place"
  done <"$work/plan"
  [ -z "$foreign" ] || die "not ours, left alone (FORCE=1 overwrites):$foreign"
  { cut -f 2 "$work/plan" && echo "$record"; } | may_write

  : >"$work/manifest"
  above=$(sed -n 's/^above:\([0-9]*\).*/\1/p' "$work/record")
  [ -n "$above" ] || above=$(new_above)
  mkdir -p "$root"
  sed -n '/^folder:/p' "$work/record" >"$work/folders"
  # All of them before the first is made.
  echo "644 -	$record" | cat - "$work/plan" | while IFS=$tab read -r what place; do
    new_folders "$place" | sed "s|^|folder:	|"
  done >>"$work/folders"
  while IFS=$tab read -r what place; do
    put "${what%% *}" "${what#* }" "$place"
    printf '%s\t%s\n' "$(state "$root/$place")" "$place" >>"$work/manifest"
  done <"$work/plan"
  # What an older version had and this one has not.
  grep -v -e '^folder:' -e '^above:' "$work/record" | while IFS=$tab read -r was place; do
    cut -f 2 "$work/manifest" | grep -qxF "$place" || remove "$was" "$place"
  done
  sort -u -r "$work/folders" >>"$work/manifest"
  printf 'above:%s\t.\n' "$above" >>"$work/manifest"
  put 644 "$work/manifest" "$record"
  echo "unyoke is installed in $root: $(wc -l <"$work/plan") files and links"
  [ "${LINKS:-}" = 1 ] ||
    echo "unshare, nsenter and lsns are files of their own, as the originals are (LINKS=1 makes links)"
  case $PREFIX in
  /usr) ;;
  /usr/local) echo "fish completes them when XDG_DATA_DIRS names $PREFIX/share" ;;
  *) echo "bash and fish complete them when XDG_DATA_DIRS names $PREFIX/share," \
    "zsh when fpath names $PREFIX/share/zsh/site-functions" ;;
  esac
}

# remove STATE PLACE: only what is as we left it.
remove() {
  [ -d "$root/${2%/*}" ] || return 0
  (
    go "${2%/*}"
    now=$(state "./${2##*/}")
    if [ "$now" = "$1" ]; then
      rm -f "./${2##*/}"
    elif [ "$now" != none ]; then
      echo "kept, for it was changed: $root/$2" >&2
    fi
  ) || echo "kept: $root/$2" >&2
}

do_uninstall() {
  [ -f "$root/$record" ] || die "nothing of unyoke's is installed in $root"
  read_record
  { cut -f 2 "$work/record" && echo "$record"; } | may_write
  above=0
  while IFS=$tab read -r was place; do
    case $was in
    above:*) above=${was#above:} ;;
    folder:) ;;
    *) remove "$was" "$place" ;;
    esac
  done <"$work/record"
  # Last of the files: what was interrupted can be done again.
  (go "${record%/*}" && rm -f "./${record##*/}")
  sed -n 's/^folder:	//p' "$work/record" | while read -r place; do remove_folder "$place"; done
  path=$root
  while [ "$above" -gt 0 ] && [ -n "$path" ] && rmdir "$path" 2>/dev/null; do
    path=${path%/*} above=$((above - 1))
  done
  echo "unyoke is removed from $root"
}
remove_folder() {
  (case $1 in */*) go "${1%/*}" ;; *) go '' ;; esac && rmdir "./${1##*/}") 2>/dev/null || true
}

case ${1:-install} in
install) do_install ;;
uninstall) do_uninstall ;;
*) die "usage: [PREFIX=] [DESTDIR=] [LINKS=1] [FORCE=1] install.sh [install|uninstall]" ;;
esac
