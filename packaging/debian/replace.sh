# shellcheck shell=sh
# The part that postinst, prerm and postrm of unyoke-replace share; packaging/deb.sh puts it into
# each, for postrm runs when no file of the package is left.
#
# There is not one moment without a working unshare: every name changes hands by one rename(2).
# That is why the links are no files of the package (dpkg removes the files first and asks postrm to
# give back the originals later) and why dpkg-divert does not rename. Each step can be repeated,
# wherever the last run was interrupted.
me=unyoke-replace

# each FUNCTION: calls it with every path that changes hands, and what our link there says.
each() {
  while read -r link path; do
    "$1" "$path" "$link"
  done <<END
@PAIRS@
END
}

there() { [ -e "$1" ] || [ -L "$1" ]; }
is_ours() { [ -L "$1" ] && [ "$(readlink "$1")" = "$2" ]; }
one_file() { there "$1" && there "$2" && [ "$(stat -c %d:%i "$1")" = "$(stat -c %d:%i "$2")" ]; }
diverted() { [ "$(dpkg-divert --listpackage "$1")" = "$me" ]; }

# take PATH LINK: the original stays as PATH.distrib, and PATH becomes ours.
take() {
  # With merged /usr a program has two names. dpkg heeds a diversion only of the one that stands in
  # util-linux's list.
  case $1 in
  /usr/bin/*)
    if dpkg-query -L util-linux | grep -qxF "${1#/usr}"; then set -- "${1#/usr}" "$2"; fi
    ;;
  esac
  # Whoever excludes manual pages from his machine gets none.
  [ -d "${1%/*}" ] || return 0
  if ! diverted "$1"; then
    if [ -n "$(dpkg-divert --listpackage "$1")" ]; then
      echo "$me: $1 is diverted by somebody else" >&2
      return 1
    fi
    if there "$1.distrib" && ! one_file "$1" "$1.distrib"; then
      echo "$me: $1.distrib is in the way" >&2
      return 1
    fi
    keep "$1" "$2"
    dpkg-divert --quiet --no-rename --package "$me" --divert "$1.distrib" --add "$1"
  fi
  if ! is_ours "$1" "$2"; then
    keep "$1" "$2"
    ln -s -f -T "$2" "$1.unyoke-new"
    mv -f -T "$1.unyoke-new" "$1"
  fi
}

# keep PATH LINK: gives the original its second name; a copy where the file system has none.
keep() {
  if there "$1" && ! is_ours "$1" "$2" && ! there "$1.distrib"; then
    ln "$1" "$1.distrib" 2>/dev/null || {
      cp -a "$1" "$1.unyoke-new"
      mv -f -T "$1.unyoke-new" "$1.distrib"
    }
  fi
}

# give PATH LINK: the original gets its name back.
give() {
  case $1 in /usr/bin/*) give "${1#/usr}" "$2" ;; esac
  rm -f "$1.unyoke-new"
  if ! diverted "$1"; then
    # Interrupted before the diversion: the second name goes.
    if one_file "$1" "$1.distrib" && [ -z "$(dpkg-divert --listpackage "$1")" ]; then
      rm -f "$1.distrib"
    fi
    return 0
  fi
  if one_file "$1" "$1.distrib"; then
    rm -f "$1.distrib"
  elif there "$1.distrib"; then
    if there "$1" && ! is_ours "$1" "$2"; then
      echo "$me: $1 is not what this package put there; it is kept as $1.dpkg-old" >&2
      ln -f "$1" "$1.dpkg-old"
    fi
    mv -f -T "$1.distrib" "$1"
  elif is_ours "$1" "$2"; then
    rm -f "$1"
    case $1 in
    */bin/*) echo "$me: somebody removed $1.distrib; apt-get install --reinstall util-linux" >&2 ;;
    esac
  fi
  dpkg-divert --quiet --no-rename --package "$me" --divert "$1.distrib" --remove "$1"
}

# give_others: what another version of this package took and this one does not know of. Without it
# that version's originals would stay away for good, for only the newest scripts ever run.
give_others() {
  LC_ALL=C dpkg-divert --list '*' | sed -n "s/^diversion of \(.*\) to .* by $me\$/\1/p" |
    while read -r path; do
      # By either name of merged /usr.
      if each print_path | grep -qxF -e "$path" -e "/usr$path"; then continue; fi
      link=$(readlink "$path") || link=
      # Not a link to ours: `give` then keeps what somebody else put there.
      case $link in */lib/unyoke/*) ;; *) link= ;; esac
      give "$path" "$link"
    done
}
print_path() { echo "$1"; }
