#!/bin/sh
# The Debian packages unyoke, which conflicts with nothing, and unyoke-replace, which puts it in the
# place of util-linux's programs (packaging/debian/replace.sh says how). Needs dpkg-deb, no root.
# shellcheck source=packaging/common.sh
. "$(dirname "$0")/common.sh"
debian=$root/packaging/debian
# Who answers for what is packed: by default the author of the commit, so that the bytes are the
# same wherever it is packed; without a repository, whoever packs it.
MAINTAINER=${MAINTAINER:-$(git -C "$root" log -1 --format='%an <%ae>' 2>/dev/null ||
  echo "${DEBFULLNAME:-$(id -un)} <${DEBEMAIL:-$(id -un)@$(cat /etc/mailname 2>/dev/null || hostname -f)}>")}

# file MODE TARGET: standard input becomes a file of the package in $tree.
file() {
  mkdir -p "$tree/${2%/*}"
  cat >"$tree/$2"
  chmod "$1" "$tree/$2"
}
zip_file() { gzip -9 -n | file 644 "$1.gz"; }
link() {
  mkdir -p "$tree/${2%/*}"
  ln -s "$1" "$tree/$2"
}

# begin PACKAGE: what every package has.
begin() {
  package=$1
  tree=$work/$1
  mkdir "$tree"
  file 644 "usr/share/doc/$package/copyright" <"$debian/copyright"
  # The first part of our own in Debian's form.
  {
    printf 'unyoke (%s) unstable; urgency=medium\n\n' "$VERSION"
    awk '/^## / { part++; next }
      part != 1 || !NF { next }
      /^- / { if (item) print item; item = substr($0, 3); next }
      { sub(/^ +/, ""); item = item " " $0 }
      END { print item }' "$root/CHANGELOG.md" |
      while read -r item; do
        echo "$item" | fold -s -w 74 | sed 's/ *$//; 1s/^/  * /; 2,$s/^/    /'
      done
    printf '\n -- %s  %s\n' "$MAINTAINER" "$(date -R -d "@$SOURCE_DATE_EPOCH")"
  } | zip_file "usr/share/doc/$package/changelog"
}

# finish ARCHITECTURE: standard input holds the rest of the control file.
finish() {
  mkdir -p "$tree/DEBIAN"
  if [ -f "$debian/$package.overrides" ]; then
    file 644 "usr/share/lintian/overrides/$package" <"$debian/$package.overrides"
  fi
  {
    echo "Package: $package"
    [ "$package" = unyoke ] || echo "Source: unyoke"
    echo "Version: $VERSION"
    echo "Architecture: $1"
    echo "Maintainer: $MAINTAINER"
    # Files in whole KiB and one for anything else, as dpkg-gencontrol counts: the same on every
    # file system.
    echo "Installed-Size: $(find "$tree" -mindepth 1 -path "$tree/DEBIAN" -prune -o -printf '%y %s\n' |
      awk '{ sum += $1 == "f" ? int(($2 + 1023) / 1024) : 1 } END { print sum }')"
    echo "Section: admin"
    echo "Priority: optional"
    cat
  } | file 644 DEBIAN/control
  (cd "$tree" && find usr -type f | sort | xargs md5sum) | file 644 DEBIAN/md5sums
  # dpkg-deb takes the newer of this time and each file's own: all get this one.
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  # One thread: with more, the bytes depend on their number.
  DPKG_DEB_THREADS_MAX=1 dpkg-deb --root-owner-group -Zxz --build "$tree" "$out/${package}_${VERSION}_$1.deb" >"$work/log" || {
    cat "$work/log" >&2
    exit 1
  }
  bill "$package" "${package}_${VERSION}_$1.deb"
  echo "$out/${package}_${VERSION}_$1.deb"
}

# home NAME: the prefix below which a program's files are; ours have a place that is nobody else's.
home() {
  for name in $(replaced); do
    if [ "$name" = "$1" ]; then
      echo usr/lib/unyoke
      return
    fi
  done
  echo usr
}

begin unyoke
file 755 usr/bin/unyoke <"$binary"
for name in $PROGRAMS; do
  case $(home "$name") in
  usr) link unyoke "usr/bin/$name" ;;
  *) link ../../../bin/unyoke "usr/lib/unyoke/bin/$name" ;;
  esac
done
for page in "$root"/man/*.[1-8]; do
  name=${page##*/}
  zip_file "$(home "${name%.*}")/share/man/man${name##*.}/$name" <"$page"
done
for path in "$root"/completions/bash/*; do
  name=${path##*/}
  file 644 "$(home "$name")/share/bash-completion/completions/$name" <"$path"
done
for path in "$root"/completions/zsh/*; do
  name=${path##*/}
  case $(home "${name#_}") in
  usr) file 644 "usr/share/zsh/vendor-completions/$name" <"$path" ;;
  *) file 644 "usr/lib/unyoke/share/zsh/site-functions/$name" <"$path" ;;
  esac
done
for path in "$root"/completions/fish/*; do
  name=${path##*/}
  file 644 "$(home "${name%.fish}")/share/fish/vendor_completions.d/$name" <"$path"
done
file 644 usr/share/doc/unyoke/README.Debian <"$debian/README.Debian"
# Debian has its own place for this one.
sh "$root/packaging/documents.sh" "$binary" "$work/documents"
rm "$work/documents/LICENSE"
(cd "$work/documents" && find . -type f) | while read -r name; do
  file 644 "usr/share/doc/unyoke/${name#./}" <"$work/documents/$name"
done
file 755 DEBIAN/prerm <"$debian/unyoke.prerm"
finish "$ARCH" <<'END'
Suggests: uidmap
Description: create, enter and list Linux namespaces, with one small binary
 A static binary that behaves as unshare, nsenter and lsns of util-linux
 2.42.4 do, to the byte, and starts faster. It needs no library, leaves no
 process behind when something fails, and can show what it would do before
 it does it.
 .
 This package conflicts with nothing: the programs are found in
 /usr/lib/unyoke/bin, and as "unyoke NAME". The package unyoke-replace puts
 them in the place of the originals.
END

own=$tree
begin unyoke-replace
# pair PATH: what is ours at a path of util-linux's below /usr, and that path, if we have such a
# file: a copy of a program, a link to the rest.
pair() {
  [ -e "$own/usr/lib/unyoke/$1" ] || [ -L "$own/usr/lib/unyoke/$1" ] || return 0
  case $1 in
  bin/*) echo "=/usr/lib/unyoke/$1 /usr/$1" ;;
  *) echo "$(echo "${1%/*}" | sed 's|[^/][^/]*|..|g')/lib/unyoke/$1 /usr/$1" ;;
  esac
}
pairs=$(for name in $(replaced); do
  pair "bin/$name"
  for section in 1 8; do pair "share/man/man$section/$name.$section.gz"; done
  pair "share/bash-completion/completions/$name"
done)
# util-linux has no files for these two shells: nothing is in the way of ordinary links.
for path in "$own"/usr/lib/unyoke/share/zsh/site-functions/*; do
  link "../../../lib/unyoke/share/zsh/site-functions/${path##*/}" \
    "usr/share/zsh/vendor-completions/${path##*/}"
done
for path in "$own"/usr/lib/unyoke/share/fish/vendor_completions.d/*; do
  link "../../../lib/unyoke/share/fish/vendor_completions.d/${path##*/}" \
    "usr/share/fish/vendor_completions.d/${path##*/}"
done
for script in postinst prerm postrm; do
  {
    echo '#!/bin/sh'
    echo 'set -e'
    sed '/^# shellcheck/d' "$debian/replace.sh"
    cat "$debian/unyoke-replace.$script"
  } | awk -v pairs="$pairs" -v replaced="$(replaced | tr '\n' ' ' | sed 's/ $//')" \
    '$0 == "@PAIRS@" { print pairs; next } { sub("@REPLACED@", replaced); print }' |
    file 755 "DEBIAN/$script"
done
echo 'interest-noawait /usr/bin/unyoke' | file 644 DEBIAN/triggers
finish all <<END
Depends: unyoke (>= $VERSION)
Multi-Arch: foreign
Description: unyoke in the place of unshare, nsenter and lsns of util-linux
 Makes unshare, nsenter and lsns those of unyoke for the whole system, with
 their manual pages and completions. The programs of util-linux stay beside
 them as unshare.distrib and so on, and get their names back when this
 package is removed. There is not one moment without a working unshare.
END
